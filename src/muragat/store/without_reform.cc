#include "muragat/store/without_reform.h"

#include <algorithm>

namespace muragat {
namespace {

using Sections = std::vector<LineageSection>;

Sections::const_iterator Find(const Sections& sections, SectionNumber lineage) {
  return std::find_if(sections.begin(), sections.end(),
                      [&](const LineageSection& one) { return one.lineage == lineage; });
}

// Behind which section of `order` that `sections` holds, too, the section at `place` stands: the place after
// it.
size_t PlaceLike(const Sections& sections, const Sections& order, size_t place) {
  while (place-- > 0) {
    const auto found = Find(sections, order[place].lineage);
    if (found != sections.end()) return static_cast<size_t>(found - sections.begin()) + 1;
  }
  return 0;
}

// The section before the one at `place`, or 0.
SectionNumber Before(const Sections& sections, size_t place) {
  return place == 0 ? SectionNumber{0} : sections[place - 1].lineage;
}

// Carries a document without a reform from one edition to the next.
class Replay {
 public:
  explicit Replay(WithoutReform& result) : result_(result) {}

  void Step(const Edition& edition, const Sections& before, const Sections& after) {
    Sections& held = result_.sections;
    std::erase_if(held, [&](const LineageSection& one) {
      return Find(before, one.lineage) != before.end() && Find(after, one.lineage) == after.end();
    });
    for (size_t i = 0; i < after.size(); ++i) {
      const LineageSection& newer = after[i];
      const auto older = Find(before, newer.lineage);
      const auto here = Find(held, newer.lineage);
      if (older == before.end()) {
        if (here == held.end()) held.insert(At(PlaceLike(held, after, i)), newer);
        continue;
      }
      if (here == held.end()) {
        // The reform brought the section.
        if (older->section.Text() != newer.section.Text())
          Tell(edition, newer, {older->section.Text(), "", newer.section.Text()});
        continue;
      }
      const auto place = static_cast<size_t>(here - held.begin());
      Merge(edition, older->section, newer, held[place]);
      const auto older_place = static_cast<size_t>(older - before.begin());
      if (Before(before, older_place) == Before(after, i)) continue;
      LineageSection moved = std::move(held[place]);
      held.erase(At(place));
      held.insert(At(PlaceLike(held, after, i)), std::move(moved));
    }
  }

 private:
  Sections::iterator At(size_t place) {
    return result_.sections.begin() + static_cast<std::ptrdiff_t>(place);
  }

  void Merge(const Edition& edition, const Section& older, const LineageSection& newer,
             LineageSection& held) {
    MergedText heading = MergeTexts(older.heading, held.section.heading, newer.section.heading);
    MergedText body = MergeTexts(older.body, held.section.body, newer.section.body);
    for (MergedText* merged : {&heading, &body})
      for (MergeConflict& conflict : merged->conflicts) Tell(edition, newer, std::move(conflict));
    if (older.title != newer.section.title) held.section.title = newer.section.title;
    if (older.number != newer.section.number) held.section.number = newer.section.number;
    if (older.depth_levels != newer.section.depth_levels)
      held.section.depth_levels = newer.section.depth_levels;
    held.section.heading = std::move(heading.text);
    held.section.body = std::move(body.text);
  }

  void Tell(const Edition& edition, const LineageSection& newer, MergeConflict conflict) {
    result_.standing_on.push_back(
        {edition.valid, edition.reform, newer.lineage, newer.section.title, std::move(conflict)});
  }

  WithoutReform& result_;
};

}  // namespace

Result<WithoutReform> ReadWithout(const Reader& reader, DocumentNumber document, ReformNumber reform,
                                  Instant at, CommitNumber known_at) {
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document, known_at));
  WithoutReform result;
  Replay replay(result);
  Sections before;
  for (const HistoryEntry& entry : history) {
    if (entry.corrected) continue;
    if (entry.edition.valid.first > at) break;
    const bool left_out = entry.edition.reform == reform;
    if (!result.touched && !left_out) {
      MURAGAT_ASSIGN_OR_RETURN(result.sections, reader.ReadSections(entry.edition, known_at));
      before = result.sections;
      continue;
    }
    MURAGAT_ASSIGN_OR_RETURN(Sections after, reader.ReadSections(entry.edition, known_at));
    if (!left_out) replay.Step(entry.edition, before, after);
    result.touched = true;
    before = std::move(after);
  }
  return result;
}

}  // namespace muragat
