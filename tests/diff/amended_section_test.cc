#include "muragat/diff/amended_section.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

constexpr std::string_view kText =
    "## Article 50. Majilis\n\n(1) The Majilis has 67 deputies.\n\n(2) They serve four years, as the law "
    "says.\n\n"
    "The law says more; the lawful deputies do.\n";
constexpr size_t kHeadingBytes = 24;

AmendedSection Section() { return {kText, kHeadingBytes}; }

Amendment Make(Passage passage, std::optional<QuotedWords> words, AmendmentAction action,
               std::string text = "") {
  return {
      .passage = std::move(passage), .words = std::move(words), .action = action, .text = std::move(text)};
}

// The text below the heading after an amendment; "conflict" where it does not fit.
std::string After(const Amendment& amendment) {
  const auto found = Section().Resolve(amendment);
  if (!found.ok()) {
    EXPECT_EQ(found.status().code(), StatusCode::kConflict);
    return "conflict";
  }
  return Replace(kText, *found).value();
}

std::string Changed(std::string_view from, std::string_view to) {
  std::string text(kText);
  return text.replace(text.find(from), from.size(), to);
}

const Passage kFirst{.kind = PassageKind::kParagraphs, .first = 1, .last = 1, .designator = {}};
const Passage kThird{.kind = PassageKind::kParagraphs, .first = 3, .last = 3, .designator = {}};

TEST(AmendedSection, CutsParagraphsAtBlankLines) {
  const auto section = Section();
  ASSERT_EQ(section.paragraphs().size(), 3u);
  EXPECT_EQ(section.paragraphs()[0].begin, 24u);
  EXPECT_EQ(section.paragraphs()[0].wording_end, 56u);
  EXPECT_EQ(section.paragraphs()[0].end, 58u);
  EXPECT_EQ(section.paragraphs()[0].designator, "1");
  EXPECT_EQ(section.paragraphs()[1].designator, "2");
  EXPECT_EQ(section.paragraphs()[2].designator, "");
  EXPECT_EQ(section.paragraphs()[2].end, kText.size());
}

TEST(AmendedSection, NoParagraphHasADesignatorThatAnotherOneHasToo) {
  const AmendedSection section("1) a\n\n2) b\n\n1) c\n\n3-1. d\n\n2004 e\n\nб) f\n", 0);
  std::vector<std::string> designators;
  for (const auto& one : section.paragraphs()) designators.push_back(one.designator);
  EXPECT_EQ(designators, (std::vector<std::string>{"", "2", "", "3-1", "", "б"}));
}

TEST(AmendedSection, CountsWholeWords) {
  EXPECT_EQ(Section().Find("law", Section().Text()).size(), 2u) << "lawful is another word";
  EXPECT_EQ(Section().Find("Majilis", Section().Text()).size(), 1u) << "the heading is named by itself";
  EXPECT_EQ(Section().Find("", Section().Text()).size(), 0u);
}

TEST(AmendedSection, SubstitutesTheOnlyWords) {
  EXPECT_EQ(After(Make({}, QuotedWords{.from = "67", .to = {}}, AmendmentAction::kSubstitute, "77")),
            Changed("67", "77"));
}

TEST(AmendedSection, WordsThatStandInSeveralPlacesNeedToBeCounted) {
  QuotedWords law{.from = "law", .to = {}};
  EXPECT_EQ(After(Make({}, law, AmendmentAction::kSubstitute, "act")), "conflict");
  law.times = {2};
  EXPECT_EQ(After(Make({}, law, AmendmentAction::kSubstitute, "act")), Changed("The law", "The act"));
  law.times = {3};
  EXPECT_EQ(After(Make({}, law, AmendmentAction::kSubstitute, "act")), "conflict");
  EXPECT_EQ(After(Make(kThird, QuotedWords{.from = "law", .to = {}}, AmendmentAction::kSubstitute, "act")),
            Changed("The law", "The act"));
  law.times.clear(), law.everywhere = true;
  EXPECT_EQ(Section().Resolve(Make({}, law, AmendmentAction::kOmit))->size(), 2u);
}

TEST(AmendedSection, ASpaceComesAndGoesWithWords) {
  const QuotedWords serve{.from = "serve", .to = {}};
  EXPECT_EQ(After(Make({}, serve, AmendmentAction::kInsertAfter, "at most")),
            Changed("serve", "serve at most"));
  EXPECT_EQ(After(Make({}, serve, AmendmentAction::kInsertAfter, ",")), Changed("serve", "serve,"));
  EXPECT_EQ(After(Make({}, serve, AmendmentAction::kInsertBefore, "may")), Changed("serve", "may serve"));
  EXPECT_EQ(After(Make({}, serve, AmendmentAction::kOmit)), Changed(" serve", ""));
  Amendment exact = Make({}, serve, AmendmentAction::kOmit);
  exact.exact = true;
  EXPECT_EQ(After(exact), Changed("serve", ""));
  EXPECT_EQ(After(Make(kFirst, std::nullopt, AmendmentAction::kInsertAtEnd, "All sit.")),
            Changed("67 deputies.", "67 deputies. All sit."));
}

TEST(AmendedSection, OmitsFromOneWordToTheNextOther) {
  const QuotedWords words{.from = "serve", .to = "law"};
  EXPECT_EQ(After(Make({}, words, AmendmentAction::kSubstitute, "go as it")),
            Changed("serve four years, as the law", "go as it"));
  EXPECT_EQ(After(Make({}, QuotedWords{.from = "serve", .to = "Majilis"}, AmendmentAction::kOmit)),
            "conflict");
}

TEST(AmendedSection, NamesPassagesAsAWhole) {
  const Passage second{.kind = PassageKind::kParagraphs, .designator = "2"};
  EXPECT_EQ(After(Make(second, std::nullopt, AmendmentAction::kOmit)),
            Changed("(2) They serve four years, as the law says.\n\n", ""));
  EXPECT_EQ(After(Make(second, std::nullopt, AmendmentAction::kSubstitute, "(2) Repealed.")),
            Changed("(2) They serve four years, as the law says.", "(2) Repealed."));
  EXPECT_EQ(After(Make(kFirst, std::nullopt, AmendmentAction::kInsertAfter, "(1a) New.\n\n")),
            Changed("(2)", "(1a) New.\n\n(2)"));
  EXPECT_EQ(
      After(Make({.kind = PassageKind::kHeading, .designator = {}}, QuotedWords{.from = "Majilis", .to = {}},
                 AmendmentAction::kSubstitute, "Lower House")),
      Changed("Majilis", "Lower House"));
  EXPECT_EQ(After(Make({.kind = PassageKind::kParagraphs, .first = 3, .last = 4, .designator = {}},
                       std::nullopt, AmendmentAction::kOmit)),
            "conflict");
  EXPECT_EQ(After(Make({.kind = PassageKind::kParagraphs, .designator = "9"}, std::nullopt,
                       AmendmentAction::kOmit)),
            "conflict");
}

TEST(Replace, RefusesWhatOverlaps) {
  EXPECT_EQ(Replace("abcd", {{{2, 3}, "X"}, {{0, 1}, "Y"}}).value(), "YbXd");
  EXPECT_EQ(Replace("abcd", {{{1, 1}, "X"}, {{1, 1}, "Y"}}).value(), "aXYbcd");
  EXPECT_EQ(Replace("abcd", {{{0, 2}, "X"}, {{1, 3}, "Y"}}).status().code(), StatusCode::kConflict);
  EXPECT_EQ(Replace("abcd", {{{3, 9}, "X"}}).status().code(), StatusCode::kConflict);
}

}  // namespace
}  // namespace muragat
