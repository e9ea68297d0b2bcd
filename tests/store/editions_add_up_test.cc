// A document's first edition and all changes that are shown, carried out one after the other, give today's
// text. MURAGAT_ALL_STATES=1 takes every document of the largest corpora, not some.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <set>

#include <gtest/gtest.h>

#include "muragat/base/hash.h"
#include "muragat/diff/document_patch.h"
#include "muragat/store/change_log.h"
#include "tests/store/memory_archive.h"
#include "tests/support/corpus.h"
#include "tests/support/section_patches.h"

namespace muragat {
namespace {

struct Corpus {
  const char* name;
  uint64_t every;  // one document of so many is taken
};

std::string TextOf(const std::vector<LineageSection>& sections) {
  std::string text;
  for (const LineageSection& one : sections) text += one.section.Text();
  return text;
}

class CorpusEditions : public testing::TestWithParam<Corpus> {};

TEST_P(CorpusEditions, AddUpToTheTextOfToday) {
  const auto path = support::FindCorpus(GetParam().name);
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  const uint64_t every = std::getenv("MURAGAT_ALL_STATES") != nullptr ? 1 : GetParam().every;
  MemoryArchive archive;
  const std::set<std::string> documents =
      archive.ImportCorpus(*path, [every](const std::string& id) { return Hash64(id) % every == 0; });
  size_t changes = 0;
  for (const std::string& id : documents) {
    const auto history = archive.reader().ReadHistory(archive.NumberOf(id));
    ASSERT_TRUE(history.ok()) << history.status().message();
    std::string text;
    const auto visit = [&](const ChangeLogStep& step) {
      if (step.entry.corrected) return Status::Ok();
      auto next = ApplyPatches(text, support::PatchesOf(step.before, step.after, step.change), false);
      EXPECT_TRUE(next.ok()) << id << ": " << next.status().message();
      if (next.ok()) text = *std::move(next);
      EXPECT_EQ(text, TextOf(step.after)) << id << " on " << FormatDate(step.entry.edition.valid);
      ++changes;
      return testing::Test::HasFailure() ? Status::Cancelled("enough") : Status::Ok();
    };
    ASSERT_TRUE(WalkChanges(archive.reader(), *history, 0, kLatestCommit, visit).ok());
    ASSERT_EQ(text, archive.TextAt(id, Instant::Last()).value_or("")) << id;
  }
  std::cout << GetParam().name << ": " << changes << " changes of " << documents.size() << " documents\n";
  EXPECT_GT(changes, documents.size());
}

INSTANTIATE_TEST_SUITE_P(Corpora, CorpusEditions,
                         testing::Values(Corpus{"site-policy", 1}, Corpus{"ota-pga", 1},
                                         Corpus{"code-civil", 1}, Corpus{"kz-laws", 1},
                                         Corpus{"dc-html-title1", 40}, Corpus{"fr-everything", 40}),
                         [](const auto& corpus) {
                           std::string name = corpus.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace muragat
