#include "tools/export_reform.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

Words Reform(const std::string& name, const Words& more = {}) {
  Words words = {"export", "--to", "html", "--reform", name};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(ExportReform, IsOnePageOfAllThatItDid) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run(Reform("1998-10-07/amendments-of-1998", {"-o", bench.Path("r.html")}));
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const std::string html = bench.Read("r.html");
  EXPECT_TRUE(Has(html, "<h1 dir=\"auto\">Amendments of 1998</h1>"));
  EXPECT_TRUE(Has(html, "<dt>documents</dt><dd>") || Has(html, "<dt>document</dt><dd>1</dd>"));
  EXPECT_TRUE(Has(html, "<dt>sections</dt><dd>2</dd>"));
  EXPECT_TRUE(Has(html, "<dt>words in</dt><dd class=\"in\">+9</dd>"));
  EXPECT_TRUE(Has(html, "<dt>word out</dt><dd class=\"out\">−1</dd>"));
  EXPECT_TRUE(Has(html, "The Majilis has <del>67</del><ins>77</ins> deputies."));
  EXPECT_TRUE(Has(html, "<ins>The Parliament makes the laws.</ins>"));
  EXPECT_TRUE(Has(html, "before · in force since 30 August 1995"));
  EXPECT_TRUE(Has(html, "1. Before Article 50 insert:") || Has(html, "substitute “77”"));
}

TEST(ExportReform, IsNamedAsReformShowNamesIt) {
  const Workbench bench;
  ImportSample(bench);
  const std::string by_id = bench.Run(Reform("1995-08-30/constitution-of-1995")).out;
  EXPECT_EQ(bench.Run(Reform("Constitution of 1995")).out, by_id);
  for (const char* id : {"doc:kz/parliament\"", "doc:kz/parliament-kk\"", "doc:kz/parliament-ru\"",
                         "doc:kz/parliament-zh\"", "doc:kz/parliament-zh:s2\""})
    EXPECT_TRUE(Has(by_id, " id=\"" + std::string(id))) << id;
  EXPECT_TRUE(Has(by_id, "<h3 class=\"title\" lang=\"zh\">第五十条 下院"));
  const Outcome unknown = bench.Run(Reform("Constitution of 1996"));
  EXPECT_EQ(unknown.code, 3);
  EXPECT_EQ(Lines(unknown.err).size(), 1u) << unknown.err;
}

TEST(ExportReform, TakesOnlyTheDocumentsThatFit) {
  const Workbench bench;
  ImportSample(bench);
  const std::string html = bench.Run(Reform("Constitution of 1995", {"*-ru", "*-kk"})).out;
  EXPECT_TRUE(Has(html, "<dt>documents</dt><dd>2</dd>"));
  EXPECT_FALSE(Has(html, "parliament-zh"));
  EXPECT_EQ(bench.Run(Reform("Constitution of 1995", {"us/*"})).code, 1);
}

TEST(ExportReform, AReformThatChangedNothingIsNo) {
  const Workbench bench;
  ImportSample(bench);
  ASSERT_EQ(bench.Run({"reform", "add", "Law of 2027", "--date", "2027"}).code, 0);
  const Outcome outcome = bench.Run(Reform("Law of 2027", {"-o", bench.Path("r.html")}));
  EXPECT_EQ(outcome.code, 1);
  EXPECT_FALSE(fs::exists(bench.Path("r.html")));
}

TEST(ExportReform, ShowsARemovalAndWhatTheArchiveKnewThen) {
  const Workbench bench;
  ImportSample(bench);
  ASSERT_EQ(
      bench.Run({"remove", "kz/parliament-zh", "--date", "1998-10-07", "--reform", "Amendments of 1998"})
          .code,
      0);
  const std::string html = bench.Run(Reform("Amendments of 1998")).out;
  EXPECT_TRUE(Has(html, "<dt>documents</dt><dd>2</dd>"));
  EXPECT_TRUE(Has(html, "after: no text from then on"));
  EXPECT_TRUE(Has(html, "<del>下院有67名议员。</del>"));
  EXPECT_FALSE(Has(bench.Run(Reform("Amendments of 1998", {"--known-at", "5"})).out, "下院"));
}

TEST(ExportReform, IsTheSameBytesTwice) {
  const Workbench bench;
  ImportSample(bench);
  const std::string once = bench.Run(Reform("Constitution of 1995")).out;
  bench.clock.Set("2031-01-01T00:00:00Z");
  EXPECT_EQ(bench.Run(Reform("Constitution of 1995")).out, once);
}

TEST(ExportReform, RefusesWhatDoesNotGoWithIt) {
  const Workbench bench;
  ImportSample(bench);
  for (const Words& more : {Words{"--as-of", "2000"}, Words{"--history"}})
    EXPECT_EQ(bench.Run(Reform("Constitution of 1995", more)).code, 2);
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl", "--reform", "Constitution of 1995"}).code, 2);
}

TEST(ExportReform, AFailureLeavesNoHalfFile) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome =
      RunProgram(bench, Reform("Amendments of 1998", {"-o", bench.Path("r.html")}), {.max_file_bytes = 8000});
  EXPECT_EQ(outcome.code, 8) << outcome.err;
  EXPECT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
  EXPECT_FALSE(fs::exists(bench.Path("r.html")));
  bench.Write("there.html", "mine");
  EXPECT_EQ(bench.Run(Reform("Amendments of 1998", {"-o", bench.Path("there.html")})).code, 2);
  EXPECT_EQ(bench.Read("there.html"), "mine");
  EXPECT_EQ(bench.Run(Reform("Amendments of 1998", {"-o", bench.Path("dry.html"), "--dry-run"})).code, 0);
  EXPECT_FALSE(fs::exists(bench.Path("dry.html")));
}

TEST(ExportHtml, ListsReformsAndGivesEachAPage) {
  const Workbench bench;
  ImportSample(bench);
  bench.Import("kz/senate", "1997", "# Senate\n\nNew rules.\n");
  bench.Import("reforms", "1998-10-07", "# A document of that name\n", {"--reform", "Amendments of 1998"});
  ASSERT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site")}).code, 0);
  const auto files = bench.Listing("site");
  EXPECT_TRUE(files.contains("documents/reforms.html"));
  const std::string& list = files.at("reforms.html");
  EXPECT_TRUE(Has(list, "<a href=\"reforms/1998-10-07/amendments-of-1998.html\">Amendments of 1998</a>"));
  EXPECT_TRUE(Has(list, "Updates of 1997</p>"));
  EXPECT_TRUE(Has(list, "<a href=\"documents/kz/parliament.html\">Parliament</a>"));
  EXPECT_TRUE(Has(files.at("index.html"), "<a href=\"reforms.html\">2 reforms</a>"));
  const std::string& page = files.at("reforms/1998-10-07/amendments-of-1998.html");
  EXPECT_TRUE(Has(page, "<a href=\"../../documents/kz/parliament.html\">Parliament</a>"));
  EXPECT_TRUE(Has(page, "<a href=\"../../reforms.html\">All reforms</a>"));
  EXPECT_TRUE(Has(page, "The Majilis has <del>67</del><ins>77</ins> deputies."));
}

// What has no text at the date of the snapshot has no page, but reforms are shown whole.
TEST(ExportHtml, ShowsReformsWhole) {
  const Workbench bench;
  ImportSample(bench);
  ASSERT_EQ(
      bench.Run({"remove", "kz/parliament-zh", "--date", "1998-10-07", "--reform", "Amendments of 1998"})
          .code,
      0);
  ASSERT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site")}).code, 0);
  const auto files = bench.Listing("site");
  EXPECT_FALSE(files.contains("documents/kz/parliament-zh.html"));
  EXPECT_TRUE(Has(files.at("reforms/1998-10-07/amendments-of-1998.html"), "<del>下院有67名议员。</del>"));
  EXPECT_TRUE(Has(files.at("reforms.html"), "<bdi lang=\"zh\">议会</bdi>"));
}

}  // namespace
}  // namespace muragat::tools
