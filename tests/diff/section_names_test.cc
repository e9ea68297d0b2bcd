#include "muragat/diff/section_names.h"

#include <gtest/gtest.h>

#include "muragat/text/section_number.h"

namespace muragat {
namespace {

Section Titled(const std::string& title) {
  return {.heading = "## " + title + "\n", .body = {}, .number = ReadSectionNumber(title), .title = title};
}

std::string NameOf(const std::string& title) { return NameSection(Titled(title), false); }

TEST(NameSection, TakesTheBeginningOfANumberedTitle) {
  EXPECT_EQ(NameOf("Article 50. Free speech"), "Article 50");
  EXPECT_EQ(NameOf("50-бап. Құқықтар"), "50-бап");
  EXPECT_EQ(NameOf("Статья 50"), "Статья 50");
  EXPECT_EQ(NameOf("§ 50 Rights"), "§ 50");
  EXPECT_EQ(NameOf("第五十条 下院"), "第五十条");
  EXPECT_EQ(NameOf("50) Rights"), "Section 50");
  EXPECT_EQ(NameOf("A. Definitions"), "Section A");
}

TEST(NameSection, QuotesTheTitleOfOthers) {
  EXPECT_EQ(NameOf("Senate"), "Section “Senate”");
  EXPECT_EQ(NameOf("One two three four five six seven eight nine ten"),
            "Section “One two three four five six seven eight…”");
  EXPECT_EQ(NameSection({}, true), "the opening text");
  EXPECT_EQ(NameSection({}, false), "the untitled section");
}

TEST(NameSections, PutsTheLineageBehindNamesThatAreAlike) {
  const auto names = NameSections(
      {{{4}, Titled("Article 1. A")}, {{7}, Titled("Article 2")}, {{9}, Titled("Article 1. B")}});
  EXPECT_EQ(names, (std::vector<std::string>{"Article 1 (s4)", "Article 2", "Article 1 (s9)"}));
}

TEST(RenumberHeading, FindsWhereTheNumberStands) {
  EXPECT_EQ(RenumberHeading("## Article 50. 50 deputies\n", "Article 50 (s4)", "Article 51"),
            (Replacement{{3, 13}, "Article 51"}));
  EXPECT_EQ(RenumberHeading("### 9. Title\n", "Section 9", "Section 10"), (Replacement{{4, 5}, "10"}));
  EXPECT_EQ(RenumberHeading("## 50-бап. Құқықтар\n", "50-бап", "51-бап"), (Replacement{{3, 12}, "51-бап"}));
  EXPECT_EQ(RenumberHeading("## Article 505\n", "Article 50", "Article 51"), std::nullopt);
}

}  // namespace
}  // namespace muragat
