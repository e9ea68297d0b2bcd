#include "muragat/diff/capture_noise.h"

#include <gtest/gtest.h>

#include "muragat/diff/change_kind.h"
#include "muragat/diff/text_diff.h"

namespace muragat {
namespace {

TEST(IsPageStamp, KnowsCountersAndDatesOfUpdateInSixLanguages) {
  for (const char* line : {"Views: 1,234", "Number of views (4099)/Comments (0)", "Last updated: 12 May 2020",
                           "**Last modified** on Monday, 12 May 2020 at 10:30", "Просмотров: 120",
                           "Последнее обновление: 5 марта 2021", "Қаралым: 77", "Соңғы жаңарту: 2 мамыр 2019",
                           "Dernière mise à jour : 3 juin 2022", "Zuletzt aktualisiert: 1. Mai 2020",
                           "浏览次数：345", "最后更新：2020年5月12日"}) {
    EXPECT_TRUE(IsPageStamp(line)) << line;
  }
}

TEST(IsPageStamp, LeavesProvisionsAlone) {
  for (const char* line :
       {"Views of the public are heard within 30 days of the notice and published by the ministry.",
        "Updated rules apply from 1 January 2024 to all contracts that were signed before that day.",
        "Last updated lists", "Visits to prisoners", "Обновлено", "30 days", ""}) {
    EXPECT_FALSE(IsPageStamp(line)) << line;
  }
}

TEST(JudgeBodies, TakesPageFurnitureAndMarkupForCaptureOnly) {
  EXPECT_EQ(JudgeBodies("Text.\n\nViews: 10\n", "Text.\n\nViews: 11\n"), ChangeKind::kCaptureOnly);
  EXPECT_EQ(JudgeBodies("Text.\n", "Text.\n\nLast updated: 12 May 2020\n"), ChangeKind::kCaptureOnly);
  EXPECT_EQ(JudgeBodies("The chamber meets.\n", "The **chamber** meets.\n"), ChangeKind::kCaptureOnly);
  EXPECT_EQ(JudgeBodies("See the law.\n", "See [the law](https://example.org/law).\n"),
            ChangeKind::kCaptureOnly);
  EXPECT_EQ(JudgeBodies("a <b>bold</b> word\n", "a bold word\n"), ChangeKind::kCaptureOnly);
  EXPECT_EQ(JudgeBodies("议会通过。\n\n总统签署。", "议会通过。总统签署。"), ChangeKind::kCaptureOnly);
}

TEST(JudgeBodies, StillSeesWhatChangesBesideFurniture) {
  EXPECT_EQ(JudgeBodies("30 days.\n\nViews: 10\n", "45 days.\n\nViews: 11\n"), ChangeKind::kSubstantive);
  EXPECT_EQ(JudgeBodies("The chamber meets.\n\nViews: 10\n", "The chamber meets;\n\nViews: 11\n"),
            ChangeKind::kEditorial);
  EXPECT_EQ(JudgeBodies("if x < 3 and y > 4\n", "if x < 5 and y > 4\n"), ChangeKind::kSubstantive);
  EXPECT_EQ(JudgeBodies("2 * 3\n", "2 * 4\n"), ChangeKind::kSubstantive);
}

TEST(JudgeBodies, SaysTheSameOfTheChangedLinesAlone) {
  struct Case {
    const char *older, *newer;
  };
  // The lines around a change tell what it is: a counter, a link, a word that comes elsewhere, too.
  constexpr Case kCases[] = {
      {"First.\nViews: 10 today\nLast.\n", "First.\nViews: 11 today\nLast.\n"},
      {"See [the law](https://example.org/a) now.\nEnd.\n",
       "See [the law](https://example.org/b) now.\nEnd.\n"},
      {"The Coucil sits.\nIt votes.\nIt rises.\n", "The Council sits.\nIt votes.\nIt rises.\n"},
      {"The form is one.\nIt votes.\nA form here.\n", "The from is one.\nIt votes.\nA form here.\n"},
      {"One.\nTwo men.\nThree.\nFour men.\nFive.\n", "One.\nTwo, men.\nThree.\nFour; men.\nFive.\n"},
      {"议会通过。\n\n总统签署。\n末。\n", "议会通过。总统签署。\n末。\n"},
      {"Text.\nLast updated: 12 May 2020\n", "Text.\nLast updated: 13 June 2021\n"},
      {"a\nb\nc\n", "a\nB!\nc\nd\n"}};
  for (const auto& [older, newer] : kCases) {
    const TextChanges changes = ReadChanges(DiffReadably(older, newer).script);
    EXPECT_EQ(JudgeBodies(older, newer, changes), JudgeBodies(older, newer)) << older << newer;
  }
  const auto kind = [](const Case& one) {
    return JudgeBodies(one.older, one.newer, ReadChanges(DiffReadably(one.older, one.newer).script));
  };
  EXPECT_EQ(kind(kCases[0]), ChangeKind::kCaptureOnly);
  EXPECT_EQ(kind(kCases[1]), ChangeKind::kCaptureOnly);
  EXPECT_EQ(kind(kCases[2]), ChangeKind::kEditorial);
  EXPECT_EQ(kind(kCases[3]), ChangeKind::kSubstantive);
}

}  // namespace
}  // namespace muragat
