// Exported pages in a real browser, opened from disk.
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace muragat::tools
