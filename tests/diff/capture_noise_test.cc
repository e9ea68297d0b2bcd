#include "muragat/diff/capture_noise.h"

#include <gtest/gtest.h>

#include "muragat/diff/change_kind.h"

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

}  // namespace
}  // namespace muragat
