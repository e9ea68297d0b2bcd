#include "muragat/render/template.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

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
    if (entry.path().filename() == "history.mustache") {  // its program, allowed by hash, and what that reads
      for (const std::string_view allowed :
           {"<script id=\"data\" type=\"application/octet-stream\">{{data}}</script>",
            "<script>{{> history.js}}</script>"}) {
        ASSERT_NE(rest.find(allowed), std::string::npos) << allowed;
        rest.erase(rest.find(allowed), allowed.size());
      }
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
