#include "muragat/render/instruction_text.h"

#include <gtest/gtest.h>

#include "muragat/render/amendment_text.h"

namespace muragat {
namespace {

const Passage kHeading{.kind = PassageKind::kHeading, .designator = {}};
const Passage kThird{.kind = PassageKind::kParagraphs, .designator = "3"};
const Passage kSecond{.kind = PassageKind::kParagraphs, .first = 2, .last = 2, .designator = {}};

Amendment Make(Passage passage, std::optional<QuotedWords> words, AmendmentAction action,
               std::string text = "") {
  return {
      .passage = std::move(passage), .words = std::move(words), .action = action, .text = std::move(text)};
}

QuotedWords Words(std::string from, std::vector<uint32_t> times = {}, std::string to = "") {
  return {.from = std::move(from), .to = std::move(to), .times = std::move(times)};
}

std::string LineOf(const Amendment& amendment, const std::string& section = "Article 50") {
  return WordAmendment(amendment, section).line;
}

TEST(WordAmendment, NamesThePlaceAsADrafterDoes) {
  const auto line = [](const Passage& passage, const std::string& section) {
    return LineOf(Make(passage, Words("67"), AmendmentAction::kSubstitute, "77"), section);
  };
  EXPECT_EQ(line({}, "Article 50"), "Article 50, for “67” substitute “77”");
  EXPECT_EQ(line(kThird, "Article 50"), "Article 50(3), for “67” substitute “77”");
  EXPECT_EQ(line(kThird, "Section “Senate”"), "paragraph (3) of Section “Senate”, for “67” substitute “77”");
  EXPECT_EQ(line(kSecond, "50-бап"), "the second paragraph of 50-бап, for “67” substitute “77”");
  EXPECT_EQ(line(kHeading, "Article 50"), "the heading of Article 50, for “67” substitute “77”");
  EXPECT_EQ(line({}, ""), "for “67” substitute “77”");
  EXPECT_EQ(line(kThird, ""), "in paragraph (3), for “67” substitute “77”");
}

TEST(WordAmendment, SaysWhichTimeTheWordsOccur) {
  EXPECT_EQ(LineOf(Make({}, Words("law", {3}), AmendmentAction::kOmit)),
            "Article 50, omit “law”, the third time it occurs");
  EXPECT_EQ(LineOf(Make({}, Words("law", {1, 3, 13}), AmendmentAction::kInsertAfter, "of 1995")),
            "Article 50, after “law”, the first, third and 13th times it occurs, insert “of 1995”");
  EXPECT_EQ(LineOf(Make({}, Words("The chamber", {2}, "elected."), AmendmentAction::kSubstitute, "None.")),
            "Article 50, for the words from “The chamber”, the second time it occurs, to “elected.” "
            "substitute “None.”");
  QuotedWords everywhere = Words("law");
  everywhere.everywhere = true;
  EXPECT_EQ(LineOf(Make({}, everywhere, AmendmentAction::kSubstitute, "act")),
            "Article 50, for “law”, wherever it occurs, substitute “act”");
}

TEST(WordAmendment, QuotesNothingOfAPassageThatChangesAsAWhole) {
  EXPECT_EQ(LineOf(Make(kSecond, std::nullopt, AmendmentAction::kOmit)),
            "Article 50, omit the second paragraph");
  EXPECT_EQ(LineOf(Make({.kind = PassageKind::kParagraphs, .first = 2, .last = 3, .designator = {}},
                        std::nullopt, AmendmentAction::kOmit)),
            "Article 50, omit the second and third paragraphs");
  EXPECT_EQ(LineOf(Make(kThird, std::nullopt, AmendmentAction::kInsertAtEnd, "All sit.")),
            "Article 50, at the end of paragraph (3) insert “All sit.”");
  EXPECT_EQ(LineOf(Make({}, std::nullopt, AmendmentAction::kInsertAtBeginning, "All sit.")),
            "Article 50, at the beginning insert “All sit.”");
  EXPECT_EQ(LineOf(Make({}, std::nullopt, AmendmentAction::kSubstitute)),
            "Article 50, for the text substitute nothing");
}

TEST(WordAmendment, WritesWhatIsLongAsABlock) {
  const WordedAmendment worded = WordAmendment(Make(kSecond, std::nullopt, AmendmentAction::kInsertAfter,
                                                    "Senators serve six years from the day.\n\n"),
                                               "");
  EXPECT_EQ(worded.line, "after the second paragraph insert");
  EXPECT_EQ(worded.block, "    | Senators serve six years from the day.\n    |\n");
  EXPECT_EQ(LineOf(Make({}, Words("a"), AmendmentAction::kInsertAfter, ";\n\nand"), ""),
            "after “a” insert “;\\n\\nand”");
}

TEST(WriteInstructions, NumbersThemAndSaysWhereTheSectionsLie) {
  InstructionSheet sheet{.document = "kz/law", .from = "2021", .to = "2022"};
  sheet.older = {120, "aa"}, sheet.newer = {130, "bb"};
  sheet.sections = {{"Article 1", 0, 20, 30},
                    {"Article 2", 30, 50, 60},
                    {"Article 3", 60, 80, 90},
                    {"Section “Senate”", 95, 100, 120}};
  sheet.instructions = {{.kind = InstructionKind::kOmit,
                         .sections = {0},
                         .notes = {"the words of Article 1 go into Article 2"}},
                        {.sections = {1},
                         .amendments = {Make({}, Words("a"), AmendmentAction::kOmit),
                                        Make(kHeading, Words("b"), AmendmentAction::kOmit)}},
                        {.sections = {1}, .amendments = {Make({}, Words("a"), AmendmentAction::kOmit)}},
                        {.kind = InstructionKind::kMove, .sections = {1, 2}, .anchor = 3},
                        {.kind = InstructionKind::kInsert, .anchor = std::nullopt, .text = "# New\n"},
                        {.kind = InstructionKind::kRenumber,
                         .sections = {1, 2, 3},
                         .names = {"Article 1", "Article 2", "Part I"}},
                        {.kind = InstructionKind::kReplace, .sections = {3}, .text = "x\n"}};
  EXPECT_EQ(WriteInstructions(sheet),
            "Instructions for amending kz/law: from its text of 2021 to that of 2022\n"
            "Old text: 120 bytes, SHA-256 aa\n"
            "New text: 130 bytes, SHA-256 bb\n"
            "Sections, paragraphs and whole words are named and counted as in the old text.\n"
            "A space between words comes and goes with them, unless it says \"exactly\".\n"
            "\n"
            "1. Omit Article 1.\n"
            "   Note: the words of Article 1 go into Article 2.\n"
            "2. In Article 2:\n"
            "   (a) omit “a”;\n"
            "   (b) in the heading, omit “b”.\n"
            "3. In Article 2, omit “a”.\n"
            "4. Move Article 2 and Article 3 after Section “Senate”.\n"
            "5. At the beginning insert:\n"
            "    | # New\n"
            "6. Renumber:\n"
            "   (a) Articles 2 to 3 as Articles 1 to 2;\n"
            "   (b) Section “Senate” as Part I.\n"
            "7. For Section “Senate” substitute:\n"
            "    | x\n"
            "\n"
            "Places in the old text, in bytes: where each section begins and its text begins, and the end\n"
            "Article 1 to Article 3: 0 20, 30 50, 60 80, 90\n"
            "Section “Senate”: 95 100, 120\n");
}

TEST(WriteInstructions, OfNothingIsNothing) { EXPECT_EQ(WriteInstructions({}), ""); }

}  // namespace
}  // namespace muragat
