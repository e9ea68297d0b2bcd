#include "tools/history_builder.h"

#include <map>
#include <set>
#include <tuple>

#include "muragat/diff/text_diff.h"
#include "tools/page_builder.h"

namespace muragat::tools {
namespace {

// Takes in the editions of a document, in order.
class HistoryCollector {
 public:
  HistoryCollector(const Reader& reader, DocumentNumber document, LineageAliases aliases)
      : reader_(reader), document_(document), aliases_(std::move(aliases)) {}

  Status Take(const Edition& edition) {
    std::vector<HistoryPlace> places;
    std::set<SectionNumber> seen;
    for (const SectionRef& ref : edition.sections) {
      const SectionNumber lineage = aliases_.Resolve(ref.section, edition.valid);
      if (!seen.insert(lineage).second) continue;
      const auto [place, is_new] = places_.try_emplace(lineage, page_.sections.size());
      if (is_new) page_.sections.push_back({.lineage = lineage.value, .title = {}, .texts = {}});
      MURAGAT_ASSIGN_OR_RETURN(const size_t text, FindText(place->second, ref));
      places.push_back({place->second, text});
    }
    page_.editions.push_back(std::move(places));
    return Status::Ok();
  }

  HistoryPage Finish(Page latest) {
    page_.latest = std::move(latest);
    return std::move(page_);
  }

 private:
  using Stored = std::tuple<size_t, SectionNumber, Ordinal>;  // the section on the page, and its stored text

  Result<size_t> FindText(size_t section, const SectionRef& ref) {
    std::vector<HistoryText>& texts = page_.sections[section].texts;
    const auto [known, is_new] = texts_.try_emplace(Stored{section, ref.section, ref.ordinal}, texts.size());
    if (!is_new) return known->second;
    MURAGAT_ASSIGN_OR_RETURN(const Section read, reader_.ReadSection(document_, ref));
    page_.sections[section].title = read.title;
    texts.push_back({.text = read.Text(), .heading_bytes = read.heading.size(), .script = {}});
    return texts.size() - 1;
  }

  const Reader& reader_;
  DocumentNumber document_;
  LineageAliases aliases_;
  HistoryPage page_;
  std::map<SectionNumber, size_t> places_;
  std::map<Stored, size_t> texts_;
};

}  // namespace

Result<HistoryPage> BuildHistory(const Reader& reader, const DocumentEntry& document, CommitNumber known_at) {
  MURAGAT_ASSIGN_OR_RETURN(LineageAliases aliases, reader.ReadAliases(document.number, known_at));
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document.number, known_at));
  HistoryCollector collector(reader, document.number, std::move(aliases));
  const Edition* last = nullptr;
  for (const HistoryEntry& entry : history) {
    if (entry.corrected) continue;
    MURAGAT_RETURN_IF_ERROR(collector.Take(entry.edition));
    if (!entry.edition.removed) last = &entry.edition;
  }
  if (last == nullptr) return Status::NotFound(document.id + " never had a text");
  PageBuilder builder(reader, {last->valid.first, known_at});
  MURAGAT_ASSIGN_OR_RETURN(BuiltPage built, builder.Build(document));
  Page latest = std::move(built.page);
  for (PageSection& section : latest.sections) section.history.clear();
  HistoryPage page = collector.Finish(std::move(latest));
  // Scripts show texts, which stay where they are from now on.
  for (HistorySection& section : page.sections)
    for (size_t i = 1; i < section.texts.size(); ++i)
      section.texts[i].script = DiffReadably(section.texts[i - 1].text, section.texts[i].text).script;
  return page;
}

}  // namespace muragat::tools
