#include "import/manifest.h"

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

std::string WhyNot(std::string_view text) { return ReadManifest(text).status().message(); }

TEST(ReadManifest, ReadsATableByItsFirstLine) {
  const auto manifest = ReadManifest(
      "File,Document,date,reform,URL,title,language,author,captured\n"
      "a.html,kz/a,2019-07-17,\"Law, the first\",https://a.kz/,T,kk,me,2020\n"
      "b.html\n");
  ASSERT_TRUE(manifest.ok()) << manifest.status().message();
  ASSERT_EQ(manifest->rows.size(), 2u);
  const ManifestRow& row = manifest->rows[0];
  EXPECT_EQ(row.place, "line 2");
  EXPECT_EQ(row.file, "a.html");
  EXPECT_EQ(row.document, "kz/a");
  EXPECT_EQ(row.date, "2019-07-17");
  EXPECT_EQ(row.reform, "Law, the first");
  EXPECT_EQ(row.source, "https://a.kz/");
  EXPECT_EQ(row.title, "T");
  EXPECT_EQ(row.language, "kk");
  EXPECT_EQ(row.author, "me");
  EXPECT_EQ(row.captured, "2020");
  EXPECT_EQ(manifest->rows[1].file, "b.html");
  EXPECT_EQ(manifest->rows[1].document, "");
  EXPECT_TRUE(manifest->unknown.empty());
}

TEST(ReadManifest, ReadsTabsAndSemicolonsWhereTheFirstLineHoldsNoComma) {
  EXPECT_EQ(ReadManifest("file\tdocument\na,b\tc\n")->rows.at(0).document, "c");
  EXPECT_EQ(ReadManifest("file;document\na;c\n")->rows.at(0).document, "c");
}

TEST(ReadManifest, ReadsAListOfJson) {
  for (const char* text : {R"([{"file": "a", "date": "2019", "note": "x"}, {"path": "b", "reform": null}])",
                           R"( {"files": [{"file": "a", "date": "2019", "note": 1}, {"path": "b"}]})"}) {
    const auto manifest = ReadManifest(text);
    ASSERT_TRUE(manifest.ok()) << manifest.status().message();
    ASSERT_EQ(manifest->rows.size(), 2u);
    EXPECT_EQ(manifest->rows[0].place, "entry 1");
    EXPECT_EQ(manifest->rows[0].date, "2019");
    EXPECT_EQ(manifest->rows[1].file, "b");
    EXPECT_EQ(manifest->unknown, std::vector<std::string>{"note"});
  }
}

TEST(ReadManifest, NamesColumnsThatItDoesNotKnow) {
  const auto manifest = ReadManifest("file,note,remark\na,x,y\n");
  ASSERT_TRUE(manifest.ok());
  EXPECT_EQ(manifest->unknown, (std::vector<std::string>{"note", "remark"}));
}

TEST(ReadManifest, RefusesWhatItCannotRead) {
  EXPECT_EQ(WhyNot(""), "it is empty");
  EXPECT_EQ(WhyNot("\xff"), "it is not UTF-8");
  EXPECT_EQ(WhyNot("document,date\na,2019\n"), "it has no column \"file\" in its first line");
  EXPECT_EQ(WhyNot("file,path\na,b\n"), "it has the column \"path\" twice");
  EXPECT_EQ(WhyNot("file,date\na,2019,x\n"), "line 2 has more fields than the first line");
  EXPECT_EQ(WhyNot("[1]"), "entry 1 is no object");
  EXPECT_EQ(WhyNot("[{\"file\": 1}]"), "entry 1: \"file\" is no string");
  EXPECT_EQ(WhyNot("{\"a\": 1}"), "it has no list \"files\"");
  EXPECT_EQ(WhyNot("{\"files\": 1}"), "\"files\" is no list");
  EXPECT_NE(WhyNot("[{"), "");
}

}  // namespace
}  // namespace muragat::import
