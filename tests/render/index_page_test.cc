#include <gtest/gtest.h>

#include "muragat/render/page.h"

namespace muragat {
namespace {

IndexEntry Entry(const char* document, const char* title, const char* href) {
  IndexEntry entry;
  entry.document = document;
  entry.title = title;
  entry.href = href;
  entry.language = "en";
  entry.since = "8 June 2022";
  entry.editions = 3;
  entry.sections = 8;
  return entry;
}

std::string Html(std::vector<IndexEntry> documents) {
  IndexPage page;
  page.as_of = "8 June 2022";
  page.recorded = "23 November 2026";
  page.commit = 41;
  page.reforms = 7;
  page.documents = std::move(documents);
  const Result<std::string> html = RenderIndexPage(page);
  EXPECT_TRUE(html.ok()) << html.status().message();
  return html.ok() ? *html : std::string();
}

bool Has(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }

TEST(RenderIndexPage, ListsDocumentsWithTheirDates) {
  const std::string html = Html({Entry("kz/parliament", "Parliament", "kz/parliament.html")});
  EXPECT_TRUE(Has(html, "<title>Policy archive · as in force on 8 June 2022</title>"));
  EXPECT_TRUE(Has(html, "<a href=\"kz/parliament.html\">Parliament</a>"));
  EXPECT_TRUE(Has(html, "<bdi>kz/parliament</bdi> · since 8 June 2022 · 3 editions · 8 sections"));
  EXPECT_TRUE(Has(html, "<span>1 document · 7 reforms</span>"));
}

TEST(RenderIndexPage, GroupsByTheFirstSegment) {
  const std::string html = Html({Entry("kz/a", "A", "kz/a.html"), Entry("us/b", "B", "us/b.html"),
                                 Entry("kz/c", "C", "kz/c.html"), Entry("d", "D", "d.html")});
  EXPECT_TRUE(Has(html, "<a href=\"#g1\" dir=\"auto\">kz</a><small>2 documents</small>"));
  EXPECT_TRUE(Has(html, "<h2 class=\"title\" dir=\"auto\">us</h2>"));
  EXPECT_TRUE(Has(html, "<h2 class=\"title\" dir=\"auto\">Documents</h2>"));
  EXPECT_LT(html.find("kz/c.html"), html.find("us/b.html"));
}

TEST(RenderIndexPage, SaysWhereADocumentHasNoText) {
  IndexEntry entry = Entry("kz/old", "Old law", "");
  entry.removed = true;
  const std::string html = Html({entry});
  EXPECT_TRUE(Has(html, "no text since 8 June 2022"));
  EXPECT_TRUE(Has(html, "<p class=\"name\" lang=\"en\">Old law</p>"));
}

TEST(RenderIndexPage, EscapesTitlesAndLinksNowhereElse) {
  const std::string html = Html({Entry("<script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)")});
  EXPECT_FALSE(Has(html, "<script"));
  EXPECT_FALSE(Has(html, "<img"));
  EXPECT_FALSE(Has(html, "javascript:"));
  EXPECT_TRUE(Has(html, "&lt;img src=x onerror=alert(1)&gt;"));
}

TEST(RenderIndexPage, LinksToTheReformsWhereTheyAreListed) {
  IndexPage page;
  page.reforms = 7;
  page.reforms_href = "reforms.html";
  const Result<std::string> html = RenderIndexPage(page);
  ASSERT_TRUE(html.ok());
  EXPECT_TRUE(Has(*html, "<span>0 documents · <a href=\"reforms.html\">7 reforms</a></span>"));
}

TEST(RenderIndexPage, DoesWithoutDocuments) {
  EXPECT_TRUE(Has(Html({}), "<span>0 documents · 7 reforms</span>"));
}

}  // namespace
}  // namespace muragat
