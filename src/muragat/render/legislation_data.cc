#include "muragat/render/legislation_data.h"

#include <string>
#include <vector>

#include "muragat/render/language.h"
#include "muragat/render/link.h"

namespace muragat {
namespace {

JsonObject Terms() {
  JsonObject terms;
  terms.Set("@vocab", "https://schema.org/").Set("eli", "http://data.europa.eu/eli/ontology#");
  return terms;
}

// A reference to what an address names.
JsonObject Named(std::string_view address) {
  JsonObject reference;
  reference.Set("@id", address);
  return reference;
}

void SetUnlessEmpty(JsonObject& object, std::string_view field, const std::string& text) {
  if (!text.empty()) object.Set(field, text);
}

JsonObject DescribeSection(const Page& page, const PageSection& section) {
  const std::string anchor = "#s" + std::to_string(section.lineage);
  JsonObject part;
  part.Set("@type", "Legislation").Set("@id", anchor).Set("legislationIdentifier", page.document + anchor);
  SetUnlessEmpty(part, "name", section.title);
  SetUnlessEmpty(part, "eli:number", section.number);
  return part;
}

JsonObject DescribeReform(const PageReform& reform, size_t number) {
  JsonObject act;
  act.Set("@type", "Legislation").Set("@id", "#reform-" + std::to_string(number)).Set("name", reform.title);
  SetUnlessEmpty(act, "legislationDateOfApplicability", reform.iso_date);
  return act;
}

}  // namespace

JsonObject DescribeLegislation(const Page& page) {
  JsonObject out;
  out.Set("@context", Terms()).Set("@type", "Legislation").Set("legislationIdentifier", page.document);
  out.Set("name", page.title.empty() ? page.document : page.title);
  if (IsLanguageTag(page.language)) out.Set("inLanguage", page.language);
  if (!page.reforms.empty()) SetUnlessEmpty(out, "legislationDate", page.reforms.front().iso_date);
  SetUnlessEmpty(out, "legislationDateVersion", page.iso_as_of);
  SetUnlessEmpty(out, "eli:version_date", page.iso_version);
  if (page.in_force) out.Set("legislationLegalForce", Named("https://schema.org/InForce"));
  if (const auto source = ExternalLink(page.source_url)) out.Set("isBasedOn", Named(*source));
  std::vector<JsonObject> parts, acts;
  for (const PageSection& section : page.sections) parts.push_back(DescribeSection(page, section));
  if (!parts.empty()) out.Set("hasPart", parts);
  for (size_t i = 1; i < page.reforms.size(); ++i) {
    const PageReform& reform = page.reforms[i];
    if (reform.is_named && !reform.in_future) acts.push_back(DescribeReform(reform, i + 1));
  }
  if (acts.empty()) return out;
  JsonObject reverse;
  out.Set("@reverse", reverse.Set("legislationChanges", acts));
  return out;
}

}  // namespace muragat
