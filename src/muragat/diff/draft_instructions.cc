#include "muragat/diff/draft_instructions.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "muragat/diff/apply_instructions.h"
#include "muragat/diff/rising_run.h"
#include "muragat/diff/section_amendments.h"
#include "muragat/diff/section_names.h"

namespace muragat {
namespace {

using Sections = std::vector<LineageSection>;

constexpr size_t kNone = static_cast<size_t>(-1);

std::string TextOf(const Sections& sections) {
  std::string text;
  for (const LineageSection& one : sections) text.append(one.section.heading).append(one.section.body);
  return text;
}

// "Article 7", "Article 7 and Article 8" …
std::string JoinNames(const std::vector<std::string>& names) {
  std::string joined;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i != 0) joined += i + 1 == names.size() ? " and " : ", ";
    joined += names[i];
  }
  return joined;
}

class Drafter {
 public:
  Drafter(const Sections& older, const Sections& newer, const DocumentChange& change,
          const InstructionOptions& options)
      : older_(older), newer_(newer), options_(options), names_(NameSections(older)), places_(older.size()) {
    for (const SectionChange& one : change.sections) changes_.emplace(one.lineage.value, &one);
    MatchLineages();
  }

  InstructionSheet Draft() {
    InstructionSheet sheet{.document = options_.document, .from = options_.from, .to = options_.to};
    std::optional<size_t> before;  // the last section that was there
    for (size_t i = 0; i < newer_.size(); ++i) {
      const size_t old = older_of_[i];
      if (old == kNone) {
        Take(newer_[i]);
        continue;
      }
      if (!moved_[old]) OmitUpTo(old);
      if (moved_[old] && Wanted(newer_[i])) Move(old, before);
      Insert(before);
      if (Wanted(newer_[i])) Amend(old, newer_[i].section);
      before = old;
    }
    OmitUpTo(older_.size());
    Insert(before);
    Renumber();
    FillIn(sheet);
    return sheet;
  }

 private:
  void MatchLineages() {
    std::unordered_map<uint32_t, size_t> places;
    for (size_t i = 0; i < older_.size(); ++i) places.emplace(older_[i].lineage.value, i);
    stays_.assign(older_.size(), false);
    moved_.assign(older_.size(), false);
    std::vector<size_t> order;
    for (const LineageSection& one : newer_) {
      const auto found = places.find(one.lineage.value);
      older_of_.push_back(found == places.end() ? kNone : found->second);
      if (found == places.end()) continue;
      stays_[found->second] = true;
      order.push_back(found->second);
    }
    for (const size_t old : order) moved_[old] = true;
    for (const size_t index : LongestRisingRun(order)) moved_[order[index]] = false;
  }

  bool Wanted(const LineageSection& section) const {
    return !options_.only || section.lineage == *options_.only;
  }

  const SectionChange* ChangeOf(SectionNumber lineage) const {
    const auto found = changes_.find(lineage.value);
    return found == changes_.end() ? nullptr : found->second;
  }

  // "Article 7" of the older text, else of the newer one.
  std::string NameOf(SectionNumber lineage) const {
    for (size_t i = 0; i < older_.size(); ++i)
      if (older_[i].lineage == lineage) return names_[i];
    for (const LineageSection& one : newer_)
      if (one.lineage == lineage) return NameSection(one.section, false);
    return "s" + std::to_string(lineage.value);
  }

  void OmitUpTo(size_t end) {
    Instruction omit{.kind = InstructionKind::kOmit};
    std::map<uint32_t, std::vector<std::string>> parts;  // by what they have gone into
    for (; omitted_ < end; ++omitted_) {
      if (stays_[omitted_] || !Wanted(older_[omitted_])) continue;
      omit.sections.push_back(omitted_);
      const SectionChange* change = ChangeOf(older_[omitted_].lineage);
      if (change == nullptr || change->to.empty() || older_[omitted_].lineage == change->to.front()) continue;
      parts[change->to.front().value].push_back(names_[omitted_]);
    }
    for (const auto& [whole, names] : parts)
      omit.notes.push_back("the words of " + JoinNames(names) + " go into " + NameOf(SectionNumber{whole}));
    if (!omit.sections.empty()) instructions_.push_back(std::move(omit));
  }

  void Move(size_t old, std::optional<size_t> before) {
    if (!instructions_.empty() && before) {
      Instruction& last = instructions_.back();
      if (last.kind == InstructionKind::kMove && last.sections.back() == *before) {
        last.sections.push_back(old);
        return;
      }
    }
    instructions_.push_back({.kind = InstructionKind::kMove, .sections = {old}, .anchor = before});
  }

  // Keeps a new section until it is known what stands behind it.
  void Take(const LineageSection& section) {
    if (!Wanted(section)) return;
    come_.text.append(section.section.Text());
    const SectionChange* change = ChangeOf(section.lineage);
    if (change == nullptr || change->from.empty() || section.lineage == change->from.front()) return;
    parts_[change->from.front().value].push_back(NameSection(section.section, false));
  }

  void Insert(std::optional<size_t> before) {
    if (!come_.text.empty()) {
      come_.kind = InstructionKind::kInsert;
      come_.anchor = before;
      for (const auto& [whole, names] : parts_)
        come_.notes.push_back("the words of the new " + JoinNames(names) + " were in " +
                              NameOf(SectionNumber{whole}));
      instructions_.push_back(std::move(come_));
    }
    come_ = {};
    parts_.clear();
  }

  void Amend(size_t old, const Section& newer) {
    const Section& older = older_[old].section;
    if (older.heading == newer.heading && older.body == newer.body) return;
    const std::string name = NameSection(newer, old == 0);
    SectionAmendments made = AmendSection(older, newer, names_[old], name);
    Instruction amend{.sections = {old}, .notes = std::move(made.notes)};
    if (older.teaser && !newer.teaser) amend.notes.emplace_back("the old text is cut off by its source");
    if (made.renumbered) renumbered_.emplace(old, name);
    if (made.whole) {
      amend.kind = InstructionKind::kReplace;
      amend.text = newer.Text();
    } else if (made.amendments.empty()) {
      return;
    }
    amend.amendments = std::move(made.amendments);
    instructions_.push_back(std::move(amend));
  }

  // In the order of the older text.
  void Renumber() {
    if (renumbered_.empty()) return;
    Instruction renumber{.kind = InstructionKind::kRenumber};
    for (auto& [old, name] : renumbered_) {
      renumber.sections.push_back(old);
      renumber.names.push_back(std::move(name));
    }
    instructions_.push_back(std::move(renumber));
  }

  void FillIn(InstructionSheet& sheet) {
    std::vector<bool> named(older_.size());
    for (const Instruction& one : instructions_) {
      for (const size_t section : one.sections) named[section] = true;
      if (one.anchor) named[*one.anchor] = true;
    }
    size_t at = 0;
    for (size_t i = 0; i < older_.size(); ++i) {
      const Section& one = older_[i].section;
      const size_t begin = at, text_begin = at + one.heading.size();
      at = text_begin + one.body.size();
      if (!named[i]) continue;
      places_[i] = sheet.sections.size();
      sheet.sections.push_back({names_[i], begin, text_begin, at});
    }
    for (Instruction& one : instructions_) {
      for (size_t& section : one.sections) section = places_[section];
      if (one.anchor) one.anchor = places_[*one.anchor];
    }
    sheet.instructions = std::move(instructions_);
  }

  const Sections &older_, &newer_;
  const InstructionOptions& options_;
  std::vector<std::string> names_;
  std::vector<size_t> places_;  // in the sheet, of each older section that is named
  std::unordered_map<uint32_t, const SectionChange*> changes_;
  std::vector<size_t> older_of_;  // of each newer section
  std::vector<bool> stays_, moved_;
  size_t omitted_ = 0;  // the older sections before it have been looked at
  Instruction come_;
  std::map<uint32_t, std::vector<std::string>> parts_;  // of it, by what they were split from
  std::map<size_t, std::string> renumbered_;
  std::vector<Instruction> instructions_;
};

// What is to come of the instructions.
std::string ExpectedText(const Sections& older, const Sections& newer, const InstructionSheet& sheet,
                         const std::optional<SectionNumber>& only) {
  if (!only) return TextOf(newer);
  const auto is_it = [&only](const LineageSection& one) { return one.lineage == *only; };
  const auto come = std::find_if(newer.begin(), newer.end(), is_it);
  Sections expected = older;
  const auto gone = std::find_if(expected.begin(), expected.end(), is_it);
  if (come == newer.end()) {
    if (gone != expected.end()) expected.erase(gone);
    return TextOf(expected);
  }
  const bool moves = std::any_of(sheet.instructions.begin(), sheet.instructions.end(),
                                 [](const Instruction& one) { return one.kind == InstructionKind::kMove; });
  if (gone != expected.end() && !moves) {
    gone->section = come->section;
    return TextOf(expected);
  }
  if (gone != expected.end()) expected.erase(gone);
  auto place = expected.begin();
  for (auto before = come; before != newer.begin() && place == expected.begin();) {
    --before;
    const auto found = std::find_if(expected.begin(), expected.end(), [&before](const LineageSection& one) {
      return one.lineage == before->lineage;
    });
    if (found != expected.end()) place = found + 1;
  }
  expected.insert(place, *come);
  return TextOf(expected);
}

}  // namespace

InstructionSheet DraftInstructions(const Sections& older, const Sections& newer, const DocumentChange& change,
                                   const InstructionOptions& options) {
  InstructionSheet sheet = Drafter(older, newer, change, options).Draft();
  const std::string before = TextOf(older), after = ExpectedText(older, newer, sheet, options.only);
  sheet.older = DigestText(before), sheet.newer = DigestText(after);
  const auto made = CarryOutInstructions(before, sheet);
  if (!made.ok() || *made != after)
    return GiveAnew(sheet, after,
                    "the change cannot be worded section by section, so the text is given anew");
  if (options.only && sheet.sections.size() == 1) {
    const auto is_it = [&options](const LineageSection& one) { return one.lineage == *options.only; };
    const auto gone = std::find_if(older.begin(), older.end(), is_it);
    const auto come = std::find_if(newer.begin(), newer.end(), is_it);
    if (gone != older.end() && come != newer.end()) {
      sheet.older_alone = DigestText(gone->section.Text());
      sheet.newer_alone = DigestText(come->section.Text());
    }
  }
  return sheet;
}

InstructionSheet GiveAnew(const InstructionSheet& sheet, const std::string& newer, const std::string& note) {
  InstructionSheet whole{.document = sheet.document, .from = sheet.from, .to = sheet.to};
  whole.older = sheet.older, whole.newer = sheet.newer;
  if (sheet.older == sheet.newer) return whole;
  whole.instructions = {{.kind = InstructionKind::kReplaceAll, .text = newer, .notes = {note}}};
  return whole;
}

}  // namespace muragat
