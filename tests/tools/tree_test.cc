#include "tools/tree.h"

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Tree, ListsTheSectionsInReadingOrder) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"tree", "kz/parliament"}).out,
            "section  number  title                  words  since\n"
            "s1               Parliament                 6  1995-08-30\n"
            "s4       49        Article 49. Laws         8  1998-10-07\n"
            "s2       50        Article 50. Majilis      8  1998-10-07\n"
            "s3       51        Article 51. Senate       7  1995-08-30\n");
}

TEST(Tree, HasTheDocumentedFields) {
  const Workbench bench;
  ImportSample(bench);
  const auto lines = Lines(bench.Run({"tree", "kz/parliament", "--as-of", "1998-10-06", "--json"}).out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0],
            "{\"document\":\"kz/parliament\",\"section\":\"s1\",\"number\":null,\"title\":\"Parliament\","
            "\"depth\":0,\"words\":6,\"teaser\":false,\"since\":\"1995-08-30\"}");
  EXPECT_EQ(lines[1],
            "{\"document\":\"kz/parliament\",\"section\":\"s2\",\"number\":\"50\","
            "\"title\":\"Article 50. Majilis\",\"depth\":1,\"words\":8,\"teaser\":false,"
            "\"since\":\"1995-08-30\"}");
}

TEST(Tree, ReadsNumbersInEveryLanguage) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"tree", "kz/parliament-ru"}).out,
            "section  number  title                 words  since\n"
            "s1               Парламент                 1  1995-08-30\n"
            "s2       50        Статья 50. Мажилис      8  1995-08-30\n"
            "s3       51        Статья 51. Сенат        5  1995-08-30\n");
  EXPECT_EQ(bench.Run({"tree", "kz/parliament-kk"}).out,
            "section  number  title              words  since\n"
            "s1               Парламент              1  1995-08-30\n"
            "s2       50        50-бап. Мәжіліс      7  1995-08-30\n"
            "s3                 Сенат                3  1995-08-30\n");
  EXPECT_NE(bench.Run({"tree", "kz/parliament-zh"}).out.find("五十"), std::string::npos);
}

TEST(Tree, ShowsWhatItsSourceHasCut) {
  const Workbench bench;
  const std::string path = bench.Write("page.txt", "Policy\n\nThe text that was cut sh... Read more\n");
  ASSERT_EQ(bench.Run({"import", path, "--date", "2020"}).code, 0);
  EXPECT_EQ(bench.Run({"tree", "page"}).out,
            "section  number  title   words  since\n"
            "s1               Policy      9  2020   cut by its source\n");
  EXPECT_NE(bench.Run({"tree", "page", "--json"}).out.find("\"teaser\":true"), std::string::npos);
}

TEST(Tree, OfATextWithoutHeadingsIsOneRow) {
  const Workbench bench;
  bench.Import("note", "2020", "Only words.\n");
  EXPECT_EQ(bench.Run({"tree", "note"}).out,
            "section  number  title         words  since\n"
            "s1               (no heading)      2  2020\n");
}

TEST(Tree, BeforeTheFirstEditionIsMissing) {
  const Workbench bench;
  bench.Import("note", "2020-03-01", "Only words.\n");
  const Outcome outcome = bench.Run({"tree", "note", "--as-of", "2020-02"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.err,
            "muragat: \"note\" has no text on 2020-02-29T23:59:59Z: its first edition is of 2020-03-01\n");
}

}  // namespace
}  // namespace muragat::tools
