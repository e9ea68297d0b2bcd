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

// What moved is equal on both sides, deleted whole on the one and inserted whole on the other.
void ExpectMoved(const TextDiff& diff, const std::string& older, const std::string& newer) {
  if (diff.moved.empty()) return;
  std::string gone(older.size(), ' '), come(newer.size(), ' ');
  size_t older_at = 0, newer_at = 0;
  for (const Edit& edit : diff.script) {
    const bool deletes = edit.kind == EditKind::kDelete, inserts = edit.kind == EditKind::kInsert;
    if (deletes) gone.replace(older_at, edit.size_bytes, edit.size_bytes, 'x');
    if (inserts) come.replace(newer_at, edit.size_bytes, edit.size_bytes, 'x');
    older_at += inserts ? 0 : edit.size_bytes;
    newer_at += deletes ? 0 : edit.size_bytes;
  }
  for (const MovedText& one : diff.moved) {
    ASSERT_EQ(older.substr(one.older_begin, one.size_bytes), newer.substr(one.newer_begin, one.size_bytes));
    ASSERT_EQ(gone.substr(one.older_begin, one.size_bytes), std::string(one.size_bytes, 'x'));
    ASSERT_EQ(come.substr(one.newer_begin, one.size_bytes), std::string(one.size_bytes, 'x'));
  }
}

}  // namespace

void ExpectScriptsTurn(const std::string& older, const std::string& newer, const DiffOptions& options) {
  const TextDiff diff = DiffText(older, newer, options);
  ASSERT_NO_FATAL_FAILURE(ExpectTurns(diff.script, older, newer));
  ASSERT_NO_FATAL_FAILURE(ExpectTurns(MakeReadable(diff.script, older, newer), older, newer));
  const TextDiff readable = DiffReadably(older, newer, options);
  ASSERT_NO_FATAL_FAILURE(ExpectTurns(readable.script, older, newer));
  ASSERT_NO_FATAL_FAILURE(ExpectMoved(readable, older, newer));
}

}  // namespace muragat::support
