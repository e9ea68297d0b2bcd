#include "muragat/store/lineage.h"

#include <algorithm>

#include "muragat/base/bytes.h"
#include "muragat/diff/section_match.h"

namespace muragat {
namespace {

// Sections that a section may continue, with the references under which they are stored.
struct Candidates {
  std::vector<SectionRef> refs;
  std::vector<Section> sections;
};

Result<Candidates> ReadCandidates(const Reader& reader, const std::optional<Edition>& edition) {
  Candidates candidates;
  if (!edition) return candidates;
  MURAGAT_ASSIGN_OR_RETURN(auto sections, reader.ReadSections(*edition));
  for (size_t i = 0; i < sections.size(); ++i) {
    candidates.refs.push_back(edition->sections[i]);
    candidates.sections.push_back(std::move(sections[i].section));
  }
  return candidates;
}

// The last text of each lineage of the document that is not in `used`, newest lineage first.
Result<Candidates> ReadOtherLineages(const Reader& reader, DocumentNumber document,
                                     const std::set<SectionNumber>& used) {
  Candidates candidates;
  const auto cursor = reader.view().NewCursor(Family::kRevision);
  const std::string prefix = DocumentPrefix(document);
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
      Section section{.heading = stored->text.substr(0, stored->heading_bytes),
                      .body = stored->text.substr(stored->heading_bytes),
                      .number = stored->number,
                      .title = stored->title};
      candidates.refs.push_back({key->section, key->ordinal, 0});
      candidates.sections.push_back(std::move(section));
    }
    if (below.value <= 1) break;
  }
  return candidates;
}

// Matches those sections that have no lineage yet with `candidates` whose lineage is not used yet.
void MatchRest(const Document& incoming, const Candidates& candidates, LineageAssignment& assignment,
               std::set<SectionNumber>& used) {
  std::vector<size_t> open;
  std::vector<Section> open_sections, free_sections;
  std::vector<SectionRef> free_refs;
  for (size_t i = 0; i < incoming.sections.size(); ++i) {
    if (assignment.sections[i].lineage.value != 0) continue;
    open.push_back(i);
    open_sections.push_back(incoming.sections[i]);
  }
  for (size_t i = 0; i < candidates.refs.size(); ++i) {
    if (used.contains(candidates.refs[i].section)) continue;
    free_refs.push_back(candidates.refs[i]);
    free_sections.push_back(candidates.sections[i]);
  }
  if (open.empty() || free_refs.empty()) return;
  const auto matches = MatchSections(free_sections, open_sections);
  for (size_t i = 0; i < open.size(); ++i) {
    if (!matches[i]) continue;
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
Status FindAliases(const Reader& reader, DocumentNumber document, const Document& incoming,
                   const Candidates& later, const std::set<SectionNumber>& earlier_lineages,
                   LineageAssignment& assignment) {
  std::set<SectionNumber> later_lineages;
  for (const SectionRef& ref : later.refs) later_lineages.insert(ref.section);
  const auto matches = MatchSections(incoming.sections, later.sections);
  for (size_t i = 0; i < later.refs.size(); ++i) {
    if (!matches[i]) continue;
    const SectionNumber ours = assignment.sections[*matches[i]].lineage, theirs = later.refs[i].section;
    if (ours.value == 0 || ours == theirs) continue;
    if (later_lineages.contains(ours) || earlier_lineages.contains(theirs)) continue;
    MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader.ReadAliases(document, kLatestCommit));
    if (aliases.contains(ours) || aliases.contains(theirs)) continue;
    MURAGAT_ASSIGN_OR_RETURN(const bool together, StandTogether(reader, document, ours, theirs));
    if (!together) assignment.aliases.push_back({theirs, {}, ours});
  }
  return Status::Ok();
}

}  // namespace

Result<LineageAssignment> AssignLineages(const Reader& reader, DocumentNumber document,
                                         const Document& incoming, const std::optional<Edition>& earlier,
                                         const std::optional<Edition>& later) {
  LineageAssignment assignment;
  assignment.sections.resize(incoming.sections.size());
  std::set<SectionNumber> used, earlier_lineages;
  MURAGAT_ASSIGN_OR_RETURN(const Candidates before, ReadCandidates(reader, earlier));
  for (const SectionRef& ref : before.refs) earlier_lineages.insert(ref.section);
  const auto matches = MatchSections(before.sections, incoming.sections);
  for (size_t i = 0; i < matches.size(); ++i) {
    if (!matches[i]) continue;
    const SectionRef& ref = before.refs[*matches[i]];
    assignment.sections[i] = {ref.section, ref.ordinal};
    used.insert(ref.section);
  }
  if (later) {
    MURAGAT_ASSIGN_OR_RETURN(const Candidates after, ReadCandidates(reader, later));
    // What the earlier neighbour holds and the new edition does not was repealed in between: it may not come
    // back by way of the later neighbour under another section.
    MatchRest(incoming, after, assignment, used);
    MURAGAT_RETURN_IF_ERROR(FindAliases(reader, document, incoming, after, earlier_lineages, assignment));
  }
  if (!AllAssigned(assignment) && (earlier || later)) {
    std::set<SectionNumber> taken = used;
    taken.insert(earlier_lineages.begin(), earlier_lineages.end());
    MURAGAT_ASSIGN_OR_RETURN(const Candidates others, ReadOtherLineages(reader, document, taken));
    MatchRest(incoming, others, assignment, used);
  }
  return assignment;
}

}  // namespace muragat
