#include <unordered_map>

#include "muragat/render/embedded.h"
#include "muragat/render/language.h"
#include "muragat/render/link.h"
#include "muragat/render/marked_value.h"
#include "muragat/render/page.h"
#include "muragat/render/style_hash.h"
#include "muragat/render/template.h"
#include "muragat/render/wording.h"

namespace muragat {
namespace {

// The documents whose ids begin with the same segment; those without a slash have a group of no name.
struct Group {
  std::string name;
  TemplateValue::List documents;
};

TemplateValue MarkEntry(const IndexEntry& entry) {
  TemplateValue out;
  SetLanguage(out, entry.language);
  if (IsRelativeLink(entry.href)) out.Set("document_link", entry.href);
  out.Set("document_title", Marked(entry.title.empty() ? entry.document : entry.title));
  out.Set("document_id", Marked(entry.document));
  out.Set("document_since", (entry.removed ? "no text since " : "since ") + entry.since);
  out.Set("edition_count", CountOf(entry.editions, "edition"));
  if (entry.sections != 0) out.Set("section_count", CountOf(entry.sections, "section"));
  if (entry.removed) out.Set("removed", TemplateValue::True());
  return out;
}

std::vector<Group> GroupDocuments(const std::vector<IndexEntry>& entries) {
  std::vector<Group> out;
  std::unordered_map<std::string, size_t> places;
  for (const IndexEntry& entry : entries) {
    const size_t slash = entry.document.find('/');
    std::string name = slash == std::string::npos ? std::string() : entry.document.substr(0, slash);
    const auto [place, is_new] = places.try_emplace(name, out.size());
    if (is_new) out.push_back({std::move(name), {}});
    out[place->second].documents.push_back(MarkEntry(entry));
  }
  return out;
}

}  // namespace

Result<std::string> RenderIndexPage(const IndexPage& page) {
  static thread_local const Template page_template(kIndexMustache);
  TemplateValue out;
  out.Set("style_hash", PageStyleHash());
  out.Set("as_of", page.as_of);
  out.Set("recorded", page.recorded);
  out.Set("commit", FormatCount(page.commit));
  out.Set("document_count", CountOf(page.documents.size(), "document"));
  out.Set("reform_count", CountOf(page.reforms, "reform"));
  if (IsRelativeLink(page.reforms_href)) out.Set("reforms_link", page.reforms_href);
  TemplateValue::List groups;
  for (Group& group : GroupDocuments(page.documents)) {
    TemplateValue value;
    value.Set("group_number", std::to_string(groups.size() + 1));
    value.Set("group_count", CountOf(group.documents.size(), "document"));
    if (!group.name.empty()) value.Set("group_name", Marked(group.name));
    value.Set("documents", std::move(group.documents));
    groups.push_back(std::move(value));
  }
  if (groups.size() > 1) out.Set("group_list", TemplateValue::True());
  out.Set("groups", std::move(groups));
  return page_template.Render(out);
}

}  // namespace muragat
