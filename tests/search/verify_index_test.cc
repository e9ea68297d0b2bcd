#include "muragat/search/verify_index.h"

#include <gtest/gtest.h>

#include "muragat/codec/keys.h"
#include "muragat/search/postings.h"
#include "muragat/search/word_index.h"
#include "tests/store/memory_archive.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::TextState;
using Lines = std::vector<std::string>;

std::unique_ptr<MemoryArchive> MakeArchive() {
  auto archive = std::make_unique<MemoryArchive>();
  for (const auto& states :
       {std::vector{TextState("a", "2000", "a quota of women"), TextState("b", "2000", "none")},
        std::vector{TextState("a", "2005", "a quota of the youth"),
                    TextState("c", "2001", std::string(120, 'x') + " quota")}}) {
    WordIndexWriter index(archive->database());
    archive->Import(states, {.observer = &index});
  }
  return archive;
}

// Code, section and message of each finding.
Lines Verify(MemoryArchive& archive) {
  Lines lines;
  NoProgress progress;
  const auto report = VerifyIndex(
      archive.database(),
      [&](const Finding& finding) {
        lines.push_back(finding.code + " " + finding.document +
                        (finding.section ? "#s" + std::to_string(finding.section->value) : "") + " " +
                        finding.message);
      },
      progress);
  EXPECT_TRUE(report.ok()) << report.status().message();
  EXPECT_EQ(report->findings, lines.size());
  return lines;
}

TEST(VerifyIndex, FindsNothingInAnIndexThatWasWrittenOrMadeAnew) {
  const auto archive = MakeArchive();
  EXPECT_EQ(Verify(*archive), Lines());
  NoProgress progress;
  ASSERT_TRUE(RebuildIndex(archive->database(), progress).ok());
  EXPECT_EQ(Verify(*archive), Lines());
}

TEST(VerifyIndex, FindsAWordThatIsMissing) {
  const auto archive = MakeArchive();
  const auto damaged = archive->Without(Family::kDerived, WordListKey("youth", {2}));
  EXPECT_EQ(Verify(*damaged), (Lines{"V030 a#s1 the index of words is wrong about \"youth\" here: `muragat "
                                     "reindex` makes it anew"}));
  const auto more = damaged->Without(Family::kDerived, WordListKey("women", {1}));
  EXPECT_EQ(Verify(*more),
            (Lines{"V030 a#s1 the index of words is wrong about \"women\" and one more word here: "
                   "`muragat reindex` makes it anew"}));
  const auto longer = archive->Without(Family::kDerived, WordListKey(std::string(96, 'x'), {2}));
  EXPECT_EQ(Verify(*longer).size(), 1U);
  const auto unmeasured = archive->Without(Family::kDerived, WordListKey("", {2}));
  EXPECT_EQ(Verify(*unmeasured).front(),
            "V030 a#s1 the index of words is wrong about the number of words here: "
            "`muragat reindex` makes it anew");
}

TEST(VerifyIndex, FindsAWordThatIsCountedWrong) {
  const auto archive = MakeArchive();
  PostingsWriter twice;
  twice.Add({{{1}, {1}}, {0}, 2});
  archive->Put(Family::kDerived, WordListKey("women", {1}), twice.value());
  EXPECT_EQ(Verify(*archive), (Lines{"V030 a#s1 the index of words is wrong about \"women\" here: `muragat "
                                     "reindex` makes it anew"}));
}

TEST(VerifyIndex, FindsAWordWhereItIsNot) {
  const auto archive = MakeArchive();
  PostingsWriter more;
  more.Add({{{2}, {1}}, {0}, 1});
  more.Add({{{9}, {1}}, {0}, 1});
  archive->Put(Family::kDerived, WordListKey("zebra", {1}), more.value());
  EXPECT_EQ(Verify(*archive),
            (Lines{"V030  the index of words has \"zebra\" where it is not: `muragat reindex` "
                   "makes it anew"}));
}

TEST(VerifyIndex, FindsAListThatCannotBeRead) {
  const auto archive = MakeArchive();
  archive->Put(Family::kDerived, WordListKey("zebra", {1}), "\x01");
  EXPECT_EQ(Verify(*archive), (Lines{"V030  the index of words has a list that cannot be read, of \"zebra\": "
                                     "`muragat reindex` makes it anew"}));
  archive->Put(Family::kDerived, IndexedCommitKey(), "\xff");
  EXPECT_EQ(Verify(*archive).size(), 1U);
  archive->Put(Family::kDerived, IndexedCommitKey(), "\x09");
  EXPECT_EQ(Verify(*archive), (Lines{"V030  the index of words knows commits that are not there: `muragat "
                                     "reindex` makes it anew"}));
}

TEST(VerifyIndex, FindsALanguageThatIsMissing) {
  const auto archive = MakeArchive();
  const auto damaged = archive->Without(Family::kDerived, LanguageKey("und"));
  EXPECT_EQ(Verify(*damaged), (Lines{"V030  the index of words does not have the language \"und\": `muragat "
                                     "reindex` makes it anew"}));
}

TEST(VerifyIndex, TakesAnIndexThatIsBehindForNoDamage) {
  const auto archive = MakeArchive();
  archive->Import({TextState("d", "2000", "something new")});
  EXPECT_EQ(Verify(*archive), Lines());
}

}  // namespace
}  // namespace muragat
