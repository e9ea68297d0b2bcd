#include "muragat/render/language.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(TextDirection, FollowsTheLanguage) {
  EXPECT_EQ(TextDirection("kk"), "ltr");
  EXPECT_EQ(TextDirection("en-GB"), "ltr");
  EXPECT_EQ(TextDirection("ar"), "rtl");
  EXPECT_EQ(TextDirection("fa-IR"), "rtl");
  EXPECT_EQ(TextDirection("HE"), "rtl");
  EXPECT_EQ(TextDirection("ur"), "rtl");
  EXPECT_EQ(TextDirection("ug"), "rtl");
}

TEST(TextDirection, FollowsAScriptBeforeTheLanguage) {
  EXPECT_EQ(TextDirection("ug-Cyrl"), "ltr");
  EXPECT_EQ(TextDirection("kk-Arab"), "rtl");
  EXPECT_EQ(TextDirection("kk-Arab-CN"), "rtl");
}

TEST(TextDirection, IsLeftToTheTextWhereNothingIsKnown) {
  EXPECT_EQ(TextDirection("und"), "auto");
  EXPECT_EQ(TextDirection(""), "auto");
  EXPECT_EQ(TextDirection("\"><script>"), "auto");
}

std::string Attributes(std::string_view language) {
  TemplateValue value;
  SetLanguage(value, language);
  const Result<std::string> out = Template("<p{{> language}}>").Render(value);
  return out.ok() ? *out : out.status().message();
}

TEST(SetLanguage, LeavesOutWhatNeedNotBeSaid) {
  EXPECT_EQ(Attributes("kk"), "<p lang=\"kk\">");
  EXPECT_EQ(Attributes("ar"), "<p lang=\"ar\" dir=\"rtl\">");
  EXPECT_EQ(Attributes("und"), "<p dir=\"auto\">");
  EXPECT_EQ(Attributes("x\" onclick=\"alert(1)"), "<p dir=\"auto\">");
}

}  // namespace
}  // namespace muragat
