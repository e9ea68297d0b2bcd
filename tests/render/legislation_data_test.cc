#include "muragat/render/legislation_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "muragat/render/history_page.h"
#include "tests/render/sample_page.h"

namespace muragat {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kBegin = "<script type=\"application/ld+json\">";

// The block as it stands in a page.
std::string BlockOf(const std::string& html) {
  const size_t begin = html.find(kBegin);
  if (begin == std::string::npos) return "";
  const size_t text = begin + kBegin.size();
  return html.substr(text, html.find("</script>", text) - text);
}

Page SmallPage() {
  Page page;
  page.document = "kz/parliament";
  page.title = "Parliament";
  page.language = "en";
  page.iso_as_of = "2022-12-31";
  page.iso_version = "2022-06";
  page.in_force = true;
  page.source_url = "https://example.org/a b";
  page.sections = {PageSection{.lineage = 2, .number = "50", .title = "Article 50. Majilis"},
                   PageSection{.lineage = 7}};
  page.reforms = {PageReform{.title = "Constitution", .iso_date = "1995-08-30", .is_named = true},
                  PageReform{.title = "Update of 2001", .iso_date = "2001"},
                  PageReform{.title = "Referendum", .iso_date = "2022-06", .is_named = true},
                  PageReform{.title = "To come", .iso_date = "2029", .is_named = true, .in_future = true}};
  return page;
}

TEST(DescribeLegislation, SaysWhatThePageKnows) {
  EXPECT_EQ(
      DescribeLegislation(SmallPage()).Text(),
      R"({"@context":{"@vocab":"https://schema.org/","eli":"http://data.europa.eu/eli/ontology#"},)"
      R"("@type":"Legislation","legislationIdentifier":"kz/parliament","name":"Parliament",)"
      R"("inLanguage":"en","legislationDate":"1995-08-30","legislationDateVersion":"2022-12-31",)"
      R"("eli:version_date":"2022-06","legislationLegalForce":{"@id":"https://schema.org/InForce"},)"
      R"("isBasedOn":{"@id":"https://example.org/a%20b"},"hasPart":[)"
      R"({"@type":"Legislation","@id":"#s2","legislationIdentifier":"kz/parliament#s2",)"
      R"("name":"Article 50. Majilis","eli:number":"50"},)"
      R"({"@type":"Legislation","@id":"#s7","legislationIdentifier":"kz/parliament#s7"}],)"
      R"("@reverse":{"legislationChanges":[{"@type":"Legislation","@id":"#reform-3","name":"Referendum",)"
      R"("legislationDateOfApplicability":"2022-06"}]}})");
}

TEST(DescribeLegislation, LeavesOutWhatIsNotKnown) {
  Page page;
  page.document = "d";
  page.language = "und";
  page.source_url = "javascript:alert(1)";
  EXPECT_EQ(DescribeLegislation(page).Text(),
            R"({"@context":{"@vocab":"https://schema.org/","eli":"http://data.europa.eu/eli/ontology#"},)"
            R"("@type":"Legislation","legislationIdentifier":"d","name":"d"})");
}

TEST(DescribeLegislation, StandsInBothKindsOfPages) {
  HistoryPage history;
  history.latest = SmallPage();
  history.editions.resize(history.latest.reforms.size());
  const auto wanted = Json::parse(DescribeLegislation(SmallPage()).Text());
  const auto one = RenderDocumentPage(SmallPage()), all = RenderHistoryPage(history);
  ASSERT_TRUE(one.ok() && all.ok());
  EXPECT_EQ(Json::parse(BlockOf(*one)), wanted);
  EXPECT_EQ(Json::parse(BlockOf(*all)), wanted);
}

TEST(DescribeLegislation, NothingEndsTheBlockThatHoldsIt) {
  const std::string hostile =
      "</script><!--<script>alert(1)</script>-->&lt;\xe2\x80\xa8\xe2\x80\xa9\\\"'\x01]]>";
  Page page = SmallPage();
  page.document = page.title = page.language = page.iso_as_of = page.iso_version = hostile;
  page.source_url = "https://example.org/" + hostile.substr(0, 20);
  for (PageSection& section : page.sections) section.title = section.number = hostile;
  for (PageReform& reform : page.reforms) reform.title = reform.iso_date = hostile;
  const auto html = RenderDocumentPage(page);
  ASSERT_TRUE(html.ok());
  const std::string block = BlockOf(*html);
  for (const std::string_view bytes : {"<", ">", "&", "\xe2\x80\xa8", "\xe2\x80\xa9"}) {
    EXPECT_EQ(block.find(bytes), std::string::npos) << bytes;
  }
  const Json read = Json::parse(block);
  EXPECT_EQ(read["name"], hostile);
  EXPECT_EQ(read["legislationIdentifier"], hostile);
  EXPECT_EQ(read["hasPart"][0]["name"], hostile);
  EXPECT_EQ(read["hasPart"][1]["legislationIdentifier"], hostile + "#s7");
  EXPECT_EQ(read["@reverse"]["legislationChanges"][0]["name"], hostile);
  EXPECT_FALSE(read.contains("inLanguage"));
}

}  // namespace
}  // namespace muragat
