#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "muragat/base/base64.h"
#include "muragat/base/sha256.h"
#include "tests/render/sample_page.h"

namespace muragat {
namespace {

std::string Html(const Page& page) {
  const Result<std::string> html = RenderDocumentPage(page);
  EXPECT_TRUE(html.ok()) << html.status().message();
  return html.ok() ? *html : std::string();
}

size_t Count(const std::string& text, std::string_view part) {
  size_t count = 0;
  for (size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
  return count;
}

#define EXPECT_HAS(html, part) EXPECT_NE((html).find(part), std::string::npos) << (part)
#define EXPECT_HAS_NOT(html, part) EXPECT_EQ((html).find(part), std::string::npos) << (part)

TEST(RenderDocumentPage, AllowsItsOneStyleByHashAndNothingElse) {
  const std::string html = Html(SamplePage());
  const size_t style = html.find("<style>") + 7;
  const std::string css = html.substr(style, html.find("</style>") - style);
  EXPECT_HAS(html,
             "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'sha256-" +
                 EncodeBase64(Sha256(css)) + "'; base-uri 'none'; form-action 'none'\">");
  EXPECT_EQ(Count(html, "<style"), 1U);
  EXPECT_HAS_NOT(html, " style=");
  EXPECT_EQ(Count(html, "<script"), 1U);  // and that is data
  EXPECT_EQ(Count(html, "<script type=\"application/ld+json\">{"), 1U);
  EXPECT_HAS_NOT(html, "url(");
  EXPECT_HAS_NOT(html, "@import");
}

TEST(RenderDocumentPage, SaysWhatItShowsAndAsOfWhen) {
  const std::string html = Html(SamplePage());
  EXPECT_HAS(html, "<title>Parliament of the Republic · as in force on 8 June 2022</title>");
  EXPECT_HAS(html, "<h1 lang=\"en\">Parliament of the Republic</h1>");
  EXPECT_HAS(html, "As in force on <strong>8 June 2022</strong> · recorded 23 November 2026 · commit 41");
  EXPECT_HAS(html,
             "<a href=\"https://example.org/parliament?a=1&amp;b=2\" rel=\"noopener noreferrer\">source</a>");
  EXPECT_HAS(html,
             "<a href=\"../../index.html\">All documents</a> / kz / constitutional-order / parliament</p>");
  EXPECT_HAS(html, "every text on this page is what its source published, mistakes included");
}

TEST(RenderDocumentPage, GivesEachSectionItsPermanentAnchor) {
  const std::string html = Html(SamplePage());
  for (const char* anchor : {"<section id=\"s1\">", "<section id=\"s2\">", "<section id=\"s3\">",
                             "<section id=\"s5\">", "<section id=\"s7\">", "<a href=\"#s7\""}) {
    EXPECT_HAS(html, anchor);
  }
}

TEST(RenderDocumentPage, PutsHeadingsAtTheirDepthWithoutAGap) {
  const std::string html = Html(SamplePage());
  EXPECT_HAS(html, "<h2 class=\"title\" lang=\"en\">Majilis<");
  EXPECT_HAS(html, "<h3 class=\"title\" lang=\"en\">Senate<");
  Page deep = SamplePage();
  deep.sections.resize(2);
  deep.sections[1].depth_levels = 9;
  EXPECT_HAS(Html(deep), "<h3 class=\"title\" lang=\"en\">Majilis<");
}

TEST(RenderDocumentPage, MarksTeasersAndNotes) {
  const std::string html = Html(SamplePage());
  EXPECT_EQ(Count(html, "cut by its source"), 1U);
  EXPECT_HAS(html, "obligatory under th... Read more</p>");
  EXPECT_HAS(html, "<span class=\"badge\" dir=\"auto\">was National Council of Public Trust</span>");
}

TEST(RenderDocumentPage, ShowsAChangeAsProseWithItsReform) {
  const std::string html = Html(SamplePage());
  EXPECT_HAS(
      html,
      "The Majilis consists of <del>one hundred and seven deputies</del><ins>ninety-eight deputies</ins>, "
      "elected …</p>");
  EXPECT_HAS(html, "<summary>1 change · first text 30 August 1995</summary>");
  EXPECT_HAS(
      html,
      "<time datetime=\"2022-06-08\">8 June 2022</time> · <a href=\"#reform-3\" dir=\"auto\">Referendum of "
      "5 June 2022</a><span class=\"n\">+14 −22 words</span>");
  EXPECT_HAS(html, "· first text · called “<bdi lang=\"en\">Lower chamber</bdi>” from then on");
  EXPECT_HAS(html, "· renamed<span class=\"n\">+12 −3 words</span>");
}

TEST(RenderDocumentPage, ListsReformsNewestFirstWithWhatTheyTouched) {
  const std::string html = Html(SamplePage());
  EXPECT_LT(html.find("<li id=\"reform-4\""), html.find("<li id=\"reform-3\""));
  EXPECT_LT(html.find("<li id=\"reform-3\""), html.find("<li id=\"reform-1\""));
  EXPECT_HAS(html,
             "<a href=\"#s2\" lang=\"en\">Majilis</a>, <a href=\"#s7\" lang=\"en\">National Kurultai</a>");
  EXPECT_HAS(html, "Assembly seats</bdi> · removed · −5 words</summary>");
  EXPECT_HAS(html, "<del>Nine deputies of the Assembly.</del>");
  EXPECT_HAS(html, "after the date of this page");
}

TEST(RenderDocumentPage, DrawsABarForEachReformThatLeadsToIt) {
  const std::string html = Html(SamplePage());
  EXPECT_EQ(Count(html, "<rect class=\"hit\""), 4U);
  EXPECT_EQ(
      Count(html,
            "<a href=\"#reform-3\"><title>8 June 2022 · Referendum of 5 June 2022 · +940 −610 words</title>"),
      1U);
  EXPECT_HAS(html, ">you are here</text>");
}

TEST(RenderDocumentPage, LeadsOnlyToAnchorsThatExist) {
  const std::string html = Html(SamplePage());
  for (size_t at = 0; (at = html.find("href=\"#", at)) != std::string::npos; ++at) {
    const std::string anchor = html.substr(at + 7, html.find('"', at + 7) - at - 7);
    EXPECT_EQ(Count(html, " id=\"" + anchor + "\""), 1U) << anchor;
  }
}

TEST(RenderDocumentPage, GivesLanguageAndDirection) {
  Page page = SamplePage();
  page.language = "ar";
  EXPECT_HAS(Html(page), "<h1 lang=\"ar\" dir=\"rtl\">");
  EXPECT_HAS(Html(page), "<main class=\"rtl\">");
  page.language = "und";
  EXPECT_HAS(Html(page), "<h1 dir=\"auto\">");
  EXPECT_HAS(Html(page), "<html lang=\"en\">");
}

TEST(RenderDocumentPage, DoesWithoutReformsSectionsAndTitles) {
  Page page;
  page.document = "a";
  const std::string html = Html(page);
  EXPECT_HAS(html, "<h1 dir=\"auto\">a</h1>");
  EXPECT_HAS(html, "From this date on the document has no text.");
  EXPECT_HAS_NOT(html, "<svg");
  EXPECT_HAS_NOT(html, "<nav");
}

TEST(RenderDocumentPage, FoldsALongListOfTouchedSections) {
  Page page = SamplePage();
  const PageSection section = page.sections[0];
  while (page.sections.size() < 12) page.sections.push_back(section);
  EXPECT_HAS(Html(page), "<details><summary>10 sections</summary>");
}

TEST(RenderDocumentPage, RefusesAChangeOfAReformThatIsNotThere) {
  Page page = SamplePage();
  page.sections[0].history[0].reform = 4;
  EXPECT_EQ(RenderDocumentPage(page).status().code(), StatusCode::kInvalidArgument);
}

TEST(RenderDocumentPage, GivesTheSameBytesAgain) { EXPECT_EQ(Html(SamplePage()), Html(SamplePage())); }

// Seen in Chromium at 1240 and 500 pixels, light and dark, and printed: text first, the five sections and
// their badges, bars of four years with the mark between the last two, changes struck out and underlined,
// nothing cut off.
TEST(RenderDocumentPage, EqualsTheGoldenPage) {
  const std::string path = MURAGAT_SOURCE_DIR "/tests/render/golden/document.html";
  const std::string html = Html(SamplePage());
  if (std::getenv("MURAGAT_REGENERATE") != nullptr) std::ofstream(path, std::ios::binary) << html;
  std::stringstream golden;
  golden << std::ifstream(path, std::ios::binary).rdbuf();
  EXPECT_TRUE(golden.str() == html)
      << "differs from " << path
      << "; if the change is meant, run with MURAGAT_REGENERATE=1 and look at the page";
}

}  // namespace
}  // namespace muragat
