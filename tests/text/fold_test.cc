#include "muragat/text/fold.h"

#include <string>

#include <gtest/gtest.h>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

TEST(FoldCase, FoldsEveryScriptThatHasCase) {
  EXPECT_EQ(FoldCase("Past ELECTIONS 2022"), "past elections 2022");
  EXPECT_EQ(FoldCase("САЙЛАУ ҚҰҚЫҒЫ"), "сайлау құқығы");
  EXPECT_EQ(FoldCase("ÉLECTIONS"), "élections");
  EXPECT_EQ(FoldCase("STRASSE"), FoldCase("Straße"));
  EXPECT_EQ(FoldCase("ΣΊΣΥΦΟΣ"), FoldCase("Σίσυφος"));
  EXPECT_EQ(FoldCase("选举"), "选举");
}

TEST(FoldCase, OneCharacterWrittenInTwoWaysFoldsAlike) {
  EXPECT_EQ(FoldCase("e\u0301"), FoldCase("\u00e9"));
  EXPECT_EQ(FoldCase("ＡＢＣ"), "abc");
  EXPECT_EQ(FoldCase("ﬁn"), "fin");
  EXPECT_EQ(FoldCase("a\u00adb"), "ab");
}

// What stands alone is folded by table, what stands beside an ideograph by ICU.
TEST(FoldCase, IsTheSameBesideOtherScripts) {
  for (char32_t c = 1; c < 0x3100; ++c) {
    std::string text;
    AppendUtf8(text, c);
    EXPECT_EQ(FoldCase(text + ".选"), FoldCase(text + ".") + "选") << static_cast<uint32_t>(c);
  }
  EXPECT_EQ(FoldCase("Code Général, L’État – § 3\xd0"), "code général, l’état – § 3\ufffd");
}

TEST(FoldCase, MalformedBytesBecomeReplacementCharacters) {
  EXPECT_EQ(FoldCase("a\xff"), "a\ufffd");
  EXPECT_FALSE(FindInvalidUtf8(FoldCase("ж\xe2\x82 x")));
}

TEST(FoldTitle, MakesOneSpaceOfBlanks) {
  EXPECT_EQ(FoldTitle("  Past \t\n Elections\u00a0"), "past elections");
  EXPECT_EQ(FoldTitle("\u3000政治\u3000改革"), "政治 改革");
  EXPECT_EQ(FoldTitle(" \n "), "");
}

TEST(Slug, JoinsLettersAndDigitsOfEveryScriptWithHyphens) {
  EXPECT_EQ(Slug("Referendum of 5 June 2022"), "referendum-of-5-june-2022");
  EXPECT_EQ(Slug("ҚР Заңы 25.05.2020 № 333-VІ (күші жойылды)"), "қр-заңы-25-05-2020-333-vі-күші-жойылды");
  EXPECT_EQ(Slug("Créé par Loi 1803-03-14"), "créé-par-loi-1803-03-14");
  EXPECT_EQ(Slug("修改宪法"), "修改宪法");
  EXPECT_EQ(Slug("  -- a  / b --"), "a-b");
}

TEST(Slug, IsNeverEmpty) {
  EXPECT_EQ(Slug(""), "reform");
  EXPECT_EQ(Slug("…!?"), "reform");
}

TEST(Slug, IsCutAtAHyphen) {
  const std::string slug = Slug(std::string(100, 'a') + " " + std::string(100, 'b'));
  EXPECT_EQ(slug, std::string(100, 'a'));
  EXPECT_EQ(Slug(std::string(200, 'a')), std::string(160, 'a'));
  EXPECT_EQ(Slug(std::string(160, 'a')), std::string(160, 'a'));
  std::string cyrillic;
  for (int i = 0; i < 100; ++i) cyrillic += "ж";
  EXPECT_EQ(Slug(cyrillic), cyrillic.substr(0, 160));
}

TEST(Slug, AWordThatEndsAtTheLimitIsKeptWhole) {
  const std::string whole = std::string(100, 'a') + "-" + std::string(59, 'b');
  ASSERT_EQ(whole.size(), 160u);
  EXPECT_EQ(Slug(whole + " c"), whole);
}

}  // namespace
}  // namespace muragat
