#include "tests/diff/script_laws.h"

#include <gtest/gtest.h>

namespace muragat::support {
namespace {

void ExpectWellFormed(const EditScript& script) {
  for (size_t i = 0; i < script.size(); ++i) {
    ASSERT_GT(script[i].size_bytes, 0U);
    ASSERT_NE(script[i].kind, EditKind::kCopy);
    if (i == 0) continue;
    ASSERT_NE(script[i].kind, script[i - 1].kind);
    ASSERT_FALSE(script[i].kind == EditKind::kDelete && script[i - 1].kind == EditKind::kInsert);
  }
}

void ExpectTurns(const EditScript& script, const std::string& older, const std::string& newer) {
  ASSERT_NO_FATAL_FAILURE(ExpectWellFormed(script));
  const Result<std::string> text = ApplyScript(script, older);
  ASSERT_TRUE(text.ok()) << text.status().message();
  ASSERT_TRUE(*text == newer) << older.substr(0, 2000) << "\n---\n" << newer.substr(0, 2000);
}

}  // namespace

void ExpectScriptsTurn(const std::string& older, const std::string& newer, const DiffOptions& options) {
  const TextDiff diff = DiffText(older, newer, options);
  ASSERT_NO_FATAL_FAILURE(ExpectTurns(diff.script, older, newer));
  ASSERT_NO_FATAL_FAILURE(ExpectTurns(MakeReadable(diff.script, older, newer), older, newer));
}

}  // namespace muragat::support
