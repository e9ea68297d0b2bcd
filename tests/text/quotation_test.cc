#include "muragat/text/quotation.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace muragat {
namespace {

std::optional<std::string> ReadAll(std::string_view line) {
  size_t at = 0;
  std::optional<std::string> text = ReadQuotation(line, at);
  if (at != (text ? line.size() : 0)) return std::nullopt;
  return text;
}

std::optional<std::string> ReadBlock(std::string_view block) {
  std::string text;
  while (!block.empty()) {
    const size_t end = block.find('\n');
    if (!ReadBlockLine(block.substr(0, end), text)) return std::nullopt;
    block.remove_prefix(end + 1);
  }
  return text;
}

TEST(Quote, PutsATextBetweenTypographicMarks) {
  EXPECT_EQ(Quote("ninety-eight"), "“ninety-eight”");
  EXPECT_EQ(Quote("50-бап, § 3"), "“50-бап, § 3”");
}

TEST(Quote, LeavesMarksThatPairAndEscapesOthers) {
  EXPECT_EQ(Quote("the “notice” of “a “deep” one”"), "“the “notice” of “a “deep” one””");
  EXPECT_EQ(Quote("notice”"), "“notice\\””");
  EXPECT_EQ(Quote("”back “"), "“\\”back \\“”");
}

TEST(Quote, WritesWhatDoesNotShow) {
  EXPECT_EQ(Quote("a\nb\tc\r\n"), "“a\\nb\\tc\\r\\n”");
  EXPECT_EQ(Quote("a\u00a0b\u200bc\u2028"), "“a\\u{a0}b\\u{200b}c\\u{2028}”");
  EXPECT_EQ(Quote("\xff\\"), "“\\x{ff}\\\\”");
  EXPECT_EQ(Quote(" "), "“\\s”");
  EXPECT_EQ(Quote("\n      x y"), "“\\n\\s{6}x y”");
  EXPECT_EQ(Quote(" or in part"), "“ or in part”");
}

TEST(ReadQuotation, IsMovedBehindIt) {
  size_t at = 4;
  EXPECT_EQ(ReadQuotation("for “67” substitute “77”", at), "67");
  EXPECT_EQ(at, 12u);
  EXPECT_EQ(ReadQuotation("for “67” substitute “77”", at), std::nullopt);
  EXPECT_EQ(at, 12u);
}

TEST(ReadQuotation, RefusesWhatNoQuotationIs) {
  for (const char* line :
       {"", "67", "“67", "“67“”", "“\\q”", "“\\u{}”", "“\\u{110000}”", "“\\x{100}”", "“\\u{a0”", "“\\"})
    EXPECT_EQ(ReadAll(line), std::nullopt) << line;
}

TEST(WriteBlock, PutsLinesBehindABar) {
  EXPECT_EQ(WriteBlock("## Senate\n\nSix years.\n"), "    | ## Senate\n    |\n    | Six years.\n");
}

TEST(WriteBlock, ShowsAMissingLineEndAndSpacesAtALinesEnd) {
  EXPECT_EQ(WriteBlock("Six years"), "    | Six years\\\n");
  EXPECT_EQ(WriteBlock("a  \n  b\u00a0\nc\\\n"), "    | a\\s{2}\n    |   b\\u{a0}\n    | c\\\\\n");
  EXPECT_EQ(WriteBlock("a\tb\r\n"), "    | a\\tb\\r\n");
}

TEST(ReadBlockLine, RefusesOtherLines) {
  std::string text;
  for (const char* line : {"", "   | a", "    a", "    |a", "    | \\q"})
    EXPECT_FALSE(ReadBlockLine(line, text)) << line;
}

TEST(Quotation, GivesEveryTextBack) {
  support::Random random(20261125);
  const std::vector<std::string> pieces = {"a", "law ", " ",  "  ",     "\n",     "\t",   "\r",     "“",
                                           "”", "\\",   "\"", "\u00a0", "\u200b", "法",   "\u2028", "\xff",
                                           "|", "{",    "}",  "s",      "Ә",      "\xd0", "\u0085", "¶"};
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (uint32_t size = random.Below(12); size > 0; --size) text += random.Pick(pieces);
    EXPECT_EQ(ReadAll(Quote(text)), text) << Quote(text);
    EXPECT_EQ(Quote(text).find('\n'), std::string::npos);
    EXPECT_EQ(ReadBlock(WriteBlock(text)), text) << WriteBlock(text);
  }
}

}  // namespace
}  // namespace muragat
