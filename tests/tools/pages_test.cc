// Exported pages against published hostile strings, rules of accessibility and the grammar of HTML.
// tests/pages/*.mjs say what is done and expected.
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/corpus.h"
#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

const std::string kDrivers = MURAGAT_SOURCE_DIR "/tests/pages";

// Where the vectors are, by the folder that MURAGAT_CORPORA names, else beside the sources.
std::string Vectors() {
  const char* given = std::getenv("MURAGAT_CORPORA");
  return (given != nullptr ? std::string(given) : MURAGAT_SOURCE_DIR "/../shared") + "/vectors";
}

bool Has(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

// What is missing, or nothing.
std::string MissingDriver() {
  if (!Has("chromium")) return "no browser";
  if (!Has("node") || !fs::exists(kDrivers + "/node_modules/playwright-core")) return "no playwright-core";
  return "";
}

void ExpectDone(const Words& words) {
  Child driver(words);
  const Outcome outcome = driver.Wait();
  EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err.substr(0, 4000);
}

TEST(Pages, ShowHostileStringsAndDoNothingElse) {
  if (const std::string missing = MissingDriver(); !missing.empty()) GTEST_SKIP() << "skipped: " << missing;
  if (!fs::exists(Vectors() + "/dompurify")) GTEST_SKIP() << "skipped: no vectors";
  const Workbench bench;
  Child writer({"node", kDrivers + "/hostile.mjs", "write", Vectors()});
  const Outcome states = writer.Wait();
  ASSERT_EQ(states.code, 0) << states.err;
  const Outcome imported = bench.Run({"import", "--format", "jsonl", "-"}, states.out);
  ASSERT_TRUE(imported.code == 0 || imported.code == 6) << imported.err;
  ASSERT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site")}).code, 0);
  ASSERT_EQ(bench.Run({"export", "--to", "html", "--history", "all", "-o", bench.Path("all.html")}).code, 0);
  ExpectDone(
      {"node", kDrivers + "/hostile.mjs", "check", Vectors(), bench.Path("site"), bench.Path("all.html")});
}

// The one that must be noticed, or the test above proves nothing.
TEST(Pages, HostileStringsDoFireWhereNothingEscapesThem) {
  if (const std::string missing = MissingDriver(); !missing.empty()) GTEST_SKIP() << "skipped: " << missing;
  if (!fs::exists(Vectors() + "/dompurify")) GTEST_SKIP() << "skipped: no vectors";
  ExpectDone({"node", kDrivers + "/hostile.mjs", "control", Vectors()});
}

// Pages of several scripts, with every element that a text may become.
std::vector<std::string> ExportPages(const Workbench& bench) {
  ImportSample(bench);
  bench.Import("ar/order", "2001-02-03",
               "# القانون رقم 7\n\n## المادة 1\n\nيسري هذا القانون من تاريخ نشره (2001).\n",
               {"--language", "ar", "--reform", "الإصلاح"});
  bench.Import(
      "kz/all", "2001-02-03",
      "# Title\n\nText with `code`, *emphasis*, **weight**, ~~gone~~ and [a link](https://example.org/).\n\n"
      "## List\n\n1. one\n2. two\n   - inner\n\n> quoted\n\n```\nfenced\n```\n\n"
      "| a | b |\n|---|--:|\n| 1 | 2 |\n\n![an image](https://example.org/x.png)\n\n#### Deep\n\n---\n",
      {"--language", "en", "--source", "https://example.org/"});
  bench.Import("kz/all", "2003", "# Title\n\nText.\n\n## List\n\n1. one\n", {"--reform", "Reform of 2003"});
  bench.Import("kz/all", "2030", "# Title\n\nText to come.\n", {"--reform", "Reform of 2030"});
  EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site")}).code, 0);
  EXPECT_EQ(
      bench.Run({"export", "--to", "html", "--history", "kz/all", "-o", bench.Path("site/all.html")}).code,
      0);
  std::vector<std::string> pages;
  for (const auto& [name, bytes] : bench.Listing("site")) {
    if (name.ends_with(".html")) pages.push_back(bench.Path("site/" + name));
  }
  return pages;
}

TEST(Pages, BreakNoRuleOfAccessibility) {
  if (const std::string missing = MissingDriver(); !missing.empty()) GTEST_SKIP() << "skipped: " << missing;
  if (!fs::exists(kDrivers + "/node_modules/axe-core")) GTEST_SKIP() << "skipped: no axe-core";
  const Workbench bench;
  Words words = {"node", kDrivers + "/audit.mjs", "-"};
  for (const std::string& page : ExportPages(bench)) words.push_back(page);
  EXPECT_EQ(words.size(), 3U + 8U + 6U);  // of documents, of reforms
  ExpectDone(words);
}

TEST(Pages, ChartsOfPhrasesBreakNoRuleOfAccessibility) {
  if (const std::string missing = MissingDriver(); !missing.empty()) GTEST_SKIP() << "skipped: " << missing;
  if (!fs::exists(kDrivers + "/node_modules/axe-core")) GTEST_SKIP() << "skipped: no axe-core";
  const auto corpus = support::FindCorpus("site-policy");
  if (!corpus) GTEST_SKIP() << "skipped: no corpus";
  const Workbench bench;
  ASSERT_EQ(bench.Run({"import", "--format", "jsonl", *corpus}).code, 0);
  const Outcome chart = bench.Run({"phrase", "copyright", "personal data", "DMCA", "--svg"});
  ASSERT_EQ(chart.code, 0) << chart.err;
  // By itself, and as somebody would publish it.
  bench.Write("chart.svg", chart.out);
  bench.Write("chart.html", "<!doctype html><html lang=\"en\"><title>Chart</title><main><h1>Chart</h1>\n" +
                                chart.out.substr(chart.out.find("<svg")) + "</main></html>\n");
  ExpectDone({"node", kDrivers + "/audit.mjs", "-", bench.Path("chart.svg"), bench.Path("chart.html")});
}

TEST(Pages, AreHtmlWithoutAnError) {
  const std::string checker = kDrivers + "/node_modules/vnu-jar/build/dist/vnu.jar";
  if (!Has("java") || !fs::exists(checker)) GTEST_SKIP() << "skipped: no java, or no vnu-jar";
  const Workbench bench;
  Words words = {"java", "-jar", checker};
  for (const std::string& page : ExportPages(bench)) words.push_back(page);
  ExpectDone(words);
}

}  // namespace
}  // namespace muragat::tools
