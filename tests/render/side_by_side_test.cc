#include "muragat/render/side_by_side.h"

#include <gtest/gtest.h>

#include "muragat/render/inline_text.h"
#include "muragat/text/display_width.h"

namespace muragat {
namespace {

struct Editions {
  std::vector<LineageSection> before, after;
  DocumentChange change;
};

Editions Compare(const std::string& older, const std::string& newer) {
  Editions editions;
  editions.before = {{{1}, {.heading = "# T\n", .body = older, .number = "", .title = "T"}}};
  editions.after = {{{1}, {.heading = "# T\n", .body = newer, .number = "", .title = "T"}}};
  editions.change = CompareEditions(editions.before, editions.after);
  return editions;
}

TEST(RenderSideBySide, PutsWhatChangedBesideEachOther) {
  const Editions editions = Compare("The Majilis has 107 deputies.\nThey sit in Astana.\n",
                                    "The Majilis has 98 deputies.\nThey sit in Astana.\n");
  EXPECT_EQ(RenderSideBySide(editions.change.sections.at(0), {.width_columns = 67}),
            "s1 T: changed, +1 −1 words\n"
            "# T                              │ # T\n"
            "The Majilis has [-107-]          │ The Majilis has {+98+} deputies.\n"
            "deputies.                        │\n"
            "They sit in Astana.              │ They sit in Astana.\n");
}

TEST(RenderSideBySide, NeverIsWiderThanItIsTold) {
  const Editions editions = Compare(
      "Мәжіліс жүз жеті депутаттан тұрады және жалпыға бірдей сайлаумен "
      "сайланады.\n议会通过法律并公布国家年度预算报告。\n",
      "Мәжіліс тоқсан сегіз депутаттан тұрады. "
      "Сайлауаралықкезеңдегіөтеұзынсөзденбұзылмасын.\n议会审议法律并公布国家年度预算方案。\n");
  for (const size_t width : {24u, 40u, 67u, 100u, 200u}) {
    const std::string text = RenderSideBySide(editions.change.sections.at(0), {.width_columns = width});
    size_t begin = text.find('\n') + 1;
    for (size_t end; begin < text.size(); begin = end + 1) {
      end = text.find('\n', begin);
      EXPECT_LE(DisplayWidth(text.substr(begin, end - begin)), width) << text;
    }
  }
}

TEST(RenderChange, PointsFromAPassageThatMovedToItsOtherPlace) {
  const Editions editions = Compare(
      "The Assembly meets twice a year.\nMembers are elected by the regions.\nIt sits in Astana, the "
      "capital.\n",
      "Members are elected by the regions.\nIt sits in Astana, the capital.\nThe Assembly meets twice a "
      "year.\n");
  const SectionChange& change = editions.change.sections.at(0);
  EXPECT_EQ(RenderInlineChange(change, {}),
            "s1 T: changed, +6 −6 words, within it a passage moved\n"
            "# T\n"
            "[↓The Assembly meets twice a year.↓]\n"
            "Members are elected by the regions.\n"
            "It sits in Astana, the capital.\n"
            "{↑The Assembly meets twice a year.↑}\n");
  EXPECT_EQ(RenderSideBySide(change, {.width_columns = 83}),
            "s1 T: changed, +6 −6 words, within it a passage moved\n"
            "# T                                      │ # T\n"
            "[↓The Assembly meets twice a year.↓]     │\n"
            "Members are elected by the regions.      │ Members are elected by the regions.\n"
            "It sits in Astana, the capital.          │ It sits in Astana, the capital.\n"
            "                                         │ {↑The Assembly meets twice a year.↑}\n");
}

TEST(RenderChange, SaysThatADiffIsCoarse) {
  Editions editions = Compare("One.\n", "Two.\n");
  EXPECT_EQ(RenderChangeHeading(editions.change.sections.at(0)), "s1 T: changed, +1 −1 words");
  editions.change.sections[0].coarse = true;
  EXPECT_EQ(RenderChangeHeading(editions.change.sections.at(0)),
            "s1 T: changed, +1 −1 words; too much differs to compare it all word by word");
}

TEST(RenderSideBySide, OfASectionThatCameLeavesTheLeftEmpty) {
  const std::vector<LineageSection> none,
      one = {{{3}, {.heading = "# New\n", .body = "Text.\n", .number = "", .title = "New"}}};
  const DocumentChange change = CompareEditions(none, one);
  EXPECT_EQ(RenderSideBySide(change.sections.at(0), {.width_columns = 43}),
            "s3 New: added, +2 −0 words\n"
            "                     │ {+# New+}\n"
            "                     │ {+Text.+}\n");
}

TEST(RenderSideBySide, ShowsNoControlCharacterOfTheText) {
  const Editions editions = Compare("a \x1b[31m b\n", "a \x1b[32m c\n");
  EXPECT_EQ(RenderSideBySide(editions.change.sections.at(0), {}).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace muragat
