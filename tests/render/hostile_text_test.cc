#include <algorithm>
#include <array>
#include <regex>

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include "tests/render/sample_page.h"
#include "tests/render/sample_reform.h"

namespace muragat {
namespace {

constexpr const char* kPayloads[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "<![CDATA[<script>alert(1)</script>]]>",
    "\" onmouseover=\"alert(1)",
    "' style='background:url(//evil.example)",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](https://example.org/\"onmouseover=alert(1)//)",
    "[x](https://example.org/ \"a\\\"onmouseover=alert(1)\")",
    "![x](https://evil.example/pixel.png)",
    "![x\"onerror=alert(1)](x)",
    "<https://example.org/\"onmouseover=alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<iframe src=//evil.example></iframe>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<base href=//evil.example/>",
    "{{title}}{{{title}}}{{&title}}{{#sections}}{{/sections}}{{> page.css}}",
    "{{=<% %>=}}<%title%>",
    "```\n<script>alert(1)</script>\n```",
    "`<script>alert(1)</script>`",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "\xff\xfe<script>",
    "\u202Egnp.exe",
};

Page HostilePage(const std::string& payload) {
  Page page = SamplePage();
  page.document = payload;
  page.title = payload;
  page.language = payload;
  page.as_of = payload;
  page.recorded = payload;
  page.source_url = payload;
  page.index_href = payload;
  for (PageReform& reform : page.reforms) {
    reform.title = reform.date = reform.iso_date = payload;
    for (PageSectionChange& change : reform.gone) change.section_title = change.marked[0].text = payload;
  }
  for (PageSection& section : page.sections) {
    section.number = section.title = section.body = section.since = section.note = payload;
    for (PageSectionChange& change : section.history) {
      change.section_title = payload + "!";
      change.marked = {
          {EditKind::kKeep, payload}, {EditKind::kDelete, payload}, {EditKind::kInsert, payload}};
    }
  }
  return page;
}

std::vector<ReformDocument> HostileReformDocuments(const std::string& payload) {
  std::vector<ReformDocument> documents = SampleReformDocuments();
  for (ReformDocument& document : documents) {
    document.document = document.title = document.language = document.href = document.instructions = payload;
    document.before = document.after = {payload, payload};
    for (ReformSection& section : document.sections) {
      section.number = section.title = section.before_since = payload;
      section.was = payload + "!";
      section.from = section.to = {payload, payload};
      section.marked = {{EditKind::kKeep, payload + "\n" + payload},
                        {EditKind::kDelete, payload},
                        {EditKind::kInsert, payload, Move::kDown}};
    }
  }
  return documents;
}

constexpr std::array<std::string_view, 61> kElements = {
    "a",          "b",      "bdi",    "blockquote", "body",  "br",    "code",    "dd",      "del",
    "details",    "dl",     "dt",     "fieldset",   "input", "label", "legend",  "div",     "em",
    "figcaption", "figure", "footer", "g",          "h1",    "h2",    "h3",      "h4",      "h5",
    "h6",         "head",   "header", "hr",         "html",  "ins",   "li",      "line",    "main",
    "meta",       "nav",    "ol",     "p",          "pre",   "rect",  "s",       "section", "small",
    "span",       "strong", "style",  "summary",    "svg",   "table", "tbody",   "td",      "text",
    "th",         "thead",  "time",   "title",      "tr",    "ul",    "!doctype"};

// Every tag is one that the templates and the Markdown reader write, with attributes in plain double quotes
// that run nothing and lead nowhere but to web pages, addresses of mail and the page itself.
void ExpectHarmless(const std::string& html, const std::string& payload) {
  static const std::regex attribute(R"re( ([a-z0-9-]+)(?:="([^"<>]*)")?)re");
  const size_t style_begin = html.find("<style>") + 7, style_end = html.find("</style>");
  ASSERT_LT(style_begin, style_end);
  std::string markup = html.substr(0, style_begin) + html.substr(style_end);
  // A script that is data holds nothing that markup is made of.
  const std::string data = "<script type=\"application/ld+json\">";
  if (const size_t begin = markup.find(data); begin != std::string::npos) {
    const size_t end = markup.find("</script>", begin);
    ASSERT_NE(end, std::string::npos);
    EXPECT_EQ(markup.find_first_of("<>&", begin + data.size()), end) << payload;
    markup.erase(begin, end + 9 - begin);
  }
  for (size_t at = 0; (at = markup.find('<', at)) != std::string::npos; ++at) {
    const size_t end = markup.find('>', at);
    ASSERT_NE(end, std::string::npos);
    std::string tag = markup.substr(at + 1, end - at - 1);
    if (tag.starts_with('/')) tag.erase(0, 1);
    if (tag.ends_with('/')) tag.pop_back();
    const size_t name_end = std::min(tag.find(' '), tag.size());
    EXPECT_NE(std::find(kElements.begin(), kElements.end(), tag.substr(0, name_end)), kElements.end())
        << "<" << tag << "> from " << payload;
    size_t read = name_end;
    for (std::sregex_iterator
             match(tag.begin() + static_cast<std::ptrdiff_t>(name_end), tag.end(), attribute),
         last;
         match != last; ++match) {
      read += static_cast<size_t>(match->length());
      const std::string name = (*match)[1], value = (*match)[2];
      EXPECT_FALSE(name.starts_with("on") || name == "style" || name == "src") << tag << " from " << payload;
      if (name != "href") continue;
      const bool known = value.starts_with("#") || value.starts_with("https://example.org/") ||
                         value.find(':') == std::string::npos;
      EXPECT_TRUE(known) << tag << " from " << payload;
      EXPECT_FALSE(value.starts_with("//")) << tag << " from " << payload;
    }
    EXPECT_EQ(read, tag.size()) << "<" << tag << "> from " << payload;
  }
}

TEST(HostileText, MakesNoTagAndNoAttributeInMarkdown) {
  for (const char* payload : kPayloads) {
    const Result<std::string> html = RenderDocumentPage(HostilePage(payload));
    ASSERT_TRUE(html.ok()) << payload;
    ExpectHarmless(*html, payload);
  }
}

TEST(HostileText, MakesNoTagAndNoAttributeInPlainText) {
  for (const char* payload : kPayloads) {
    Page page = HostilePage(payload);
    page.media_type = "text/plain";
    const Result<std::string> html = RenderDocumentPage(page);
    ASSERT_TRUE(html.ok()) << payload;
    ExpectHarmless(*html, payload);
  }
}

TEST(HostileText, MakesNoTagAndNoAttributeInWhatAReformDid) {
  for (const char* payload : kPayloads) {
    ReformPage page = SampleReform();
    page.id = page.title = page.date = page.iso_date = page.recorded = payload;
    page.index_href = page.reforms_href = payload;
    const Result<std::string> html = RenderReformPage(page, HostileReformDocuments(payload));
    ASSERT_TRUE(html.ok()) << payload;
    ExpectHarmless(*html, payload);
  }
}

TEST(HostileText, TheCheckFindsWhatIsNotEscaped) {
  EXPECT_NONFATAL_FAILURE(ExpectHarmless("<style>x</style><p onclick=\"alert(1)\">", "control"), "onclick");
  EXPECT_NONFATAL_FAILURE(ExpectHarmless("<style>x</style><script>", "control"), "script");
  EXPECT_NONFATAL_FAILURE(
      ExpectHarmless("<style>x</style><script type=\"application/ld+json\">\"<!--\"</script>", "control"),
      "control");
  EXPECT_NONFATAL_FAILURE(ExpectHarmless("<style>x</style><a href=\"javascript:x\">", "control"),
                          "javascript");
}

TEST(HostileText, ShowsTemplateSyntaxLiterally) {
  Page page = SamplePage();
  page.title = "{{x}} {{{x}}} {{title}}";
  page.sections[0].body = "{{x}} {{{x}}} {{#sections}}";
  const Result<std::string> html = RenderDocumentPage(page);
  ASSERT_TRUE(html.ok());
  EXPECT_NE(html->find("<h1 lang=\"en\">{{x}} {{{x}}} {{title}}</h1>"), std::string::npos);
  EXPECT_NE(html->find("<p>{{x}} {{{x}}} {{#sections}}</p>"), std::string::npos);
}

}  // namespace
}  // namespace muragat
