#include "muragat/render/akn.h"

#include <algorithm>
#include <map>
#include <set>

#include <pugixml.hpp>

#include "muragat/render/akn_body.h"
#include "muragat/render/body.h"
#include "muragat/render/link.h"
#include "muragat/render/page.h"
#include "muragat/text/ascii.h"
#include "muragat/text/locale_code.h"
#include "muragat/text/percent_code.h"

namespace muragat {
namespace {

constexpr char kNamespace[] = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
constexpr std::string_view kNoCountry = "zz";  // ISO 3166 leaves it to its users

// The host of an address, for people.
std::string HostOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::string(url);
  const std::string_view rest = url.substr(scheme + 3);
  return std::string(rest.substr(0, rest.find_first_of("/?#")));
}

// As XML Schema writes it: a second of a day with its time, anything else as its first day.
std::string XmlDate(const ValidDate& date) {
  return date.precision == Precision::kSecond ? FormatDate(date) : FormatDay(date.first);
}

bool IsCoarse(const ValidDate& date) { return date.precision < Precision::kDay; }

bool IsLanguageTag(std::string_view tag) {
  size_t part_bytes = 0;
  bool first = true;
  for (const char c : tag) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '-' && part_bytes > 0) {
      part_bytes = 0;
      first = false;
    } else if ((!letter && (first || c < '0' || c > '9')) || ++part_bytes > 8) {
      return false;
    }
  }
  return part_bytes > 0 && tag != "und";
}

class Writer {
 public:
  explicit Writer(const AknDocument& document) : document_(document) {
    const std::string first = document.id.substr(0, document.id.find('/'));
    country_ = first.size() < document.id.size() && IsCountryCode(first) ? first : std::string(kNoCountry);
    language_ = ThreeLetterLanguage(document.language);
  }

  AknText Write() {
    pugi::xml_document xml;
    pugi::xml_node declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    pugi::xml_node root = xml.append_child("akomaNtoso");
    root.append_attribute("xmlns") = kNamespace;
    pugi::xml_node act = root.append_child("act");
    act.append_attribute("name") = "act";
    act.append_attribute("contains") = "singleVersion";
    WriteMeta(act.append_child("meta"));
    pugi::xml_node body = act.append_child("body");
    if (IsLanguageTag(document_.language)) Set(body, "xml:lang", document_.language);
    AppendAknSections(document_.sections, IsMarkdown(document_.media_type), body, ids_, losses_);
    StringWriter out;
    xml.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
    return {std::move(out.text), LossLines()};
  }

 private:
  struct StringWriter final : pugi::xml_writer {
    void write(const void* data, size_t size) override { text.append(static_cast<const char*>(data), size); }
    std::string text;
  };

  void Set(pugi::xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name) = XmlText(value, losses_).c_str();
  }

  // Sets an eId that is not taken.
  void SetId(pugi::xml_node node, const std::string& id) {
    ids_.insert(id);
    Set(node, "eId", id);
  }

  void WriteMeta(pugi::xml_node meta) {
    // The reforms come first in the order of their numbers, and behind the life of the document in the file.
    for (const AknEvent& event : document_.events) {
      if (!event.reform.title.empty()) {
        references_.try_emplace(event.reform.id, "ref_" + std::to_string(references_.size() + 1));
      }
    }
    WriteIdentification(meta.append_child("identification"));
    WriteLifecycle(meta.append_child("lifecycle"));
    WriteReferences(meta.append_child("references"));
  }

  void WriteIdentification(pugi::xml_node node) {
    Set(node, "source", "#muragat");
    const ValidDate& first = document_.events.front().date;
    const ValidDate& valid = document_.events.back().date;
    const std::string work =
        "/akn/" + country_ + "/act/" + FormatDay(first.first) + "/" + PercentEncode(document_.id);
    const std::string expression = work + "/" + language_ + "@" + FormatDay(valid.first);
    pugi::xml_node level = node.append_child("FRBRWork");
    WriteLevel(level, work, "", first, "generation", "#source");
    Set(level.append_child("FRBRcountry"), "value", country_);
    level = node.append_child("FRBRExpression");
    WriteLevel(level, expression, "", valid, document_.seen ? "seen" : "inForce",
               document_.author.empty() ? "#source" : "#author");
    Set(level.append_child("FRBRlanguage"), "language", language_);
    level = node.append_child("FRBRManifestation");
    WriteLevel(level, expression, ".xml", {document_.recorded, Precision::kSecond}, "recorded", "#muragat");
    Set(level.append_child("FRBRformat"), "value", "application/akn+xml");
  }

  void WriteLevel(pugi::xml_node level, const std::string& uri, const std::string& ending,
                  const ValidDate& date, std::string_view date_name, std::string_view author) {
    Set(level.append_child("FRBRthis"), "value", uri + "/!main" + ending);
    Set(level.append_child("FRBRuri"), "value", uri + ending);
    if (!document_.title.empty() && date_name == "generation") {
      pugi::xml_node alias = level.append_child("FRBRalias");
      Set(alias, "value", document_.title);
      Set(alias, "name", "title");
    }
    pugi::xml_node node = level.append_child("FRBRdate");
    Set(node, "date", XmlDate(date));
    Set(node, "name", date_name);
    Set(level.append_child("FRBRauthor"), "href", author);
  }

  void WriteLifecycle(pugi::xml_node node) {
    Set(node, "source", "#muragat");
    bool has_begun = false;
    for (size_t i = 0; i < document_.events.size(); ++i) {
      const AknEvent& event = document_.events[i];
      const bool named = !event.reform.title.empty();
      pugi::xml_node reference = node.append_child("eventRef");
      SetId(reference, "eref_" + std::to_string(i + 1));
      Set(reference, "date", XmlDate(event.date));
      Set(reference, "source", "#" + (named ? references_.at(event.reform.id) : "source"));
      Set(reference, "type", event.removed ? "repeal" : has_begun ? "amendment" : "generation");
      has_begun = has_begun || !event.removed;
      if (IsCoarse(event.date)) ++coarse_dates_;
    }
  }

  void WriteReferences(pugi::xml_node node) {
    Set(node, "source", "#muragat");
    std::set<std::string> written;
    for (const AknEvent& event : document_.events) {
      if (event.reform.title.empty() || !written.insert(event.reform.id).second) continue;
      const std::string& id = event.reform.id;
      const size_t slash = std::min(id.find('/'), id.size());
      std::string href = "/akn/" + country_ + "/act/" + PercentEncode(std::string_view(id).substr(0, slash));
      if (slash < id.size()) href += "/" + PercentEncode(std::string_view(id).substr(slash + 1));
      WriteReference(node.append_child("passiveRef"), references_.at(id), href, event.reform.title);
    }
    if (!document_.author.empty()) {
      WriteReference(node.append_child("TLCPerson"), "author",
                     "/akn/ontology/person/" + PercentEncode(document_.author), document_.author);
    }
    WriteReference(node.append_child("TLCOrganization"), "muragat", "/akn/ontology/organization/muragat",
                   "Muragat");
    const auto link = ExternalLink(document_.source_url);
    WriteReference(node.append_child("TLCOrganization"), "source",
                   link.value_or("/akn/ontology/organization/source"),
                   document_.source_url.empty() ? "source not recorded" : HostOf(document_.source_url));
  }

  void WriteReference(pugi::xml_node node, const std::string& id, const std::string& href,
                      std::string_view shown) {
    SetId(node, id);
    Set(node, "href", href);
    Set(node, "showAs", shown);
  }

  std::vector<std::string> LossLines() const {
    std::vector<std::string> lines;
    const auto add = [&](uint64_t count, const char* one, const char* many, const char* what) {
      if (count > 0) lines.push_back(std::to_string(count) + (count == 1 ? one : many) + what);
    };
    add(losses_.characters, " character is", " characters are", " left out that XML does not allow");
    add(losses_.tables, " table is", " tables are", " given as paragraphs, as the source writes them");
    add(losses_.lists, " list is", " lists are", " given as paragraphs, as the source writes them");
    add(losses_.links, " link is", " links are", " given as text, as the source writes them");
    add(coarse_dates_, " date is", " dates are",
        " known to the year or month only, and given as the first day");
    if (language_ == "und" && document_.language != "und" && !document_.language.empty()) {
      lines.emplace_back("the language is no code of ISO 639, and given as und");
    }
    return lines;
  }

  const AknDocument& document_;
  std::string country_, language_;
  std::set<std::string> ids_;                      // that are taken
  std::map<std::string, std::string> references_;  // the eId of each reform, by the reform's id
  AknLosses losses_;
  uint64_t coarse_dates_ = 0;
};

}  // namespace

AknText RenderAkn(const AknDocument& document) { return Writer(document).Write(); }

std::string AknFileName(const std::string& document) {
  constexpr std::string_view kPageEnding = ".html", kEnding = ".xml";
  std::string name = PageFileName(document);
  name.resize(name.size() - kPageEnding.size());
  // A folder does not look like a file, or one could stand in the other's way.
  for (size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1)) {
    const size_t dot = slash < kEnding.size() ? std::string::npos : slash - kEnding.size();
    if (dot == std::string::npos || name[dot] != '.') continue;
    if (LowerAscii(name.substr(dot, kEnding.size())) != kEnding) continue;
    name.replace(dot, 1, "%2E");
    slash += 2;
  }
  return name.append(kEnding);
}

}  // namespace muragat
