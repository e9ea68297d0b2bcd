#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "import/html.h"
#include "muragat/text/utf8.h"
#include "tests/support/corpus.h"
#include "tests/support/random.h"

namespace muragat::import {
namespace {

// What any bytes may give: a document of well-formed text, or one message.
void ReadAny(std::string_view bytes) {
  const auto page = ReadHtml(bytes);
  if (!page.ok()) {
    EXPECT_EQ(page.status().code(), StatusCode::kInvalidArgument);
    return;
  }
  EXPECT_FALSE(FindInvalidUtf8(page->document.Text()));
  EXPECT_FALSE(FindInvalidUtf8(page->document.title));
  EXPECT_FALSE(HoldsControl(page->facts.source_url));
}

// Each file of the public test vectors as a page, each of its lines, and each page in tests of the parser.
TEST(HtmlVectors, HostilePagesAreReadOrRefused) {
  const auto folder = support::FindShared("vectors");
  if (!folder) GTEST_SKIP() << "skipped: no corpus";
  size_t pages = 0;
  for (const char* name : {"html5lib", "dompurify", "owasp", "naughty"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(*folder) / name)) {
      if (!entry.is_regular_file()) continue;
      std::stringstream bytes;
      bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      const std::string text = bytes.str();
      ReadAny(text);
      ++pages;
      std::string line, data;
      bool in_data = false;
      while (std::getline(bytes, line)) {
        ReadAny(line);
        ++pages;
        if (line == "#errors" && in_data) {
          ReadAny(data);
          data.clear();
        }
        if (line.starts_with("#")) in_data = line == "#data";
        if (in_data && line != "#data") data += line + "\n";
      }
    }
  }
  EXPECT_GE(pages, 10'000u);
}

TEST(HtmlVectors, AnyMarkupIsReadOrRefused) {
  support::Random random(5);
  const std::vector<std::string> pieces = {"<",
                                           ">",
                                           "</",
                                           "/>",
                                           "<!--",
                                           "-->",
                                           "<!doctype html>",
                                           "<p>",
                                           "<div>",
                                           "</div>",
                                           "<table>",
                                           "<tr>",
                                           "<td>",
                                           "</table>",
                                           "<ul>",
                                           "<li>",
                                           "</ul>",
                                           "<ol type=i start=-5>",
                                           "<a href='#x'>",
                                           "</a>",
                                           "<a name=x>",
                                           "<b>",
                                           "</b>",
                                           "<script>",
                                           "</script>",
                                           "<svg>",
                                           "</svg>",
                                           "<math>",
                                           "<select>",
                                           "<template>",
                                           "<pre>",
                                           "</pre>",
                                           "<blockquote>",
                                           "<h2>",
                                           "</h2>",
                                           "<main>",
                                           "<nav>",
                                           "<title>",
                                           "</title>",
                                           "<br>",
                                           "<sup>",
                                           "<img alt=x src=y>",
                                           "<plaintext>",
                                           "<form>",
                                           "&amp;",
                                           "&#0;",
                                           "&#xD800;",
                                           "\xff",
                                           std::string(1, '\0'),
                                           "\xc7\xe0",
                                           "x",
                                           " ",
                                           "\n",
                                           "'",
                                           "\"",
                                           "=",
                                           "# ",
                                           "[",
                                           "](",
                                           "|",
                                           "*",
                                           "\\",
                                           "<meta charset=windows-1251>",
                                           "<meta charset=utf-16>",
                                           "<frameset>",
                                           "<col>",
                                           "<caption>",
                                           "<q>",
                                           "<s>",
                                           "<del>",
                                           "</p>",
                                           "<time datetime=2020>",
                                           "<html lang=kk>",
                                           "<body>",
                                           "</body>",
                                           "</html>",
                                           "<noscript>",
                                           "<textarea>",
                                           "<object>"};
  for (int round = 0; round < 4000; ++round) {
    std::string page;
    for (size_t n = random.Below(60); n > 0; --n) page += random.Pick(pieces);
    ReadAny(page);
  }
}

}  // namespace
}  // namespace muragat::import
