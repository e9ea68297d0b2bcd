#include "muragat/store/change_log.h"

#include <algorithm>
#include <map>
#include <set>

namespace muragat {

Status WalkChanges(const Reader& reader, const std::vector<HistoryEntry>& history, size_t first,
                   CommitNumber known_at, const std::function<Status(const ChangeLogStep&)>& visit) {
  std::vector<LineageSection> before;
  std::set<SectionNumber> seen;
  const HistoryEntry* base = nullptr;
  LineageAliases aliases;
  if (!history.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(aliases, reader.ReadAliases(history.front().edition.document, known_at));
  }
  for (size_t i = 0; i < first && i < history.size(); ++i) {
    for (const SectionRef& ref : history[i].edition.sections)
      seen.insert(aliases.Resolve(ref.section, history[i].edition.valid));
    if (!history[i].corrected) base = &history[i];
  }
  if (base != nullptr) {
    MURAGAT_ASSIGN_OR_RETURN(before, reader.ReadSections(base->edition, known_at));
  }
  for (size_t i = first; i < history.size(); ++i) {
    MURAGAT_ASSIGN_OR_RETURN(auto after, reader.ReadSections(history[i].edition, known_at));
    {
      const DocumentChange change = CompareEditions(before, after, seen);
      MURAGAT_RETURN_IF_ERROR(visit({history[i], before, after, change}));
    }
    for (const LineageSection& section : after) seen.insert(section.lineage);
    if (!history[i].corrected) before = std::move(after);
  }
  return Status::Ok();
}

std::vector<size_t> FindOrigins(const std::vector<HistoryEntry>& history, size_t index) {
  const auto& sections = history[index].edition.sections;
  std::vector<size_t> origins(sections.size(), index);
  std::vector<bool> open(sections.size(), true);
  size_t open_count = sections.size();
  for (size_t i = index; i-- > 0 && open_count > 0;) {
    if (history[i].corrected) continue;
    std::set<std::pair<SectionNumber, Ordinal>> held;
    for (const SectionRef& ref : history[i].edition.sections) held.insert({ref.section, ref.ordinal});
    for (size_t s = 0; s < sections.size(); ++s) {
      if (!open[s]) continue;
      if (held.contains({sections[s].section, sections[s].ordinal})) {
        origins[s] = i;
      } else {
        open[s] = false;
        --open_count;
      }
    }
  }
  return origins;
}

std::vector<size_t> FindOrigins(const std::vector<HistoryEntry>& history, const Edition& edition) {
  const auto place = std::find_if(history.begin(), history.end(), [&](const HistoryEntry& entry) {
    return entry.edition.recorded == edition.recorded;
  });
  return FindOrigins(history, static_cast<size_t>(place - history.begin()));
}

}  // namespace muragat
