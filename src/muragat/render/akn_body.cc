#include "muragat/render/akn_body.h"

#include <algorithm>
#include <map>

#include <pugixml.hpp>

#include "muragat/render/akn_element.h"
#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr bool IsXmlCharacter(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) ||
         (c >= 0x10000 && c <= 0x10ffff);
}

// The paragraphs of a text: what empty lines part. Line ends are line feeds then.
std::vector<std::string> ParagraphsOf(std::string_view text) {
  std::vector<std::string> paragraphs;
  std::string open;
  const auto close = [&] {
    if (!open.empty()) paragraphs.push_back(std::move(open));
    open.clear();
  };
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<size_t>(text.size(), 1));
    if (TrimBlank(line).empty()) {
      close();
      continue;
    }
    if (!open.empty()) open.push_back('\n');
    open.append(line);
  }
  close();
  return paragraphs;
}

// Whether a line of Markdown begins an item of a list.
bool BeginsItem(std::string_view line) {
  line = TrimBlank(line);
  const size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  std::string_view mark = line.substr(digits);
  if (digits > 9 || mark.size() < 2 || mark[1] != ' ') return false;
  return digits == 0 ? mark[0] == '-' || mark[0] == '*' || mark[0] == '+' : mark[0] == '.' || mark[0] == ')';
}

// Counts what `paragraph` is in Markdown, as its first characters tell, and the links in it.
void CountMarks(std::string_view paragraph, AknLosses& losses) {
  if (TrimBlank(paragraph).starts_with('|') || paragraph.find("\n|") != std::string_view::npos) {
    ++losses.tables;
  } else if (BeginsItem(paragraph.substr(0, paragraph.find('\n')))) {
    ++losses.lists;
  }
  for (size_t at = paragraph.find("]("); at != std::string_view::npos; at = paragraph.find("](", at + 2)) {
    ++losses.links;
  }
}

class Body {
 public:
  Body(bool markdown, pugi::xml_node body, std::set<std::string>& ids, AknLosses& losses)
      : markdown_(markdown), body_(body), ids_(ids), losses_(losses) {}

  // `is_leaf`: no section stands within it.
  void Add(const LineageSection& one, bool is_leaf) {
    const Section& section = one.section;
    while (!open_.empty() && open_.back().depth_levels >= section.depth_levels) open_.pop_back();
    pugi::xml_node parent = open_.empty() ? body_ : open_.back().node;
    const AknTitle title = SplitAknTitle(section.title);
    const AknElement element = FindAknElement(title.num);
    pugi::xml_node node = parent.append_child(std::string(element.name).c_str());
    if (!element.kind.empty()) node.append_attribute("name") = std::string(element.kind).c_str();
    const std::string id =
        MakeId(element, AknIdNumber(section.number), open_.empty() ? std::string() : open_.back().id);
    node.append_attribute("eId") = id.c_str();
    if (one.lineage.value != 0) {
      node.append_attribute("wId") = ("s" + std::to_string(one.lineage.value)).c_str();
    }
    if (section.teaser) node.append_attribute("status") = "incomplete";
    if (!title.num.empty()) AddText(node, "num", title.num);
    if (!title.heading.empty()) AddText(node, "heading", title.heading);
    AddParagraphs(node, section.body, is_leaf);
    if (!section.heading.empty()) open_.push_back({node, section.depth_levels, id});
  }

 private:
  struct Open {
    pugi::xml_node node;
    uint32_t depth_levels = 0;
    std::string id;
  };

  // An eId that is not taken, and is from now on.
  std::string MakeId(const AknElement& element, const std::string& number, const std::string& around) {
    const std::string prefix(element.prefix);
    std::string id = prefix + "_" + (number.empty() ? "nn_" + std::to_string(++unnumbered_[prefix]) : number);
    if (ids_.insert(id).second) return id;
    if (!around.empty()) {
      id = around + "__" + id;
      if (ids_.insert(id).second) return id;
    }
    uint64_t& times = repeated_.try_emplace(id, 1).first->second;
    std::string another;
    do {
      another = id + "_" + std::to_string(++times);
    } while (!ids_.insert(another).second);
    return another;
  }

  void AddText(pugi::xml_node node, const char* name, std::string_view text) {
    node.append_child(name).text().set(XmlText(text, losses_).c_str());
  }

  // What sections stand behind is an `intro`.
  void AddParagraphs(pugi::xml_node node, std::string_view body, bool is_leaf) {
    const std::vector<std::string> paragraphs = ParagraphsOf(body);
    if (paragraphs.empty() && !is_leaf) return;
    pugi::xml_node content = node.append_child(is_leaf ? "content" : "intro");
    if (paragraphs.empty()) content.append_child("p");
    for (const std::string& paragraph : paragraphs) {
      if (markdown_) CountMarks(paragraph, losses_);
      AddText(content, "p", paragraph);
    }
  }

  bool markdown_;
  pugi::xml_node body_;
  std::set<std::string>& ids_;
  AknLosses& losses_;
  std::vector<Open> open_;  // the sections that further ones may stand in, outermost first
  std::map<std::string, uint64_t> unnumbered_;  // by the prefix of their eId
  std::map<std::string, uint64_t> repeated_;    // how often an eId came again
};

}  // namespace

std::string XmlText(std::string_view text, AknLosses& losses) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = DecodeUtf8(text, at);
    if (IsXmlCharacter(c)) {
      AppendUtf8(out, c);
    } else {
      ++losses.characters;
    }
  }
  return out;
}

void AppendAknSections(const std::vector<LineageSection>& sections, bool markdown, pugi::xml_node body,
                       std::set<std::string>& ids, AknLosses& losses) {
  Body writer(markdown, body, ids, losses);
  for (size_t i = 0; i < sections.size(); ++i) {
    const Section& section = sections[i].section;
    const bool has_inner = i + 1 < sections.size() && !section.heading.empty() &&
                           sections[i + 1].section.depth_levels > section.depth_levels;
    writer.Add(sections[i], !has_inner);
  }
  // A body has a section at least.
  if (sections.empty()) writer.Add({}, true);
}

}  // namespace muragat
