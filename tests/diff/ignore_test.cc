#include "muragat/diff/ignore.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

// What `ignored` leaves of the change from one body to another: nothing, or the words of the older side.
std::optional<std::pair<uint64_t, uint64_t>> Left(const std::string& ignored, const std::string& older,
                                                  const std::string& newer) {
  std::vector<LineageSection> before(1), after(1);
  before[0] = {{1}, {.heading = "# T\n", .body = older, .number = "", .title = "T"}};
  after[0] = {{1}, {.heading = "# T\n", .body = newer, .number = "", .title = "T"}};
  DocumentChange change = CompareEditions(before, after);
  SectionChange& section = change.sections.at(0);
  const bool left = Ignore(ParseIgnored(ignored).value(), section);
  EXPECT_EQ(ApplyScript(section.script, section.older_text).value(), section.newer_text);
  if (!left) return std::nullopt;
  return std::pair(section.words_in, section.words_out);
}

TEST(Ignore, LeavesOutWhatItIsTold) {
  EXPECT_FALSE(Left("case", "The Chamber meets.\n", "the chamber meets.\n"));
  EXPECT_FALSE(Left("case", "Палата Депутатов\n", "палата депутатов\n"));
  EXPECT_FALSE(Left("space", "a  b\n\nc\n", "a b\nc\n"));
  EXPECT_FALSE(Left("typography", "the “open” office – now\n", "the \"open\" office - now\n"));
  EXPECT_FALSE(Left("numbers", "within 30 days\n", "within 45 days\n"));
  EXPECT_FALSE(Left("case,numbers", "Within 30 days\n", "within 45 days\n"));
}

TEST(Ignore, KeepsEverythingElse) {
  EXPECT_TRUE(Left("", "The Chamber\n", "the chamber\n"));
  EXPECT_TRUE(Left("space", "The Chamber\n", "the chamber\n"));
  EXPECT_TRUE(Left("case", "within 30 days\n", "within 45 days\n"));
  EXPECT_EQ(Left("numbers", "within 30 days of notice\n", "within 45 days of receipt\n"),
            std::pair(1ul, 1ul));
  EXPECT_TRUE(Left("numbers", "thirty days\n", "30 days\n"));
}

TEST(Ignore, KeepsSectionsThatCameOrMoved) {
  const std::vector<LineageSection> none,
      one = {{{1}, {.heading = "# T\n", .body = "x\n", .number = "", .title = "T"}}};
  DocumentChange change = CompareEditions(none, one);
  EXPECT_TRUE(Ignore(ParseIgnored("case,space,typography,numbers").value(), change.sections.at(0)));
}

TEST(ParseIgnored, RefusesOtherWords) {
  EXPECT_EQ(ParseIgnored("case,colour").status().code(), StatusCode::kInvalidArgument);
  EXPECT_TRUE(ParseIgnored(" case , space").value().space);
  EXPECT_FALSE(ParseIgnored("").value().Any());
}

}  // namespace
}  // namespace muragat
