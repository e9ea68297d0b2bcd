#include "muragat/render/reform_page.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "muragat/base/base64.h"
#include "muragat/base/sha256.h"
#include "tests/render/sample_reform.h"

namespace muragat {
namespace {

std::string Html(const std::vector<ReformDocument>& documents, const ReformPage& page = SampleReform()) {
  const Result<std::string> html = RenderReformPage(page, documents);
  EXPECT_TRUE(html.ok()) << html.status().message();
  return html.ok() ? *html : std::string();
}

std::string Html() { return Html(SampleReformDocuments()); }

size_t Count(const std::string& text, std::string_view part) {
  size_t count = 0;
  for (size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
  return count;
}

#define EXPECT_HAS(html, part) EXPECT_NE((html).find(part), std::string::npos) << (part)
#define EXPECT_HAS_NOT(html, part) EXPECT_EQ((html).find(part), std::string::npos) << (part)

TEST(RenderReformPage, AllowsItsOneStyleByHashAndNothingElse) {
  const std::string html = Html();
  const size_t style = html.find("<style>") + 7;
  const std::string css = html.substr(style, html.find("</style>") - style);
  EXPECT_HAS(html,
             "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'sha256-" +
                 EncodeBase64(Sha256(css)) + "'; base-uri 'none'; form-action 'none'\">");
  EXPECT_EQ(Count(html, "<style"), 1U);
  for (const char* never : {" style=", "<script", "url(", "@import", "<form"}) EXPECT_HAS_NOT(html, never);
}

TEST(RenderReformPage, CountsWhatTheReformDid) {
  const std::string html = Html();
  EXPECT_HAS(html, "<title>Referendum of 5 June 2022 · before and after</title>");
  EXPECT_HAS(html, "<dt>documents</dt><dd>2</dd>");
  EXPECT_HAS(html, "<dt>sections</dt><dd>5</dd>");
  EXPECT_HAS(html, "<dt>words in</dt><dd class=\"in\">+24</dd>");
  EXPECT_HAS(html, "<dt>words out</dt><dd class=\"out\">−15</dd>");
  EXPECT_HAS(html,
             "Sections: 2 removed, 2 moved, 1 added, 1 changed, 1 renamed, 1 split · by weight: 4 "
             "substantive, 1 structural</p>");
}

TEST(RenderReformPage, OneOfEachIsNotPlural) {
  ReformDocument document;
  document.document = "a";
  document.words_in = 1;
  document.sections.resize(1);
  const std::string html = Html({document});
  EXPECT_HAS(html, "<dt>document</dt><dd>1</dd>");
  EXPECT_HAS(html, "<dt>section</dt><dd>1</dd>");
  EXPECT_HAS(html, "<dt>word in</dt><dd class=\"in\">+1</dd>");
  EXPECT_HAS(html, "<dt>words out</dt><dd class=\"out\">−0</dd>");
}

TEST(RenderReformPage, PutsOldAndNewLinesBesideEachOther) {
  const std::string html = Html();
  const std::string changed =
      "<p class=\"change\" lang=\"en\">The Majilis consists of <del>one hundred and seven "
      "deputies</del><ins>ninety-eight deputies</ins>, elected …</p>";
  EXPECT_HAS(html, "<div class=\"row same\"><div class=\"old\"><p class=\"change\" lang=\"en\">Two chambers");
  EXPECT_HAS(html, "<div class=\"row\"><div class=\"old\">" + changed + "</div><div class=\"new\">" +
                       changed + "</div></div>");
}

TEST(RenderReformPage, WritesWhatIsOnOneSideOnlyOnce) {
  const std::string html = Html();
  EXPECT_EQ(Count(html, "<ins>The Senate consists of deputies.</ins>"), 1U);
  EXPECT_HAS(html, "<div class=\"row alone\"><div class=\"new\">");
  EXPECT_EQ(Count(html, "<del>Nine deputies of the Assembly.</del>"), 1U);
  EXPECT_HAS(html, "<div class=\"row alone\"><div class=\"old\">");
}

TEST(RenderReformPage, SaysOfEachSectionWhatHappenedAndSinceWhen) {
  const std::string html = Html();
  EXPECT_HAS(html,
             "§ 50 · renamed, moved · substantive · <span class=\"words\">+5 −5 words</span><span "
             "class=\"badge\">was <bdi lang=\"en\">Lower chamber</bdi></span>");
  EXPECT_HAS(html, "before · in force since 21 May 2007</p>");
  EXPECT_HAS(html, "after · in force since 8 June 2022</p>");
  EXPECT_HAS(html, "before · not there</p>");
  EXPECT_HAS(html, "after · no longer there</p>");
  EXPECT_HAS(html, "out of: <bdi lang=\"en\">Chambers</bdi>, <bdi lang=\"en\">Opening text</bdi></p>");
  EXPECT_HAS(html, "became: <bdi lang=\"en\">Senate</bdi>, <bdi lang=\"en\">Majilis</bdi></p>");
  EXPECT_EQ(Count(html, "Its words stayed as they were."), 1U);
}

TEST(RenderReformPage, NamesItsSources) {
  const std::string html = Html();
  EXPECT_HAS(html,
             "before: in force since 21 May 2007 (<a href=\"https://example.org/parliament?of=2007&amp;a=b\" "
             "rel=\"noopener noreferrer\">source</a>)");
  EXPECT_HAS(html, "after: in force since 8 June 2022 (source: a printed gazette)");
  EXPECT_HAS(html, "after: no text from then on");
}

// An id with a space, a # and letters that are not Latin.
TEST(RenderReformPage, GivesDocumentsAndSectionsPermanentAnchors) {
  const std::string html = Html();
  for (const char* anchor :
       {"doc:kz/parliament", "doc:kz/parliament:s9", "doc:kz/%D9%85%D8%AC%D9%84%D8%B3%20%231",
        "doc:kz/%D9%85%D8%AC%D9%84%D8%B3%20%231:s1"}) {
    EXPECT_EQ(Count(html, " id=\"" + std::string(anchor) + "\""), 1U) << anchor;
    EXPECT_EQ(Count(html, " href=\"#" + std::string(anchor) + "\""), 2U) << anchor;
  }
}

TEST(RenderReformPage, LeadsOnlyToAnchorsThatExist) {
  const std::string html = Html();
  for (size_t at = 0; (at = html.find("href=\"#", at)) != std::string::npos; ++at) {
    const std::string anchor = html.substr(at + 7, html.find('"', at + 7) - at - 7);
    EXPECT_EQ(Count(html, " id=\"" + anchor + "\""), 1U) << anchor;
  }
}

TEST(RenderReformPage, GivesLanguageAndDirection) {
  const std::string html = Html();
  EXPECT_HAS(html, "<p class=\"change\" lang=\"ar\" dir=\"rtl\"><del>");
  EXPECT_HAS(html, "<h2 class=\"title\" lang=\"ar\" dir=\"rtl\">kz/مجلس #1<");
}

TEST(RenderReformPage, LinksToTheOtherPagesWhereThereAreSome) {
  const std::string html = Html();
  EXPECT_HAS(html,
             "<a href=\"../../index.html\">Policy archive</a><a href=\"../../reforms.html\">All reforms</a>");
  EXPECT_HAS(html, "<a href=\"../../documents/kz/parliament.html\">Parliament of the Republic</a>");
  ReformPage alone = SampleReform();
  alone.index_href = alone.reforms_href = "";
  EXPECT_HAS(Html({}, alone), "<b>Muragat</b><span>Policy archive</span></header>");
}

TEST(RenderReformPage, SaysThatInstructionsAreDrafted) {
  const std::string html = Html();
  EXPECT_EQ(Count(html, "<summary>The same as instructions</summary>"), 1U);
  EXPECT_HAS(html, "Drafted from the two texts when this page was made, not the wording of the act.");
  EXPECT_HAS(html, "1. In Majilis, for “107” substitute “98”.");
}

TEST(RenderReformPage, IsItsPiecesPutEndToEnd) {
  ReformContents contents;
  for (const ReformDocument& document : SampleReformDocuments()) contents.Add(document);
  EXPECT_EQ(contents.sections(), 5U);
  EXPECT_EQ(contents.words_in(), 24U);
  EXPECT_EQ(contents.words_out(), 15U);
  std::string html = *RenderReformHead(SampleReform(), contents) + "\n";
  for (const ReformDocument& document : SampleReformDocuments())
    html += *RenderReformDocument(document) + "\n";
  EXPECT_EQ(html + *RenderReformEnd(SampleReform()), Html());
}

// Seen in Chromium at 1240 and 390 pixels, light and dark, in both views: two columns that begin level, what
// went struck out on the left, what came underlined on the right; on the telephone one below the other.
TEST(RenderReformPage, EqualsTheGoldenPage) {
  const std::string path = MURAGAT_SOURCE_DIR "/tests/render/golden/reform.html";
  const std::string html = Html();
  if (std::getenv("MURAGAT_REGENERATE") != nullptr) std::ofstream(path, std::ios::binary) << html;
  std::stringstream golden;
  golden << std::ifstream(path, std::ios::binary).rdbuf();
  EXPECT_TRUE(golden.str() == html)
      << "differs from " << path
      << "; if the change is meant, run with MURAGAT_REGENERATE=1 and look at the page";
}

}  // namespace
}  // namespace muragat
