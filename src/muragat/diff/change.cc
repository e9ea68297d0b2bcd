#include "muragat/diff/change.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "muragat/diff/change_kind.h"
#include "muragat/diff/change_parts.h"
#include "muragat/diff/rising_run.h"
#include "muragat/diff/text_change.h"
#include "muragat/diff/text_diff.h"
#include "muragat/diff/typography.h"
#include "muragat/text/section_number.h"

namespace muragat {
namespace {

using Sections = std::vector<LineageSection>;

constexpr size_t kNone = static_cast<size_t>(-1);

bool IsBlank(std::string_view text) { return PlainTypography(text).empty(); }

// For each section of `newer`, the index of the one of its lineage in `older`, or kNone.
std::vector<size_t> FindOlder(const Sections& older, const Sections& newer) {
  std::vector<size_t> found(newer.size(), kNone);
  std::unordered_map<uint32_t, size_t> places;
  for (size_t i = 0; i < newer.size(); ++i) {
    if (i < older.size() && older[i].lineage == newer[i].lineage) {
      found[i] = i;
      continue;
    }
    if (places.empty()) {
      for (size_t j = 0; j < older.size(); ++j) places.emplace(older[j].lineage.value, j);
    }
    if (const auto place = places.find(newer[i].lineage.value); place != places.end())
      found[i] = place->second;
  }
  return found;
}

// Which sections of the newer list are out of the order that most of them keep.
std::vector<bool> FindMoved(const std::vector<size_t>& older_of) {
  std::vector<bool> moved(older_of.size());
  std::vector<size_t> order, places;
  for (size_t i = 0; i < older_of.size(); ++i) {
    if (older_of[i] == kNone) continue;
    order.push_back(older_of[i]);
    places.push_back(i);
  }
  if (std::is_sorted(order.begin(), order.end())) return moved;
  for (const size_t place : places) moved[place] = true;
  for (const size_t index : LongestRisingRun(order)) moved[places[index]] = false;
  return moved;
}

void SetTexts(SectionChange& change) {
  if (change.older != nullptr) change.older_text = change.older->section.Text();
  if (change.newer != nullptr) change.newer_text = change.newer->section.Text();
  change.script_text = std::make_shared<const std::string>(change.newer_text);
  TextDiff readable = DiffReadably(change.older_text, *change.script_text);
  change.script = std::move(readable.script);
  change.coarse = readable.coarse;
  change.moved = std::move(readable.moved);
  const WordCounts counts = CountChangedWords(change.script, change.older_text);
  change.words_in = counts.words_in;
  change.words_out = counts.words_out;
}

// A section that came or went.
SectionChange CompareOne(const LineageSection* older, const LineageSection* newer, ChangeEvent event) {
  SectionChange change;
  const LineageSection& section = newer != nullptr ? *newer : *older;
  change.lineage = section.lineage;
  change.events = {event};
  change.kind = IsBlank(section.section.body) ? ChangeKind::kStructural : ChangeKind::kSubstantive;
  change.older = older;
  change.newer = newer;
  SetTexts(change);
  return change;
}

ChangeKind JudgeHeadings(const Section& older, const Section& newer) {
  if (older.heading == newer.heading && older.number == newer.number && older.title == newer.title) {
    return ChangeKind::kUnchanged;
  }
  const bool same =
      PlainTypography(older.heading) == PlainTypography(newer.heading) && older.number == newer.number;
  return same ? ChangeKind::kCaptureOnly : ChangeKind::kStructural;
}

// What changed within the bodies, in bytes of them.
TextChanges ReadBodyChanges(const SectionChange& change) {
  const size_t older = change.older->section.heading.size(), newer = change.newer->section.heading.size();
  const auto behind = [](size_t at, size_t heading) { return at - std::min(at, heading); };
  TextChanges changes;
  for (const TextChange& one : ReadChanges(change.script)) {
    const TextChange in_body{behind(one.older_begin, older), behind(one.older_end, older),
                             behind(one.newer_begin, newer), behind(one.newer_end, newer)};
    if (in_body.OlderSize() + in_body.NewerSize() > 0) changes.push_back(in_body);
  }
  return changes;
}

// Nothing where the section is the same in both editions.
std::optional<SectionChange> CompareBoth(const LineageSection& older, const LineageSection& newer,
                                         bool out_of_order) {
  const Section &before = older.section, &after = newer.section;
  const bool moved = out_of_order || before.depth_levels != after.depth_levels;
  const bool body_differs = before.body != after.body;
  const bool renumbered = before.number != after.number;
  const bool retitled =
      before.title != after.title && StripSectionNumber(before.title) != StripSectionNumber(after.title);
  const bool markup_differs = before.heading != after.heading && !renumbered && !retitled;
  if (!moved && !body_differs && !renumbered && !retitled && !markup_differs) return std::nullopt;
  SectionChange change;
  change.lineage = newer.lineage;
  change.older = &older;
  change.newer = &newer;
  const bool continued = body_differs && ContinuesTeaser(before, after);
  if (body_differs || markup_differs) change.events.push_back(ChangeEvent::kChanged);
  if (retitled) change.events.push_back(ChangeEvent::kRetitled);
  if (renumbered) change.events.push_back(ChangeEvent::kRenumbered);
  if (moved) change.events.push_back(ChangeEvent::kMoved);
  if (continued && !after.teaser) change.events.push_back(ChangeEvent::kCompleted);
  SetTexts(change);
  const ChangeKind body_kind =
      continued ? ChangeKind::kCaptureOnly : JudgeBodies(before.body, after.body, ReadBodyChanges(change));
  change.kind = std::max(
      {body_kind, JudgeHeadings(before, after), moved ? ChangeKind::kStructural : ChangeKind::kUnchanged});
  return change;
}

void Append(DocumentChange& document, SectionChange change) {
  document.kind = std::max(document.kind, change.kind);
  document.words_in += change.words_in;
  document.words_out += change.words_out;
  document.sections.push_back(std::move(change));
}

}  // namespace

std::string_view EventName(ChangeEvent event) {
  switch (event) {
    case ChangeEvent::kAdded:
      return "added";
    case ChangeEvent::kRemoved:
      return "removed";
    case ChangeEvent::kChanged:
      return "changed";
    case ChangeEvent::kRetitled:
      return "retitled";
    case ChangeEvent::kRenumbered:
      return "renumbered";
    case ChangeEvent::kMoved:
      return "moved";
    case ChangeEvent::kSplit:
      return "split";
    case ChangeEvent::kMerged:
      return "merged";
    case ChangeEvent::kCompleted:
      return "completed";
    case ChangeEvent::kReturned:
      return "returned";
  }
  return "changed";
}

std::string_view KindName(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kUnchanged:
      return "unchanged";
    case ChangeKind::kCaptureOnly:
      return "capture-only";
    case ChangeKind::kStructural:
      return "structural";
    case ChangeKind::kEditorial:
      return "editorial";
    case ChangeKind::kSubstantive:
      return "substantive";
  }
  return "substantive";
}

DocumentChange CompareEditions(const Sections& older, const Sections& newer,
                               const std::set<SectionNumber>& seen_before) {
  DocumentChange document;
  const std::vector<size_t> older_of = FindOlder(older, newer);
  const std::vector<bool> moved = FindMoved(older_of);
  std::vector<bool> stays(older.size());
  for (size_t i = 0; i < newer.size(); ++i) {
    if (older_of[i] == kNone) {
      const bool returned = seen_before.contains(newer[i].lineage);
      Append(document,
             CompareOne(nullptr, &newer[i], returned ? ChangeEvent::kReturned : ChangeEvent::kAdded));
      continue;
    }
    stays[older_of[i]] = true;
    std::optional<SectionChange> change = CompareBoth(older[older_of[i]], newer[i], moved[i]);
    if (change) Append(document, *std::move(change));
  }
  for (size_t i = 0; i < older.size(); ++i) {
    if (!stays[i]) Append(document, CompareOne(&older[i], nullptr, ChangeEvent::kRemoved));
  }
  MarkParts(older, newer, document);
  return document;
}

}  // namespace muragat
