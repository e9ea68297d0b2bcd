#include "import/instructions.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace muragat::import {
namespace {

constexpr std::string_view kHead =
    "Instructions for amending kz/law: from its text of 2021 to that of 2022\n"
    "Old text: 120 bytes, SHA-256 aa\n"
    "New text: 130 bytes, SHA-256 bb\n"
    "\n";
constexpr std::string_view kPlaces =
    "\n"
    "Places in the old text, in bytes: where each section begins and its text begins, and the end\n"
    "Article 1 to Article 3: 0 20, 30 50, 60 80,\n"
    "    90\n"
    "Section “Senate: new; 5, 6 to 7”: 95 100, 120\n"
    "Article 1 (s7): 120 120, 120\n";

Result<InstructionSheet> Read(std::string_view lines) {
  return ReadInstructions(std::string(kHead).append(lines).append(kPlaces));
}

// The only instruction of `lines`.
Instruction ReadOne(std::string_view lines) {
  const auto sheet = Read(lines);
  EXPECT_TRUE(sheet.ok()) << sheet.status().message() << "\n" << lines;
  if (!sheet.ok() || sheet->instructions.size() != 1) return {};
  return sheet->instructions.front();
}

TEST(ReadInstructions, ReadsWhatTheTextsAreAndWhereTheSectionsLie) {
  const auto sheet = Read("1. Omit Article 1.\n");
  ASSERT_TRUE(sheet.ok()) << sheet.status().message();
  EXPECT_EQ(sheet->older, (TextDigest{120, "aa"}));
  EXPECT_EQ(sheet->newer, (TextDigest{130, "bb"}));
  EXPECT_EQ(sheet->older_alone, std::nullopt);
  const std::vector<NamedSection> sections = {{"Article 1", 0, 20, 30},
                                              {"Article 2", 30, 50, 60},
                                              {"Article 3", 60, 80, 90},
                                              {"Section “Senate: new; 5, 6 to 7”", 95, 100, 120},
                                              {"Article 1 (s7)", 120, 120, 120}};
  EXPECT_EQ(sheet->sections, sections);
}

TEST(ReadInstructions, ReadsWholeSections) {
  EXPECT_EQ(ReadOne("1. Omit Article 1, Article 1 (s7) and Article 2.\n"),
            (Instruction{.kind = InstructionKind::kOmit, .sections = {0, 4, 1}}));
  EXPECT_EQ(ReadOne("1. Move Article 3 after Section “Senate: new; 5, 6 to 7”.\n   Note: whatever.\n"),
            (Instruction{.kind = InstructionKind::kMove, .sections = {2}, .anchor = 3}));
  EXPECT_EQ(ReadOne("1. Move Article 3 to the beginning.\n"),
            (Instruction{.kind = InstructionKind::kMove, .sections = {2}}));
  EXPECT_EQ(ReadOne("1. After Article 1 (s7) insert:\n    | # A\n    |\n    | x\\\n"),
            (Instruction{.kind = InstructionKind::kInsert, .anchor = 4, .text = "# A\n\nx"}));
  EXPECT_EQ(ReadOne("1. For Article 2 substitute:\n    | x\n"),
            (Instruction{.kind = InstructionKind::kReplace, .sections = {1}, .text = "x\n"}));
  EXPECT_EQ(ReadOne("1. For the whole text substitute nothing.\n"),
            (Instruction{.kind = InstructionKind::kReplaceAll}));
}

TEST(ReadInstructions, ReadsNewNumbers) {
  EXPECT_EQ(ReadOne("1. Renumber Articles 1 to 3 as Rules 4 to 6.\n"),
            (Instruction{.kind = InstructionKind::kRenumber,
                         .sections = {0, 1, 2},
                         .names = {"Rule 4", "Rule 5", "Rule 6"}}));
  EXPECT_EQ(ReadOne("1. Renumber:\n   (a) Article 1 to Article 2 as 4-бап to 5-бап;\n   (b) Article 1 (s7) "
                    "as Article 9.\n"),
            (Instruction{.kind = InstructionKind::kRenumber,
                         .sections = {0, 1, 4},
                         .names = {"4-бап", "5-бап", "Article 9"}}));
}

TEST(ReadInstructions, ReadsAmendments) {
  const Instruction one = ReadOne(
      "1. In Article 2:\n"
      "   (a) in paragraph (3), for “a”, the first and third times it occurs, substitute “b”;\n"
      "   (b) omit exactly the words from “c”, the second time it occurs, to “d”;\n"
      "   (c) in the heading, after “e”, wherever it occurs, insert exactly “f”;\n"
      "   (d) after the second to fourth paragraphs insert:\n"
      "    | g\n"
      "   (e) at the end of the heading insert “h”.\n");
  ASSERT_EQ(one.amendments.size(), 5u);
  EXPECT_EQ(one.sections, std::vector<size_t>{1});
  const Passage third{.kind = PassageKind::kParagraphs, .designator = "3"};
  const Passage heading{.kind = PassageKind::kHeading, .designator = {}};
  const Passage paragraphs{.kind = PassageKind::kParagraphs, .first = 2, .last = 4, .designator = {}};
  const QuotedWords everywhere{.from = "e", .to = {}, .times = {}, .everywhere = true};
  EXPECT_EQ(one.amendments[0],
            (Amendment{third, QuotedWords{"a", "", {1, 3}}, AmendmentAction::kSubstitute, "b"}));
  EXPECT_EQ(one.amendments[1], (Amendment{{}, QuotedWords{"c", "d", {2}}, AmendmentAction::kOmit, "", true}));
  EXPECT_EQ(one.amendments[2], (Amendment{heading, everywhere, AmendmentAction::kInsertAfter, "f", true}));
  EXPECT_EQ(one.amendments[3], (Amendment{paragraphs, std::nullopt, AmendmentAction::kInsertAfter, "g\n"}));
  EXPECT_EQ(one.amendments[4], (Amendment{heading, std::nullopt, AmendmentAction::kInsertAtEnd, "h"}));
}

TEST(ReadInstructions, ReadsAmendmentsOnOneLine) {
  const Passage third{.kind = PassageKind::kParagraphs, .designator = "3"};
  const Amendment expected{third, QuotedWords{"a", "", {}}, AmendmentAction::kSubstitute, "b"};
  EXPECT_EQ(ReadOne("1. In Article 2(3), for “a” substitute “b”.\n").amendments, std::vector{expected});
  EXPECT_EQ(ReadOne("1. In paragraph (3) of Article 2, for “a” substitute “b”.\n").amendments,
            std::vector{expected});
}

TEST(ReadInstructions, NamesTheLineThatItCannotRead) {
  for (const char* line :
       {"1. Erase Article 1.", "1. Omit Article 9.", "1. Omit Article 1", "Omit Article 1.",
        "1. In Article 2, omit a.", "1. In Article 2, omit “a”, the last time it occurs.",
        "1. In Article 2, for “a” insert “b”.", "1. In Article 2:", "1. After Article 1 insert:",
        "1. Move Article 1 after Article 9.", "1. Renumber Articles 1 to 9 as Articles 2 to 10.",
        "1. Renumber Articles 1 to 3 as Articles 2 to 3."}) {
    const auto sheet = Read(std::string(line) + "\n");
    EXPECT_EQ(sheet.status().code(), StatusCode::kInvalidArgument) << line;
    EXPECT_TRUE(sheet.status().message().starts_with("line ")) << sheet.status().message();
  }
  EXPECT_EQ(Read("1. Erase it.\n").status().message(), "line 5 is no instruction that can be read");
  EXPECT_FALSE(ReadInstructions("").ok());
  EXPECT_FALSE(ReadInstructions("Instructions for amending x\n").ok());
}

TEST(ReadInstructions, TakesAnyDamageWithoutHarm) {
  const std::string whole =
      std::string(kHead) +
      "1. In Article 2:\n   (a) for “a”, the first time it occurs, substitute “b”;\n"
      "   (b) omit the second paragraph.\n2. Renumber Articles 1 to 3 as Articles 2 to 4.\n" +
      std::string(kPlaces);
  ASSERT_TRUE(ReadInstructions(whole).ok());
  support::Random random(20261125);
  for (int i = 0; i < 20000; ++i) {
    std::string text = whole;
    for (uint32_t damages = 1 + random.Below(3); damages > 0; --damages) {
      const size_t at = random.Below(text.size());
      random.OneIn(2) ? text.erase(at, 1 + random.Below(8))
                      : text.insert(at, 1, static_cast<char>(random.Below(256)));
    }
    const auto sheet = ReadInstructions(text);
    EXPECT_TRUE(sheet.ok() || sheet.status().code() == StatusCode::kInvalidArgument);
  }
}

TEST(AreInstructions, IsToldByTheFirstLine) {
  EXPECT_TRUE(AreInstructions(kHead));
  EXPECT_FALSE(AreInstructions("{\"section\":\"s1\"}\n"));
}

}  // namespace
}  // namespace muragat::import
