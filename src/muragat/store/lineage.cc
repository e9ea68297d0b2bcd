#include "muragat/store/lineage.h"

#include <algorithm>

#include "muragat/base/bytes.h"
#include "muragat/diff/section_match.h"
#include "muragat/diff/word_runs.h"
#include "muragat/text/section_number.h"

namespace muragat {
namespace {

constexpr size_t kComparableRuns = 8;
constexpr double kReturningTitled = 0.3, kReturning = 0.6;  // of the runs of words of what comes back

// The last text of each lineage of the document that is not in `used`, newest lineage first.
Result<Neighbour> ReadOtherLineages(const Reader& reader, DocumentNumber document,
                                    const std::set<SectionNumber>& used) {
  Neighbour candidates;
  const std::string prefix = DocumentPrefix(document);
  const auto cursor = reader.view().NewCursor(Family::kRevision, prefix);
  SectionNumber below{UINT32_MAX};
  while (candidates.refs.size() < kMaxReturningLineages) {
    cursor->SeekForPrev(EncodeRevisionKey({document, {below.value - 1}, {UINT32_MAX}}));
    MURAGAT_RETURN_IF_ERROR(cursor->status());
    if (!cursor->At(prefix)) break;
    const auto key = DecodeRevisionKey(cursor->key());
    if (!key) return Status::Corruption("the key of a text cannot be decoded");
    below = key->section;
    if (!used.contains(below)) {
      MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader.ReadRevision(*key));
      candidates.refs.push_back({key->section, key->ordinal, 0});
      candidates.sections.push_back(stored->ToSection(0));
    }
    if (below.value <= 1) break;
  }
  return candidates;
}

// Whether a section that was gone has come back: a title alone is soon given to another one.
bool HasReturned(const SectionView& gone, const SectionView& incoming) {
  if (gone.body == incoming.body) return true;
  const WordRuns before = WordRuns::Sample(gone.body), now = WordRuns::Sample(incoming.body);
  const bool same_title = StripSectionNumber(gone.title) == StripSectionNumber(incoming.title);
  if (std::min(before.size(), now.size()) < kComparableRuns) return same_title;
  return before.Likeness(now) >= (same_title ? kReturningTitled : kReturning);
}

// Matches those sections that have no lineage yet with `candidates` whose lineage is not used yet. `gone`:
// these do not stand beside the new edition.
void MatchRest(std::span<const SectionView> incoming, const NeighbourView& candidates, bool gone,
               LineageAssignment& assignment, std::set<SectionNumber>& used) {
  std::vector<size_t> open;
  std::vector<SectionView> open_sections, free_sections;
  std::vector<SectionRef> free_refs;
  for (size_t i = 0; i < incoming.size(); ++i) {
    if (assignment.sections[i].lineage.value != 0) continue;
    open.push_back(i);
    open_sections.push_back(incoming[i]);
  }
  for (size_t i = 0; i < candidates.refs.size(); ++i) {
    if (used.contains(candidates.refs[i].section)) continue;
    free_refs.push_back(candidates.refs[i]);
    free_sections.push_back(candidates.sections[i]);
  }
  if (open.empty() || free_refs.empty()) return;
  const auto matches =
      gone ? MatchByName(free_sections, open_sections) : MatchSections(free_sections, open_sections);
  for (size_t i = 0; i < open.size(); ++i) {
    if (!matches[i]) continue;
    if (gone && !HasReturned(free_sections[*matches[i]], open_sections[i])) continue;
    const SectionRef& ref = free_refs[*matches[i]];
    assignment.sections[open[i]] = {ref.section, ref.ordinal};
    used.insert(ref.section);
  }
}

bool AllAssigned(const LineageAssignment& assignment) {
  return std::all_of(assignment.sections.begin(), assignment.sections.end(),
                     [](const auto& entry) { return entry.lineage.value != 0; });
}

// Whether some edition of the document holds both lineages, so that they cannot be one.
Result<bool> StandTogether(const Reader& reader, DocumentNumber document, SectionNumber a, SectionNumber b) {
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document));
  for (const HistoryEntry& entry : history) {
    bool has_a = false, has_b = false;
    for (const SectionRef& ref : entry.edition.sections) {
      has_a = has_a || ref.section == a;
      has_b = has_b || ref.section == b;
    }
    if (has_a && has_b) return true;
  }
  return false;
}

// Finds the lineages of the later neighbour that the new edition shows to be others'.
Status FindAliases(const Reader& reader, DocumentNumber document, std::span<const SectionView> incoming,
                   const NeighbourView& later, const std::set<SectionNumber>& earlier_lineages,
                   LineageAssignment& assignment) {
  std::set<SectionNumber> later_lineages;
  for (const SectionRef& ref : later.refs) later_lineages.insert(ref.section);
  const auto matches = MatchSections(incoming, later.sections);
  for (size_t i = 0; i < later.refs.size(); ++i) {
    if (!matches[i]) continue;
    const SectionNumber ours = assignment.sections[*matches[i]].lineage, theirs = later.refs[i].section;
    if (ours.value == 0 || ours == theirs) continue;
    if (later_lineages.contains(ours) || earlier_lineages.contains(theirs)) continue;
    MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader.ReadAliases(document, kLatestCommit));
    if (aliases.Names(ours) || aliases.Names(theirs)) continue;
    MURAGAT_ASSIGN_OR_RETURN(const bool together, StandTogether(reader, document, ours, theirs));
    if (!together) assignment.aliases.push_back({.section = theirs, .commit = {}, .target = ours});
  }
  return Status::Ok();
}

}  // namespace

Result<Neighbour> ReadNeighbour(const Reader& reader, const std::optional<Edition>& edition) {
  Neighbour neighbour;
  if (!edition) return neighbour;
  neighbour.refs = edition->sections;
  neighbour.sections.reserve(edition->sections.size());
  for (const SectionRef& ref : edition->sections) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                             reader.ReadRevision({edition->document, ref.section, ref.ordinal}));
    neighbour.sections.push_back(stored->ToSection(ref.depth_levels));
  }
  return neighbour;
}

Result<LineageAssignment> AssignLineages(const Reader& reader, DocumentNumber document,
                                         std::span<const SectionView> incoming, uint32_t last_section,
                                         const NeighbourView* earlier, const NeighbourView* later) {
  LineageAssignment assignment;
  assignment.sections.resize(incoming.size());
  if (last_section == 0) return assignment;
  std::set<SectionNumber> used, earlier_lineages;
  if (earlier != nullptr) {
    const auto matches = MatchSections(earlier->sections, incoming);
    size_t matched = 0;
    for (size_t i = 0; i < matches.size(); ++i) {
      if (!matches[i]) continue;
      const SectionRef& ref = earlier->refs[*matches[i]];
      assignment.sections[i] = {ref.section, ref.ordinal};
      ++matched;
    }
    if (matched == matches.size() && later == nullptr) return assignment;
    for (const auto& entry : assignment.sections) {
      if (entry.lineage.value != 0) used.insert(entry.lineage);
    }
    for (const SectionRef& ref : earlier->refs) earlier_lineages.insert(ref.section);
  }
  if (later != nullptr) {
    // What the earlier neighbour holds and the new edition does not was repealed in between: it may not come
    // back by way of the later neighbour under another section.
    MatchRest(incoming, *later, false, assignment, used);
    MURAGAT_RETURN_IF_ERROR(FindAliases(reader, document, incoming, *later, earlier_lineages, assignment));
  }
  if (!AllAssigned(assignment)) {
    std::set<SectionNumber> taken = used;
    taken.insert(earlier_lineages.begin(), earlier_lineages.end());
    if (taken.size() == last_section) return assignment;  // the document has had no other lineage
    // What an archivist linked to one of these may not stand beside it.
    MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader.ReadAliases(document, kLatestCommit));
    if (!aliases.empty()) {
      std::set<SectionNumber> resolved;
      for (const SectionNumber section : taken) resolved.insert(aliases.Resolve(section));
      for (uint32_t section = 1; section <= last_section && section <= aliases.last_section(); ++section) {
        if (resolved.contains(aliases.Resolve({section}))) taken.insert({section});
      }
    }
    MURAGAT_ASSIGN_OR_RETURN(const Neighbour others, ReadOtherLineages(reader, document, taken));
    const std::vector<SectionView> views = ViewsOf(others.sections);
    MatchRest(incoming, {others.refs, views}, true, assignment, used);
  }
  return assignment;
}

Result<LineageAssignment> AssignLineages(const Reader& reader, DocumentNumber document,
                                         const Document& incoming, const std::optional<Edition>& earlier,
                                         const std::optional<Edition>& later) {
  MURAGAT_ASSIGN_OR_RETURN(const Neighbour before, ReadNeighbour(reader, earlier));
  MURAGAT_ASSIGN_OR_RETURN(const Neighbour after, ReadNeighbour(reader, later));
  const std::vector<SectionView> sections = ViewsOf(incoming.sections),
                                 before_views = ViewsOf(before.sections),
                                 after_views = ViewsOf(after.sections);
  const NeighbourView before_view{before.refs, before_views}, after_view{after.refs, after_views};
  const bool any = earlier || later;
  return AssignLineages(reader, document, sections, any ? UINT32_MAX : 0, earlier ? &before_view : nullptr,
                        later ? &after_view : nullptr);
}

}  // namespace muragat
