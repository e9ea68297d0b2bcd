#include "muragat/diff/change_parts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "muragat/diff/change_kind.h"
#include "muragat/diff/section_parts.h"

namespace muragat {
namespace {

using Sections = std::vector<LineageSection>;
using Places = std::unordered_map<uint32_t, size_t>;  // by lineage

Places PlacesOf(const Sections& sections) {
  Places places;
  for (size_t i = 0; i < sections.size(); ++i) places.emplace(sections[i].lineage.value, i);
  return places;
}

std::vector<SectionView> ViewsOf(const Sections& sections) {
  std::vector<SectionView> views;
  views.reserve(sections.size());
  for (const LineageSection& section : sections) views.emplace_back(section.section);
  return views;
}

// The bodies of some sections, put end to end, each in a paragraph of its own.
std::string JoinBodies(const Sections& sections, const std::vector<size_t>& places) {
  std::string joined;
  for (const size_t place : places) joined.append(sections[place].section.body).append("\n\n");
  return joined;
}

class PartMarker {
 public:
  PartMarker(const Sections& older, const Sections& newer, DocumentChange& document)
      : older_(older), newer_(newer) {
    for (SectionChange& change : document.sections) changes_[change.lineage.value] = &change;
  }

  // `from` and `to`: places in the older and newer list, in reading order; the first of one of them is the
  // whole.
  void Mark(ChangeEvent event, double share, const std::vector<size_t>& from, const std::vector<size_t>& to) {
    std::vector<SectionNumber> from_lineages, to_lineages;
    for (const size_t place : from) from_lineages.push_back(older_[place].lineage);
    for (const size_t place : to) to_lineages.push_back(newer_[place].lineage);
    const ChangeKind kind =
        std::max(ChangeKind::kStructural, JudgeBodies(JoinBodies(older_, from), JoinBodies(newer_, to)));
    for (const auto* lineages : {&from_lineages, &to_lineages}) {
      for (const SectionNumber lineage : *lineages) {
        const auto found = changes_.find(lineage.value);
        if (found != changes_.end()) MarkOne(event, kind, share, from_lineages, to_lineages, *found->second);
      }
    }
  }

 private:
  static void MarkOne(ChangeEvent event, ChangeKind kind, double share,
                      const std::vector<SectionNumber>& from, const std::vector<SectionNumber>& to,
                      SectionChange& change) {
    const bool first = change.from.empty();
    auto& events = change.events;
    // What was merged once and is split off again has its old lineage, but did not come from nowhere.
    std::erase_if(events, [](ChangeEvent e) {
      return e == ChangeEvent::kAdded || e == ChangeEvent::kRemoved || e == ChangeEvent::kReturned;
    });
    if (std::find(events.begin(), events.end(), event) == events.end()) events.push_back(event);
    std::sort(events.begin(), events.end());
    change.kind = first ? kind : std::max(change.kind, kind);
    if (first) change.from = from, change.to = to, change.share = share;
  }

  const Sections &older_, &newer_;
  std::map<uint32_t, SectionChange*> changes_;
};

}  // namespace

void MarkParts(const Sections& older, const Sections& newer, DocumentChange& document) {
  const auto came_or_went = [](const SectionChange& change) {
    return change.older == nullptr || change.newer == nullptr;
  };
  if (older.empty() || newer.empty() ||
      std::none_of(document.sections.begin(), document.sections.end(), came_or_went)) {
    return;
  }
  const Places older_places = PlacesOf(older), newer_places = PlacesOf(newer);
  std::vector<std::optional<size_t>> older_of(newer.size());
  for (size_t i = 0; i < newer.size(); ++i) {
    const auto place = older_places.find(newer[i].lineage.value);
    if (place != older_places.end()) older_of[i] = place->second;
  }
  const SectionParts parts = FindParts(ViewsOf(older), ViewsOf(newer), older_of);
  PartMarker marker(older, newer, document);
  std::map<size_t, std::vector<size_t>> pieces, sources;  // by whole
  std::map<size_t, double> split_share, merged_share;     // likewise: the least of its parts'
  const auto note = [](std::map<size_t, double>& shares, const SectionPart& part) {
    double& share = shares.try_emplace(part.whole, 1).first->second;
    share = std::min(share, part.share);
  };
  std::set<size_t> split_off;
  for (const SectionPart& part : parts.splits) {
    pieces[part.whole].push_back(part.part);
    split_off.insert(part.part);
    note(split_share, part);
  }
  for (const SectionPart& part : parts.merges) {
    if (split_off.contains(part.whole) || pieces.contains(part.part)) continue;
    sources[part.whole].push_back(part.part);
    note(merged_share, part);
  }
  for (auto& [whole, to] : pieces) {
    const auto stays = newer_places.find(older[whole].lineage.value);
    if (stays != newer_places.end()) to.push_back(stays->second);
    std::sort(to.begin(), to.end());
    if (to.size() > 1) marker.Mark(ChangeEvent::kSplit, split_share[whole], {whole}, to);
  }
  for (auto& [whole, from] : sources) {
    if (older_of[whole]) from.push_back(*older_of[whole]);
    std::sort(from.begin(), from.end());
    if (from.size() > 1) marker.Mark(ChangeEvent::kMerged, merged_share[whole], from, {whole});
  }
  document.kind = ChangeKind::kUnchanged;
  for (const SectionChange& change : document.sections) document.kind = std::max(document.kind, change.kind);
}

}  // namespace muragat
