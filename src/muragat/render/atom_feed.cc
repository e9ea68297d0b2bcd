#include "muragat/render/atom_feed.h"

#include <pugixml.hpp>

#include "muragat/render/akn_body.h"

namespace muragat {
namespace {

struct StringWriter final : pugi::xml_writer {
  std::string text;
  void write(const void* data, size_t size) override { text.append(static_cast<const char*>(data), size); }
};

// `text` with only what XML allows.
std::string Allowed(std::string_view text) {
  AknLosses losses;
  return XmlText(text, losses);
}

void AddText(pugi::xml_node parent, const char* name, std::string_view text) {
  parent.append_child(name).text().set(Allowed(text).c_str());
}

void AddPassage(pugi::xml_node div, const ChangedPassage& passage) {
  pugi::xml_node paragraph = div.append_child("p");
  if (!passage.before.empty()) AddText(paragraph, "del", passage.before);
  if (!passage.before.empty() && !passage.after.empty()) paragraph.append_child("br");
  if (!passage.after.empty()) AddText(paragraph, "ins", passage.after);
}

}  // namespace

std::string RenderAtomFeed(const AtomFeed& feed) {
  pugi::xml_document xml;
  pugi::xml_node declaration = xml.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node root = xml.append_child("feed");
  root.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
  AddText(root, "id", feed.id);
  AddText(root, "title", feed.title);
  AddText(root, "updated", FormatInstant(feed.updated));
  AddText(root.append_child("author"), "name", feed.author);
  AddText(root, "generator", "Muragat");
  for (const AtomEntry& one : feed.entries) {
    pugi::xml_node entry = root.append_child("entry");
    AddText(entry, "id", one.id);
    AddText(entry, "title", one.title);
    AddText(entry, "updated", FormatInstant(one.updated));
    AddText(entry, "published", FormatInstant(one.published));
    if (!one.category.empty())
      entry.append_child("category").append_attribute("term") = Allowed(one.category).c_str();
    AddText(entry, "summary", one.summary);
    pugi::xml_node content = entry.append_child("content");
    content.append_attribute("type") = "xhtml";
    pugi::xml_node div = content.append_child("div");
    div.append_attribute("xmlns") = "http://www.w3.org/1999/xhtml";
    if (one.passages.empty()) AddText(div, "p", one.summary);
    for (const ChangedPassage& passage : one.passages) AddPassage(div, passage);
  }
  StringWriter out;
  xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.text + "\n";
}

}  // namespace muragat
