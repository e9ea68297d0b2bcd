#include "muragat/diff/typography.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(PlainTypography, MapsWhatDependsOnTheCapture) {
  EXPECT_EQ(PlainTypography("“Different\u00a0Opinions –  One Nation…”\r\n"),
            "\"Different Opinions - One Nation...\"");
  EXPECT_EQ(PlainTypography("  Kazakhstan’s «law»\tso\u00adcial "), "Kazakhstan's \"law\" social");
  EXPECT_EQ(PlainTypography(" \n\u3000"), "");
}

TEST(PlainTypography, LeavesMalformedBytes) {
  EXPECT_EQ(PlainTypography("a\xff"
                            "b"),
            "a\xff"
            "b");
}

TEST(TextBeforeCut, EndsAtTheLastDots) {
  EXPECT_EQ(TextBeforeCut("partners to ensure th... Read more\n\n"), "partners to ensure th");
  EXPECT_EQ(TextBeforeCut("wait... for 98 deputies.... Read more"), "wait... for 98 deputies");
  EXPECT_EQ(TextBeforeCut("партий… Читать далее"), "партий");
}

TEST(TextBeforeCut, IsNothingWithoutDotsNearTheEnd) {
  EXPECT_EQ(TextBeforeCut("no cut here"), "");
  EXPECT_EQ(
      TextBeforeCut("early... and then much more text that goes on and on for longer than any mark could be"),
      "");
  EXPECT_EQ(TextBeforeCut(""), "");
}

}  // namespace
}  // namespace muragat
