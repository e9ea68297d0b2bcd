#include "muragat/render/reform_index.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

ReformIndexEntry Entry(const char* id, const char* title, const char* date, const char* iso_date,
                       uint64_t words_in, uint64_t words_out) {
  ReformIndexEntry entry;
  entry.id = id;
  entry.title = title;
  entry.date = date;
  entry.iso_date = iso_date;
  entry.words_in = words_in;
  entry.words_out = words_out;
  if (!entry.id.empty()) entry.href = "reforms/" + entry.id + ".html";
  entry.documents = {{"Parliament", "en", "documents/kz/parliament.html"}};
  return entry;
}

std::vector<ReformIndexEntry> Sample() {
  return {Entry("1995-08-30/constitution", "Constitution", "30 August 1995", "1995-08-30", 2100, 0),
          Entry("", "Updates of 1 June 2020", "1 June 2020", "2020-06-01", 51, 0),
          Entry("2022-06-08/referendum", "Referendum", "8 June 2022", "2022-06-08", 940, 610),
          Entry("2022-06-14/құрылтай", "Құрылтай", "14 June 2022", "2022-06-14", 90, 12)};
}

Result<std::string> Render(std::vector<ReformIndexEntry> entries) {
  ReformIndex index;
  index.as_of = "8 June 2022";
  index.recorded = "23 November 2026";
  index.commit = 41;
  index.index_href = "index.html";
  index.entries = std::move(entries);
  return RenderReformIndex(index);
}

std::string Html(std::vector<ReformIndexEntry> entries) {
  const Result<std::string> html = Render(std::move(entries));
  EXPECT_TRUE(html.ok()) << html.status().message();
  return html.ok() ? *html : std::string();
}

bool Has(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }

TEST(RenderReformIndex, ListsReformsNewestFirst) {
  const std::string html = Html(Sample());
  EXPECT_TRUE(
      Has(html, "<a href=\"index.html\">Policy archive</a><span>3 reforms · 1 update without a name</span>"));
  EXPECT_TRUE(Has(html,
                  "<li id=\"reform:2022-06-08%2Freferendum\"><p class=\"name\" dir=\"auto\"><a "
                  "href=\"reforms/2022-06-08/referendum.html\">Referendum</a></p>"));
  EXPECT_TRUE(Has(html,
                  "<time datetime=\"2022-06-08\">8 June 2022</time> · +940 −610 words · <bdi lang=\"en\"><a "
                  "href=\"documents/kz/parliament.html\">Parliament</a></bdi></div>"));
  EXPECT_TRUE(Has(html, "<li><p class=\"name\" dir=\"auto\">Updates of 1 June 2020</p>"));
  EXPECT_LT(html.find(">Құрылтай<"), html.find(">Referendum<"));
  EXPECT_LT(html.find(">Referendum<"), html.find(">Constitution<"));
}

TEST(RenderReformIndex, DrawsABarForEachYearThatLeadsToIt) {
  const std::string html = Html(Sample());
  EXPECT_TRUE(Has(html, "<a href=\"#y2022\"><title>2022: 2 reforms, +1,030 −622 words</title>"));
  EXPECT_TRUE(Has(html, "<section id=\"y2022\">"));
  EXPECT_TRUE(Has(html, "<title id=\"chart-title\">Words that came and went each year</title>"));
  EXPECT_TRUE(Has(
      html, "<desc id=\"chart-text\">From 1995 to 2022; the most in 1995: 1 reform, +2,100 words.</desc>"));
}

TEST(RenderReformIndex, SaysTheSameAsATable) {
  EXPECT_TRUE(Has(Html(Sample()),
                  "<tr><th scope=\"row\"><a href=\"#y2022\">2022</a></th><td class=\"end\">2</td><td "
                  "class=\"end\">1,030</td><td class=\"end\">622</td></tr>"));
}

TEST(RenderReformIndex, LongSpansAreDecades) {
  std::vector<ReformIndexEntry> entries = Sample();
  entries.insert(entries.begin(), Entry("0804-03/code", "Code", "March 804", "0804-03", 5, 0));
  entries.insert(entries.begin() + 1, Entry("1804/code", "Code", "1804", "1804", 5, 0));
  std::string html = Html(entries);
  EXPECT_TRUE(Has(html, "<h2 class=\"title\">800–899</h2>"));
  EXPECT_TRUE(Has(html, "<h2 class=\"title\">2000–2099</h2>"));
  entries.erase(entries.begin());
  html = Html(entries);
  EXPECT_TRUE(Has(html, "each decade</title>"));
  EXPECT_TRUE(Has(html, "<section id=\"y1800\">\n<h2 class=\"title\">1800–1809</h2>"));
}

TEST(RenderReformIndex, FoldsALongListOfDocuments) {
  std::vector<ReformIndexEntry> entries = Sample();
  entries[0].documents.resize(5, {"Senate", "und", ""});
  EXPECT_TRUE(Has(Html(entries), "<details><summary>5 documents</summary>"));
}

TEST(RenderReformIndex, EscapesTextsAndLinksNowhereElse) {
  ReformIndexEntry entry = Entry("\"><script>", "<img src=x onerror=alert(1)>", "<b>", "2022", 1, 1);
  entry.href = "javascript:alert(1)";
  entry.documents = {{"</bdi><script>", "\"><script>", "//evil.example"}};
  const std::string html = Html({entry});
  for (const char* never : {"<script", "<img", "javascript:", "//evil", "<b>2"})
    EXPECT_FALSE(Has(html, never)) << never;
  EXPECT_TRUE(Has(html, "&lt;img src=x onerror=alert(1)&gt;"));
}

TEST(RenderReformIndex, DoesWithoutReforms) {
  const std::string html = Html({});
  EXPECT_TRUE(Has(html, "No reform has changed these documents."));
  EXPECT_FALSE(Has(html, "<svg"));
}

TEST(RenderReformIndex, RefusesADateWithoutAYear) {
  EXPECT_EQ(Render({Entry("a", "A", "then", "then", 1, 0)}).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(Render({Entry("a", "A", "0", "0000", 1, 0)}).status().code(), StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace muragat
