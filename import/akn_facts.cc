#include "import/akn_facts.h"

#include <cstring>
#include <string_view>

#include <pugixml.hpp>

#include "import/page_address.h"
#include "muragat/text/locale_code.h"
#include "muragat/text/percent_code.h"

namespace muragat::import {
namespace {

std::optional<ValidDate> DateOf(pugi::xml_node node) {
  const auto date = ParseDate(node.attribute("date").value());
  return date.ok() ? std::optional<ValidDate>(*date) : std::nullopt;
}

// "/akn/za/act/1996/constitution" is "za/act/1996/constitution".
std::string DocumentOfWork(std::string_view work, bool own) {
  if (work.find("://") == std::string_view::npos && work.starts_with("/akn/")) work.remove_prefix(5);
  while (work.ends_with('/')) work.remove_suffix(1);
  if (own) return PercentDecode(work.substr(work.rfind('/') + 1));
  return DocumentIdOfAddress(work);
}

// What a reference "#id" means, among <references>.
pugi::xml_node Resolve(pugi::xml_node references, std::string_view reference) {
  if (!reference.starts_with('#')) return {};
  reference.remove_prefix(1);
  for (const pugi::xml_node node : references.children()) {
    if (reference == node.attribute("eId").value() || reference == node.attribute("id").value()) return node;
  }
  return {};
}

// The title of the act that an event comes from; an organisation or a person is none.
std::string TitleOfSource(pugi::xml_node references, pugi::xml_node event) {
  const pugi::xml_node node = Resolve(references, event.attribute("source").value());
  const std::string_view name = AknName(node);
  if (name == "TLCOrganization" || name == "TLCPerson" || name == "original") return {};
  return node.attribute("showAs").value();
}

void ReadLifecycle(pugi::xml_node meta, AknFacts& facts) {
  const pugi::xml_node references = AknChild(meta, "references");
  for (const pugi::xml_node event : AknChild(meta, "lifecycle").children()) {
    const std::optional<ValidDate> date = DateOf(event);
    if (!date || !facts.date) continue;
    if (date->first == facts.date->first) facts.reform = TitleOfSource(references, event);
    if (std::strcmp(event.attribute("type").value(), "repeal") == 0 && date->first > facts.date->first) {
      facts.repealed = date;
      facts.repealed_by = TitleOfSource(references, event);
    }
  }
}

}  // namespace

const char* AknName(pugi::xml_node node) {
  const char* const colon = std::strchr(node.name(), ':');
  return colon == nullptr ? node.name() : colon + 1;
}

pugi::xml_node AknChild(pugi::xml_node node, const char* name) {
  for (const pugi::xml_node child : node.children()) {
    if (std::strcmp(AknName(child), name) == 0) return child;
  }
  return {};
}

AknFacts ReadAknFacts(pugi::xml_node root) {
  AknFacts facts;
  const pugi::xml_node meta = AknChild(root, "meta");
  const pugi::xml_node identification = AknChild(meta, "identification");
  facts.own = std::strcmp(identification.attribute("source").value(), "#muragat") == 0;
  const pugi::xml_node work = AknChild(identification, "FRBRWork");
  facts.document = DocumentOfWork(AknChild(work, "FRBRuri").attribute("value").value(), facts.own);
  facts.title = AknChild(work, "FRBRalias").attribute("value").value();
  const pugi::xml_node expression = AknChild(identification, "FRBRExpression");
  const pugi::xml_node date = AknChild(expression, "FRBRdate");
  facts.date = DateOf(date);
  facts.seen = facts.own && std::strcmp(date.attribute("name").value(), "seen") == 0;
  facts.language = ShortLanguage(AknChild(expression, "FRBRlanguage").attribute("language").value());
  const pugi::xml_node references = AknChild(meta, "references");
  const std::string_view author = AknChild(expression, "FRBRauthor").attribute("href").value();
  if (author != "#source") facts.author = Resolve(references, author).attribute("showAs").value();
  if (facts.own) {
    const std::string_view source = Resolve(references, "#source").attribute("href").value();
    if (source.find("://") != std::string_view::npos) facts.source_url = source;
  }
  ReadLifecycle(meta, facts);
  return facts;
}

}  // namespace muragat::import
