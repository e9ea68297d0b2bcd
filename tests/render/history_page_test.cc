#include "muragat/render/history_page.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "muragat/base/base64.h"
#include "muragat/base/sha256.h"
#include "muragat/diff/text_diff.h"

namespace muragat {
namespace {

using Json = nlohmann::json;

HistoryPage MakePage(const std::string& first, const std::string& second) {
  HistoryPage page;
  page.latest = {.document = "a", .title = "Law", .language = "en", .as_of = "1 January 2002"};
  page.latest.sections.push_back({.lineage = 1, .title = "Law", .body = second});
  page.latest.reforms = {
      {.title = "First", .date = "1 January 2001", .iso_date = "2001-01-01", .words_in = 3},
      {.title = "Second", .date = "1 January 2002", .iso_date = "2002-01-01"}};
  page.sections.push_back({.lineage = 1, .title = "Law", .texts = {}});
  auto& texts = page.sections.front().texts;
  texts.push_back({.text = "# Law\n" + first, .heading_bytes = 6, .script = {}});
  texts.push_back({.text = "# Law\n" + second, .heading_bytes = 6, .script = {}});
  texts[1].script = DiffReadably(texts[0].text, texts[1].text).script;
  page.editions = {{{0, 0}}, {{0, 1}}};
  return page;
}

TEST(WriteHistoryData, HoldsTheFirstTextAndWhatEachEditionChanged) {
  const Json data = Json::parse(WriteHistoryData(MakePage("all men vote\n", "all people vote\n")));
  EXPECT_EQ(data["sections"], Json::parse(R"([[1,[6,"# Law\nall men vote\n"],[6,10,-3,"people",6]]])"));
  EXPECT_EQ(data["editions"], Json::parse(R"([[730485,[0,0],{"order":[0]}],[730850,[0,1]]])"));
}

TEST(WriteHistoryData, CountsInUnitsOfUtf16) {
  const Json data = Json::parse(WriteHistoryData(MakePage("сенат 😀 один\n", "сенат 😀 два\n")));
  EXPECT_EQ(data["sections"][0][2], Json::parse(R"([6,15,-4,"два",1])"));
}

TEST(RenderHistoryPage, BeginsWithThePolicyThatAllowsItsProgramAlone) {
  const Result<std::string> html = RenderHistoryPage(MakePage("one\n", "two\n"));
  ASSERT_TRUE(html.ok()) << html.status().message();
  const size_t begin = html->rfind("<script>") + 8;
  const std::string program = html->substr(begin, html->find("</script>", begin) - begin);
  EXPECT_NE(program.find("DecompressionStream"), std::string::npos);
  EXPECT_NE(html->find("<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "),
            std::string::npos);
  EXPECT_NE(html->find("script-src 'sha256-" + EncodeBase64(Sha256(program)) + "'"), std::string::npos);
}

TEST(RenderHistoryPage, ShowsTheLastTextAndEveryChangeWithoutScript) {
  const Result<std::string> html = RenderHistoryPage(MakePage("one\n", "<b>two</b> & all\n"));
  ASSERT_TRUE(html.ok()) << html.status().message();
  EXPECT_NE(html->find("&lt;b&gt;two&lt;/b&gt; &amp; all"), std::string::npos);
  EXPECT_NE(html->find("<time datetime=\"2001-01-01\">1 January 2001</time> <bdi>First</bdi> <i>+3</i>"),
            std::string::npos);
  EXPECT_EQ(html->find("<b>two"), std::string::npos);
}

TEST(RenderHistoryPage, RefusesEditionsThatDoNotFitTheReforms) {
  HistoryPage page = MakePage("one\n", "two\n");
  page.editions.pop_back();
  EXPECT_EQ(RenderHistoryPage(page).status().code(), StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace muragat
