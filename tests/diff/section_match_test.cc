#include "muragat/diff/section_match.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

using Matches = std::vector<std::optional<size_t>>;
constexpr std::nullopt_t kNew = std::nullopt;

// A section as a Markdown reader cuts it; `depth` from 0.
Section Cut(std::string title, std::string body, std::string number = "", uint32_t depth = 0) {
  Section section;
  section.heading = title.empty() ? "" : std::string(depth + 1, '#') + " " + title + "\n";
  section.body = std::move(body);
  section.number = std::move(number);
  section.title = std::move(title);
  section.depth_levels = depth;
  return section;
}

Matches Match(const std::vector<Section>& older, const std::vector<Section>& newer) {
  return MatchSections(older, newer);
}

TEST(MatchSections, OfNothingIsNothing) {
  EXPECT_EQ(Match({}, {}), Matches{});
  EXPECT_EQ(Match({}, {Cut("A", "a")}), (Matches{kNew}));
  EXPECT_EQ(Match({Cut("A", "a")}, {}), Matches{});
}

TEST(MatchSections, OfAnUnchangedDocumentIsInPlace) {
  const std::vector<Section> sections = {Cut("", "pre"), Cut("A", "same"), Cut("A", "same"), Cut("B", "b")};
  EXPECT_EQ(Match(sections, sections), (Matches{0, 1, 2, 3}));
}

TEST(MatchSections, FollowsAnEqualTextThatMoved) {
  const Section a = Cut("A", "alpha"), b = Cut("B", "beta"), c = Cut("C", "gamma");
  EXPECT_EQ(Match({a, b, c}, {c, a, b}), (Matches{2, 0, 1}));
}

// A last section with a new title gains a blank line when another comes behind it; it was once taken for a
// new one.
TEST(MatchSections, FollowsAnEqualTextThoughTheBlanksBehindItDiffer) {
  const std::string body = "Citizens elect the deputies for five years.\n";
  EXPECT_EQ(
      Match({Cut("Scope", "s"), Cut("Elections", body)}, {Cut("Scope", "s"), Cut("Votes", body + "\n"),
                                                          Cut("Threshold", "Five per cent of the votes.\n")}),
      (Matches{0, 1, kNew}));
}

TEST(MatchSections, MatchesPreambles) {
  EXPECT_EQ(Match({Cut("", "old words"), Cut("A", "a")}, {Cut("", "entirely other"), Cut("A", "a")}),
            (Matches{0, 1}));
}

TEST(MatchSections, MatchesEqualTitles) {
  EXPECT_EQ(Match({Cut("Scope", "old"), Cut("Rights", "r")}, {Cut("Rights", "x"), Cut("Scope", "y")}),
            (Matches{1, 0}));
}

TEST(MatchSections, MatchesTitlesBehindOtherNumbers) {
  EXPECT_EQ(
      Match({Cut("Article 3. Speech", "old words", "3"), Cut("Article 4. Assembly", "other words", "4")},
            {Cut("Article 3. Press", "a law of the press", "3"), Cut("Article 4. Speech", "new words", "4"),
             Cut("Article 5. Assembly", "more words", "5")}),
      (Matches{kNew, 0, 1}));
}

TEST(MatchSections, MatchesTitlesOfAnotherCase) {
  EXPECT_EQ(
      Match({Cut("PAST ELECTIONS", "x"), Cut("Z", "z")}, {Cut("New", "n"), Cut("Past  Elections", "y")}),
      (Matches{kNew, 0}));
}

TEST(MatchSections, FollowsABodyToItsNewTitle) {
  const std::string body = "A council that advises the President and reports in public.";
  EXPECT_EQ(Match({Cut("Majilis", "m"), Cut("Council", body)}, {Cut("Kurultai", body), Cut("Majilis", "m2")}),
            (Matches{1, 0}));
}

// Titles that are numbers say less than a text does.
TEST(MatchSections, FollowsABodyThroughRenumbering) {
  EXPECT_EQ(Match({Cut("Article 3", "The lower chamber is elected by the people.", "3"),
                   Cut("Article 4", "The upper chamber speaks for the regions.", "4")},
                  {Cut("Article 3", "There is a president whom all elect.", "3"),
                   Cut("Article 4", "The lower chamber is elected by the people.", "4"),
                   Cut("Article 5", "The upper chamber speaks for the regions.", "5")}),
            (Matches{kNew, 0, 1}));
}

TEST(MatchSections, MatchesEqualNumbers) {
  EXPECT_EQ(Match({Cut("Article 50. Terms", "Five years.", "50"), Cut("Article 51. X", "x", "51")},
                  {Cut("Article 50. Duration", "Seven springs.", "50"), Cut("Article 51. X", "x", "51")}),
            (Matches{0, 1}));
}

TEST(MatchSections, MatchesNoNumbersOfOtherDepths) {
  EXPECT_EQ(Match({Cut("Chapter 1. Basics", "alpha", "1", 0)}, {Cut("Article 1. Speech", "beta", "1", 1)}),
            (Matches{kNew}));
}

TEST(MatchSections, MatchesNoEntirelyOtherSections) {
  const std::string taxes =
      "Every company pays a tax on its yearly income, at the rate that the budget code sets.";
  const std::string schools =
      "Children between seven and sixteen attend school, and their parents choose which one.";
  EXPECT_EQ(Match({Cut("Taxes", taxes)}, {Cut("Schools", schools)}), (Matches{kNew}));
  EXPECT_EQ(Match({Cut("1. Taxes", taxes, "1")}, {Cut("1. Schools", schools, "1")}), (Matches{kNew}));
  EXPECT_EQ(Match({Cut("A", "a"), Cut("Taxes", taxes), Cut("Z", "z")},
                  {Cut("A", "a"), Cut("Schools", schools), Cut("Z", "z")}),
            (Matches{0, kNew, 2}));
}

TEST(MatchSections, TellsEqualTitlesByTheirNeighbours) {
  EXPECT_EQ(Match({Cut("Taxes", "t"), Cut("Definitions", "income", "", 1), Cut("Schools", "s"),
                   Cut("Definitions", "pupil", "", 1)},
                  {Cut("Health", "h"), Cut("Definitions", "patient", "", 1), Cut("Taxes", "t2"),
                   Cut("Definitions", "income and profit", "", 1), Cut("Schools", "s2"),
                   Cut("Definitions", "pupil and teacher", "", 1)}),
            (Matches{kNew, kNew, 0, 1, 2, 3}));
}

TEST(MatchSections, TellsEqualTitlesByTheirParents) {
  EXPECT_EQ(Match({Cut("Taxes", "t"), Cut("Scope", "sa", "", 1), Cut("Definitions", "income", "", 1),
                   Cut("Schools", "s"), Cut("Aims", "ai", "", 1), Cut("Definitions", "pupil", "", 1)},
                  {Cut("Schools", "s"), Cut("New", "n", "", 1), Cut("Definitions", "scholar", "", 1),
                   Cut("Taxes", "t"), Cut("Other", "o", "", 1), Cut("Definitions", "earnings", "", 1)}),
            (Matches{3, kNew, 5, 0, kNew, 2}));
}

TEST(MatchSections, KeepsTheOrderOfEqualSections) {
  const Section empty = Cut("Article", "(repealed)");
  EXPECT_EQ(Match({Cut("A", "a"), empty, empty, Cut("B", "b")},
                  {Cut("A", "a"), empty, empty, empty, Cut("B", "b")}),
            (Matches{0, 1, 2, kNew, 3}));
}

TEST(MatchSections, MatchesARetitledSectionInItsPlace) {
  EXPECT_EQ(Match({Cut("A", "a"),
                   Cut("Council", "An advisory council brings together experts and people of merit."),
                   Cut("Z", "z")},
                  {Cut("A", "a2"),
                   Cut("Assembly", "An assembly brings together experts, people of merit and the young."),
                   Cut("Z", "z2")}),
            (Matches{0, 1, 2}));
}

// The example that the archive comes with.
TEST(MatchSections, FollowsACouncilThatWasRenamedAndMoved) {
  const std::string before =
      "On 17 July 2019 President Tokayev set up a council that advises him and lets citizens speak to the "
      "state without "
      "a go-between. Its members come from public organisations, the press and the universities. They meet "
      "in full, "
      "discuss what people ask for, and put proposals to the President.\n";
  const std::string after =
      "On 14 June 2022 President Tokayev set up the Kurultai in place of the National Council of Public "
      "Trust. It "
      "advises him and lets citizens speak to the state without a go-between. Its members come from every "
      "region, from "
      "public organisations, the press and the universities. They meet in full once a year, discuss what "
      "people ask "
      "for, and put proposals to the President.\n";
  EXPECT_EQ(Match({Cut("Opposition", "o"), Cut("National Council of Public Trust", before),
                   Cut("Parties", "p"), Cut("Quotas", "q"), Cut("Elections", "e")},
                  {Cut("Opposition", "o"), Cut("Parties", "p"), Cut("Quotas", "q2"),
                   Cut("National Kurultai", after), Cut("Elections", "e")}),
            (Matches{0, 2, 3, 1, 4}));
}

TEST(MatchSections, FollowsARenamedAndMovedTeaser) {
  EXPECT_EQ(Match({Cut("National Council of Public Trust",
                       "Kazakh President Kassym-Jomart Tokayev established July 17, 2019 the National "
                       "Council of Public "
                       "Trust to make government more responsive to the people. The Coucil is an advisory "
                       "body ... Read "
                       "more"),
                   Cut("Parties", "p"), Cut("Quotas", "q"), Cut("Elections", "e")},
                  {Cut("Parties", "p"), Cut("Quotas", "q"),
                   Cut("National Kurultai",
                       "President Tokayev established the National Kurultai in June 2022 in place of the "
                       "National Council "
                       "of Public Trust. It is an advisory body that makes government more responsive to the "
                       "people."),
                   Cut("Elections", "e")}),
            (Matches{1, 2, 0, 3}));
}

TEST(MatchSections, MatchesParentsByTheirChildren) {
  EXPECT_EQ(Match({Cut("Chapter of Taxes", "", "", 0), Cut("Rates", "r", "", 1), Cut("Terms", "t", "", 1),
                   Cut("End", "e")},
                  {Cut("Beginning", "b"), Cut("Fiscal duties", "", "", 0), Cut("Rates", "r1", "", 1),
                   Cut("Terms", "t1", "", 1), Cut("End", "e")}),
            (Matches{kNew, 0, 1, 2, 3}));
}

TEST(MatchSections, GivesNoSectionTwice) {
  constexpr uint32_t kSeed = 50;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const std::vector<std::string> titles = {"",          "Scope",  "Definitions", "Article 1",
                                           "Article 2", "1. Aim", "definitions"};
  const std::vector<std::string> bodies = {"",
                                           "\n",
                                           "one two three four five six",
                                           "a",
                                           "b c d e f g h i j k",
                                           "one two three nine ten eleven twelve"};
  const auto any = [&] {
    std::vector<Section> sections;
    for (size_t i = random() % 12; i > 0; --i) {
      const std::string title = titles[random() % titles.size()];
      const std::string number = title.starts_with("Article") ? title.substr(8)
                                 : title.starts_with("1.")    ? "1"
                                                              : "";
      sections.push_back(
          Cut(title, bodies[random() % bodies.size()], number, static_cast<uint32_t>(random() % 3)));
    }
    return sections;
  };
  for (int round = 0; round < 3000; ++round) {
    const auto older = any(), newer = any();
    const Matches matches = Match(older, newer);
    ASSERT_EQ(matches.size(), newer.size());
    std::vector<bool> used(older.size());
    for (const auto& match : matches) {
      if (!match) continue;
      ASSERT_LT(*match, older.size());
      ASSERT_FALSE(used[*match]);
      used[*match] = true;
    }
    Matches in_place(older.size());
    for (size_t i = 0; i < older.size(); ++i) in_place[i] = i;
    ASSERT_EQ(Match(older, older), in_place);
  }
}

}  // namespace
}  // namespace muragat
