#include "muragat/render/template.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

#include "muragat/render/json_object.h"

namespace muragat {
namespace {

TemplateValue Named(std::string text) {
  TemplateValue value;
  value.Set("name", std::move(text));
  return value;
}

TEST(TemplateRender, EscapesMarkupAndBothQuotes) {
  const Result<std::string> out = Template("<i title=\"{{name}}\">").Render(Named("<b>&\"'"));
  ASSERT_TRUE(out.ok());
  EXPECT_EQ(*out, "<i title=\"&lt;b&gt;&amp;&quot;&apos;\">");
}

TEST(TemplateRender, DoesNotReadATextAsATemplate) {
  const Result<std::string> out = Template("{{name}}").Render(Named("{{name}} {{{name}}} {{#name}}"));
  ASSERT_TRUE(out.ok());
  EXPECT_EQ(*out, "{{name}} {{{name}}} {{#name}}");
}

TEST(TemplateRender, RefusesFormsThatDoNotEscape) {
  EXPECT_EQ(Template("{{{name}}}").Render(Named("x")).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(Template("{{&name}}").Render(Named("x")).status().code(), StatusCode::kInvalidArgument);
}

TEST(TemplateRender, RefusesAnUnclosedSection) {
  EXPECT_EQ(Template("{{#name}}x").Render(Named("x")).status().code(), StatusCode::kInvalidArgument);
}

TEST(TemplateRender, WritesJsonAsItIsButForWhatMarkupIsMadeOf) {
  JsonObject object;
  object.Set("a", "\"'</script>&\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa");
  TemplateValue value;
  value.Set("data", TemplateValue::Json(object));
  const Result<std::string> out = Template("[{{data}}{{#data}}!{{/data}}]").Render(value);
  ASSERT_TRUE(out.ok());
  EXPECT_EQ(*out, R"([{"a":"\"'\u003c/script\u003e\u0026\u2028\u2029)"
                  "\xe2\x80\xaa"
                  R"("}!])");
}

TEST(TemplateRender, LeavesOutALineOfSectionsAndBlanks) {
  TemplateValue value = Named("x");
  value.Set("list", TemplateValue::List{Named("a"), Named("b")});
  value.Set("blank", std::string(" "));
  const Result<std::string> out = Template(
                                      "{{#list}}\n  {{name}};\n{{/list}}\n "
                                      "\n{{#none}}\nno\n{{/none}}\n{{#list}}{{blank}}{{/list}}\n{{blank}}\n"
                                      "{{^none}}one {{/none}}line\n{{#list}} {{/list}}")
                                      .Render(value);
  ASSERT_TRUE(out.ok());
  EXPECT_EQ(*out, "  a;\n  b;\n \n\n \none line\n");
}

TEST(TemplateRender, LooksUpANameInTheObjectsAround) {
  TemplateValue inner;
  inner.Set("own", std::string("1"));
  TemplateValue value = Named("x");
  value.Set("list", TemplateValue::List{inner});
  value.Set("text", std::string("t"));
  const Result<std::string> out =
      Template("{{#list}}{{own}}{{name}}{{#text}}{{own}}{{text}}{{/text}}{{/list}}{{own}}").Render(value);
  ASSERT_TRUE(out.ok());
  EXPECT_EQ(*out, "1x1t");
}

TEST(TemplateRender, RefusesWhatItDoesNotKnow) {
  for (const char* text : {"{{> other}}", "{{=<% %>=}}", "{{! remark}}", "{{}}", "{{name", "{{/name}}",
                           "{{#name}}{{/other}}", "{{#a}}{{#b}}{{/a}}{{/b}}"}) {
    EXPECT_EQ(Template(text).Render(Named("x")).status().code(), StatusCode::kInvalidArgument) << text;
  }
}

TEST(TemplateRender, RepeatsAListAndLeavesOutAnEmptyOne) {
  TemplateValue value;
  value.Set("full", TemplateValue::List{Named("a"), Named("b")});
  value.Set("empty", TemplateValue::List());
  const Result<std::string> out =
      Template("{{#full}}[{{name}}]{{/full}}{{#empty}}never{{/empty}}").Render(value);
  ASSERT_TRUE(out.ok());
  EXPECT_EQ(*out, "[a][b]");
}

TEST(TemplateValue, SetTextLeavesAnEmptyTextOut) {
  TemplateValue value;
  value.SetText("name", "");
  const Result<std::string> out =
      Template("{{#name}}there{{/name}}{{^name}}not there{{/name}}").Render(value);
  ASSERT_TRUE(out.ok());
  EXPECT_EQ(*out, "not there");
}

TEST(PageFiles, NoTemplateBypassesEscapingOrHoldsScriptOrStyleAttributes) {
  size_t templates = 0;
  for (const auto& entry : std::filesystem::directory_iterator(MURAGAT_SOURCE_DIR "/src/muragat/render")) {
    if (entry.path().extension() != ".mustache") continue;
    ++templates;
    std::stringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    std::string rest = text.str();
    std::vector<std::string_view> allowed;
    if (entry.path().filename() == "history.mustache") {  // its program, allowed by hash, and what that reads
      allowed = {"<script id=\"data\" type=\"application/octet-stream\">{{data}}</script>",
                 "<script>{{> history.js}}</script>"};
    }
    if (entry.path().filename() == "history.mustache" || entry.path().filename() == "document.mustache") {
      allowed.emplace_back("<script type=\"application/ld+json\">{{legislation}}</script>");  // JSON alone
    }
    for (const std::string_view piece : allowed) {
      ASSERT_NE(rest.find(piece), std::string::npos) << piece;
      rest.erase(rest.find(piece), piece.size());
    }
    for (const char* forbidden :
         {"{{{", "{{&", "{{ &", "{{=", "<script", " style=", "javascript:", "<img", "src="}) {
      EXPECT_EQ(rest.find(forbidden), std::string::npos) << entry.path() << " holds " << forbidden;
    }
  }
  EXPECT_EQ(templates, 11U);
}

}  // namespace
}  // namespace muragat
