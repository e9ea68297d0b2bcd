#include <algorithm>

#include "muragat/base/bytes.h"
#include "muragat/base/hash.h"
#include "muragat/codec/script_codec.h"
#include "muragat/diff/rising_run.h"
#include "muragat/diff/text_diff.h"
#include "muragat/store/lineage.h"
#include "muragat/store/writer.h"

namespace muragat {
namespace {

// A text that differs in more words than this is nearly a new one: finding the shortest script for it would
// be most of the work of an import, and would save little.
constexpr uint32_t kMaxStoredEdits = 512;

// How many earlier texts of a section are looked through for one that has come back.
constexpr uint32_t kReturningTexts = 32;

bool SameRevision(const StoredText& stored, const Section& section, std::string_view text) {
  return stored.heading_bytes == section.heading.size() && stored.teaser == section.teaser &&
         stored.number == section.number && stored.title == section.title && stored.text == text;
}

// Counts what happened to sections between a neighbour and the new edition.
void CountEvents(const std::vector<SectionRef>& older, const std::vector<SectionRef>& newer,
                 AddOutcome& outcome) {
  std::map<SectionNumber, size_t> places;
  for (size_t i = 0; i < older.size(); ++i) places[older[i].section] = i;
  std::vector<size_t> order;
  for (const SectionRef& ref : newer) {
    const auto place = places.find(ref.section);
    if (place == places.end()) {
      ++outcome.sections_added;
      continue;
    }
    if (older[place->second].ordinal != ref.ordinal) ++outcome.sections_changed;
    order.push_back(place->second);
  }
  outcome.sections_removed = older.size() - order.size();
  outcome.sections_moved = order.size() - LongestRisingRun(order).size();
}

}  // namespace

Result<uint32_t> Writer::LastSection(DocumentNumber document) const {
  const auto cursor = batch_->NewCursor(Family::kRevision);
  cursor->SeekForPrev(EncodeRevisionKey({document, {UINT32_MAX}, {UINT32_MAX}}));
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  if (!cursor->At(DocumentPrefix(document))) return uint32_t{0};
  const auto key = DecodeRevisionKey(cursor->key());
  if (!key) return Status::Corruption("the key of a text cannot be decoded");
  return key->section.value;
}

Result<std::vector<SectionRef>> Writer::AddSections(const NumberedDocument& numbered, const State& state,
                                                    AddOutcome& outcome) {
  const DocumentNumber document = numbered.number;
  std::optional<Edition> earlier;
  LineageAssignment assignment;
  uint32_t last_section = 0;
  if (numbered.is_new) {
    assignment.sections.resize(state.content->sections.size());
  } else {
    MURAGAT_ASSIGN_OR_RETURN(earlier, reader_->FindEarlierText(document, state.valid));
    MURAGAT_ASSIGN_OR_RETURN(const auto later, reader_->FindLaterText(document, state.valid));
    MURAGAT_ASSIGN_OR_RETURN(assignment, AssignLineages(*reader_, document, *state.content, earlier, later));
    MURAGAT_ASSIGN_OR_RETURN(last_section, LastSection(document));
  }
  std::vector<SectionRef> refs;
  refs.reserve(state.content->sections.size());
  for (size_t i = 0; i < state.content->sections.size(); ++i) {
    const Section& section = state.content->sections[i];
    const auto& [lineage, nearest] = assignment.sections[i];
    const SectionNumber number = lineage.value != 0 ? lineage : SectionNumber{++last_section};
    MURAGAT_ASSIGN_OR_RETURN(const Ordinal ordinal, AddRevision(document, number, nearest, section));
    refs.push_back({number, ordinal, section.depth_levels});
  }
  for (const Alias& alias : assignment.aliases) {
    std::string target;
    AppendVarint(target, alias.target.value);
    batch_->Put(Family::kCatalog, AliasKey(document, alias.section, {last_commit_.value + 1}), target);
  }
  static const std::vector<SectionRef> kNone;
  CountEvents(earlier ? earlier->sections : kNone, refs, outcome);
  return refs;
}

Result<Ordinal> Writer::AddRevision(DocumentNumber document, SectionNumber lineage,
                                    std::optional<Ordinal> nearest, const Section& section) {
  const std::string text = section.Text();
  RevisionKey key{document, lineage, {0}};
  RevisionRecord record{.teaser = section.teaser, .number = section.number, .title = section.title};
  record.checksum = Checksum32(text);
  record.heading_bytes = section.heading.size();
  record.text_bytes = text.size();
  record.payload = text;
  EditScript script;
  if (nearest) {
    const RevisionKey base_key{document, lineage, *nearest};
    MURAGAT_ASSIGN_OR_RETURN(const auto base, reader_->ReadRevision(base_key));
    if (SameRevision(*base, section, text)) return *nearest;

    const auto cursor = batch_->NewCursor(Family::kRevision);
    cursor->SeekForPrev(EncodeRevisionKey({document, lineage, {UINT32_MAX}}));
    MURAGAT_RETURN_IF_ERROR(cursor->status());
    const auto last = cursor->Valid() ? DecodeRevisionKey(cursor->key()) : std::nullopt;
    if (!last || last->document != document || last->section != lineage) {
      return Status::Corruption("section s" + std::to_string(lineage.value) + " has no texts");
    }
    key.ordinal.value = last->ordinal.value + 1;
    for (uint32_t i = 0; i < kReturningTexts && i <= last->ordinal.value; ++i) {
      const RevisionKey earlier{document, lineage, {last->ordinal.value - i}};
      MURAGAT_ASSIGN_OR_RETURN(const auto value, batch_->Get(Family::kRevision, EncodeRevisionKey(earlier)));
      if (!value) continue;
      const auto stored = DecodeRevision(earlier, *value);
      if (!stored.ok() || stored->checksum != record.checksum || stored->text_bytes != text.size()) continue;
      MURAGAT_ASSIGN_OR_RETURN(const auto rebuilt, reader_->ReadRevision(earlier));
      if (SameRevision(*rebuilt, section, text)) return earlier.ordinal;
    }
    if (base->chain_length < kMaxChain) {
      script = DiffText(base->text, text, {.max_edits = kMaxStoredEdits}).script;
      record.form = RevisionForm::kDiff;
      record.chain_length = static_cast<uint8_t>(base->chain_length + 1);
      record.base = base_key;
    }
  }
  std::string value = EncodeRevision(key, record, script);
  if (record.form == RevisionForm::kDiff) {
    // A diff that saves nothing only makes the chain longer; one that does not apply is never written.
    MURAGAT_ASSIGN_OR_RETURN(const auto base, reader_->ReadRevision(record.base));
    const auto applied = ApplyScript(script, base->text);
    const bool worth_it = value.size() < text.size() * 3 / 4 + record.title.size() + record.number.size();
    if (!worth_it || !applied.ok() || *applied != text) {
      record.form = RevisionForm::kKeyframe;
      value = EncodeRevision(key, record);
    }
  }
  batch_->Put(Family::kRevision, EncodeRevisionKey(key), value);
  return key.ordinal;
}

}  // namespace muragat
