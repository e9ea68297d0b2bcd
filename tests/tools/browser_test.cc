// Exported pages in a real browser, opened from disk.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

Words Browse(const Workbench& bench, const std::string& page) {
  return {"chromium",
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--enable-logging=stderr",
          "--v=0",
          "--user-data-dir=" + bench.Path("profile"),
          "--dump-dom",
          "file://" + page};
}

bool HasBrowser() { return std::system("command -v chromium >/dev/null 2>&1") == 0; }

TEST(Browser, OpensEveryPageWithoutAConsoleMessage) {
  if (!HasBrowser()) GTEST_SKIP() << "skipped: no browser";
  const Workbench bench;
  ImportSample(bench);
  bench.Import("kz/hostile", "2001",
               "# <script>console.log(1)</script>\n\n<img src=x onerror=console.log(2)>\n");
  ASSERT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site")}).code, 0);
  const std::map<std::string, std::string> pages = {{"site/index.html", "Policy archive"},
                                                    {"site/documents/kz/parliament.html", "Majilis"},
                                                    {"site/documents/kz/parliament-ru.html", "Мажилис"},
                                                    {"site/documents/kz/hostile.html", "console.log"}};
  for (const auto& [page, words] : pages) {
    Child browser(Browse(bench, bench.Path(page)));
    const Outcome outcome = browser.Wait();
    EXPECT_EQ(outcome.code, 0) << page << outcome.err;
    EXPECT_NE(outcome.out.find(words), std::string::npos) << page << outcome.out;
    EXPECT_EQ(outcome.err.find("CONSOLE"), std::string::npos) << page << outcome.err;
  }
}

// The one that must be noticed, or the test above proves nothing.
TEST(Browser, SaysWhenAPageWritesToTheConsole) {
  if (!HasBrowser()) GTEST_SKIP() << "skipped: no browser";
  const Workbench bench;
  const std::string page = bench.Write("page.html", "<!doctype html><script>console.log('heard')</script>");
  Child browser(Browse(bench, page));
  EXPECT_NE(browser.Wait().err.find("CONSOLE"), std::string::npos);
}

// tests/pages/history.mjs says what is done and expected.
TEST(Browser, DrivesThePageOfAllDates) {
  const std::string folder = MURAGAT_SOURCE_DIR "/tests/pages";
  const bool has_driver = std::filesystem::exists(folder + "/node_modules/playwright-core") &&
                          std::system("command -v node >/dev/null 2>&1") == 0;
  if (!HasBrowser() || !has_driver) GTEST_SKIP() << "skipped: no browser, or no playwright-core to drive it";
  const Workbench bench;
  ImportSample(bench);
  // A section moves, another one goes; markup that is none; a text that comes back.
  bench.Import("kz/parliament", "2007-05-21",
               "# Parliament\n\nThe Parliament has <b>two</b> chambers 😀.\n\n"
               "## Article 51. Senate\n\nSenators serve six years and <script>alert(1)</script> rest.\n\n"
               "## Article 50. Majilis\n\nThe Majilis has 107 deputies.\n",
               {"--reform", "Amendments of 2007"});
  bench.Import("kz/parliament", "2017-03-10", kEnglish1998, {"--reform", "Amendments of 2017"});
  bench.Import("kz/parliament", "2022-06-08", "# Parliament\n\nThe Parliament has two chambers.\n",
               {"--reform", "Referendum of 2022"});
  const Outcome log = bench.Run({"log", "kz/parliament", "--json"});
  std::vector<std::string> lines = Lines(log.out);
  std::reverse(lines.begin(), lines.end());
  std::string texts;
  for (const std::string& line : lines) {
    const std::string date = nlohmann::json::parse(line)["valid"];
    const Outcome show = bench.Run({"show", "kz/parliament", "--as-of", date, "--raw"});
    texts += nlohmann::json{{"date", date}, {"text", show.out}}.dump() + "\n";
  }
  bench.Write("texts.jsonl", texts);
  ASSERT_EQ(
      bench.Run({"export", "--to", "html", "--history", "kz/parliament", "-o", bench.Path("h.html")}).code,
      0);
  Child driver(
      {"node", folder + "/history.mjs", bench.Path("h.html"), bench.Path("texts.jsonl"), bench.Path(".")});
  const Outcome outcome = driver.Wait();
  EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
}

}  // namespace
}  // namespace muragat::tools
