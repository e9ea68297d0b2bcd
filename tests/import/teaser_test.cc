#include "import/teaser.h"

#include <gtest/gtest.h>

#include "import/text_capture.h"

namespace muragat::import {
namespace {

TEST(EndsAsTeaser, KnowsTheWordsOfManyLanguages) {
  for (const char* body : {"in the gover... Read more",
                           "in the gover… Read more\n",
                           "cut...Show more",
                           "cut … more",
                           "cut... Continue reading →",
                           "cut... READ MORE  \r\n\r\n",
                           "cut... [Read more]",
                           "cut [...] Read more",
                           "cut...\n\nRead more »",
                           "cut... Read more...",
                           "обрыв... Читать далее",
                           "обрыв… Подробнее",
                           "мәтін... Толығырақ",
                           "мәтін… Ары қарай оқу",
                           "coupé… Lire la suite",
                           "coupé... En savoir plus",
                           "gekürzt … Weiterlesen",
                           "gekürzt ... Mehr lesen",
                           "文本……阅读更多",
                           "文本...查看更多",
                           "文本… [阅读全文]",
                           "문장... 더 보기",
                           "... Read more",
                           "cut... [Read more](https://example.org/a/b?c=d)",
                           "cut... **Read more**"}) {
    EXPECT_TRUE(EndsAsTeaser(body)) << body;
  }
}

TEST(EndsAsTeaser, NeedsBothTheCutAndTheWords) {
  for (const char* body :
       {"", "Read more", "... ", "The text ends here.", "And so on...", "See below. Read more",
        "cut... Read more about it", "cut... Read more. And then more text.", "…", "......",
        "... he said that he had no more"}) {
    EXPECT_FALSE(EndsAsTeaser(body)) << body;
  }
}

TEST(IsMoreLink, IsTheWholeLine) {
  EXPECT_TRUE(IsMoreLink("Read more"));
  EXPECT_TRUE(IsMoreLink("» Подробнее"));
  EXPECT_TRUE(IsMoreLink("Back to top"));
  EXPECT_FALSE(IsMoreLink("Read more about elections"));
  EXPECT_FALSE(IsMoreLink(""));
}

TEST(EndsInMoreLink, NeedsWordsThatNothingElseEndsIn) {
  EXPECT_TRUE(EndsInMoreLink("Introduction of an institute Read more"));
  EXPECT_TRUE(EndsInMoreLink("议会反对党制度 阅读更多"));
  EXPECT_FALSE(EndsInMoreLink("Once More"));
  EXPECT_FALSE(EndsInMoreLink("Spread more"));
}

}  // namespace
}  // namespace muragat::import
