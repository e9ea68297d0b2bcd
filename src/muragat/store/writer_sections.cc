// The part of a writer that finds out what of a document is new, and stores it.
#include <algorithm>
#include <unordered_map>

#include "muragat/base/bytes.h"
#include "muragat/base/hash.h"
#include "muragat/codec/alias_record.h"
#include "muragat/codec/script_codec.h"
#include "muragat/diff/rising_run.h"
#include "muragat/diff/shingle_diff.h"
#include "muragat/proof/brought_records.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/store/lineage.h"
#include "muragat/store/statement.h"
#include "muragat/store/writer.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

// Shorter texts are not worth a reference to another section's.
constexpr size_t kMinSimilarBytes = 96;

// Why an edition no longer stands that was read anew: doc/format.md.
constexpr char kReadAnew[] = "read anew from its capture";

bool SameRevision(const StoredText& stored, const SectionView& section) {
  const std::string_view text = stored.text;
  return stored.teaser == section.teaser && stored.heading_bytes == section.heading.size() &&
         stored.number == section.number && stored.title == section.title &&
         text.substr(0, stored.heading_bytes) == section.heading &&
         text.substr(stored.heading_bytes) == section.body;
}

bool SameRevision(const SectionView& stored, const SectionView& section) {
  return stored.teaser == section.teaser && stored.number == section.number &&
         stored.title == section.title && stored.heading == section.heading && stored.body == section.body;
}

// Counts what happened to sections between a neighbour and the new edition.
void CountEvents(std::span<const SectionRef> older, std::span<const SectionRef> newer, AddOutcome& outcome) {
  const auto one_section = [](const SectionRef& a, const SectionRef& b) { return a.section == b.section; };
  if (std::equal(older.begin(), older.end(), newer.begin(), newer.end(), one_section)) {
    for (size_t i = 0; i < older.size(); ++i)
      if (older[i].ordinal != newer[i].ordinal) ++outcome.sections_changed;
    return;
  }
  std::unordered_map<uint32_t, size_t> places;
  for (size_t i = 0; i < older.size(); ++i) places[older[i].section.value] = i;
  std::vector<size_t> order;
  for (const SectionRef& ref : newer) {
    const auto place = places.find(ref.section.value);
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

Status Writer::ReadTail(DocumentTail& tail) const {
  const std::string prefix = DocumentPrefix(tail.number);
  const auto editions = batch_->NewCursor(Family::kEdition, prefix);
  editions->SeekForPrev(EditionKeyAfter(tail.number, Instant::Last()));
  if (editions->Valid()) {
    const auto key = DecodeEditionKey(editions->key());
    if (!key) return Status::Corruption("the key of an edition cannot be decoded");
    tail.empty = false;
    tail.last = key->valid;
    MURAGAT_ASSIGN_OR_RETURN(const auto last, reader_->FindEarlierText(tail.number, key->valid));
    tail.has_text = last.has_value();
    if (last) tail.refs = last->sections;
  }
  MURAGAT_RETURN_IF_ERROR(editions->status());
  const auto revisions = batch_->NewCursor(Family::kRevision, prefix);
  revisions->SeekForPrev(EncodeRevisionKey({tail.number, {UINT32_MAX}, {UINT32_MAX}}));
  if (revisions->Valid()) {
    const auto key = DecodeRevisionKey(revisions->key());
    if (!key) return Status::Corruption("the key of a text cannot be decoded");
    tail.last_section = key->section.value;
  }
  MURAGAT_RETURN_IF_ERROR(revisions->status());
  // A lineage that an archivist set apart has no text of its own.
  MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader_->ReadAliases(tail.number, kLatestCommit));
  tail.last_section = std::max(tail.last_section, aliases.last_section());
  tail.read = true;
  return Status::Ok();
}

Status Writer::ReadLineage(const DocumentTail& tail, SectionNumber section, LineageTail& lineage) const {
  std::string prefix = EncodeRevisionKey({tail.number, section, {0}});
  prefix.resize(prefix.size() - 4);
  const auto cursor = batch_->NewCursor(Family::kRevision, prefix);
  for (cursor->SeekForPrev(EncodeRevisionKey({tail.number, section, {UINT32_MAX}}));
       cursor->Valid() && lineage.marks.size() < kReturningTexts; cursor->Prev()) {
    const auto key = DecodeRevisionKey(cursor->key());
    if (!key) return Status::Corruption("the key of a text cannot be decoded");
    if (lineage.marks.empty()) lineage.next_ordinal = key->ordinal.value + 1;
    // A text that cannot be read, or whose ordinal is missing, is not found again when it comes back.
    const auto record = DecodeRevision(*key, cursor->value());
    if (key->ordinal.value + lineage.marks.size() + 1 != lineage.next_ordinal || !record.ok()) break;
    lineage.marks.push_back(
        {record->checksum, static_cast<uint32_t>(record->text_bytes), record->chain_length});
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  if (lineage.next_ordinal == 0)
    return Status::Corruption("section s" + std::to_string(section.value) + " has no texts");
  std::reverse(lineage.marks.begin(), lineage.marks.end());
  return Status::Ok();
}

Result<bool> Writer::IsKnown(const DocumentTail& tail, const State& state, ReformNumber reform) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto editions, reader_->ReadEditionsAt(tail.number, state.valid));
  if (editions.empty()) return false;
  const std::string text = state.content ? state.content->Text() : "";
  bool latest_of_this_writer = true;
  for (auto edition = editions.rbegin(); edition != editions.rend(); ++edition) {
    if (edition->reform != reform) continue;
    const bool own = edition->recorded.commit >= first_commit_;
    const bool comparable = !own || latest_of_this_writer;
    if (own) latest_of_this_writer = false;
    if (!comparable || edition->removed != !state.content) continue;
    MURAGAT_ASSIGN_OR_RETURN(const std::string stored, reader_->ReadText(*edition));
    if (stored == text) return true;
  }
  return false;
}

Result<std::vector<SectionRef>> Writer::AddSections(DocumentTail& tail, const State& state,
                                                    AddOutcome& outcome) {
  const DocumentNumber document = tail.number;
  const std::vector<Section>& sections = state.content->sections;
  incoming_.assign(sections.begin(), sections.end());
  LineageAssignment assignment;
  std::vector<SectionRef> older;  // of the neighbour before, where the state is not the last
  const bool is_last = tail.empty || state.valid > tail.last;
  if (is_last) {
    MURAGAT_RETURN_IF_ERROR(HoldLast(tail));
    earlier_.clear();
    tail.sections.AppendViews(earlier_);
    const NeighbourView earlier{tail.refs, earlier_};
    // With no neighbour everything that the document ever had was withdrawn: it begins anew.
    MURAGAT_ASSIGN_OR_RETURN(
        assignment, AssignLineages(*reader_, document, incoming_, tail.has_text ? tail.last_section : 0,
                                   tail.has_text ? &earlier : nullptr, nullptr));
  } else {
    MURAGAT_ASSIGN_OR_RETURN(const auto earlier, reader_->FindEarlierText(document, state.valid));
    MURAGAT_ASSIGN_OR_RETURN(const auto later, reader_->FindLaterText(document, state.valid));
    MURAGAT_ASSIGN_OR_RETURN(assignment, AssignLineages(*reader_, document, *state.content, earlier, later));
    if (earlier) older = earlier->sections;
  }
  MURAGAT_ASSIGN_OR_RETURN(auto refs, StoreSections(tail, state.document.text(), sections, assignment));
  CountEvents(is_last && tail.has_text ? tail.refs : older, refs, outcome);
  return refs;
}

// Stores the texts of `sections`, which `incoming_` views, under the lineages that were found for them.
Result<std::vector<SectionRef>> Writer::StoreSections(DocumentTail& tail, const std::string& id,
                                                      const std::vector<Section>& sections,
                                                      const LineageAssignment& assignment) {
  std::vector<SectionRef> refs;
  refs.reserve(sections.size());
  for (size_t i = 0; i < sections.size(); ++i) {
    const auto& [lineage, nearest] = assignment.sections[i];
    const SectionNumber number = lineage.value != 0 ? lineage : SectionNumber{++tail.last_section};
    MURAGAT_ASSIGN_OR_RETURN(const Ordinal ordinal, AddRevision(tail, number, nearest, incoming_[i]));
    refs.push_back({number, ordinal, sections[i].depth_levels});
  }
  for (const Alias& alias : assignment.aliases) PutAlias(tail.number, id, alias);
  return refs;
}

Result<AddOutcome> Writer::Reread(const DocumentId& document, const Edition& old, const Document& reading,
                                  const std::optional<Capture>& capture) {
  MURAGAT_RETURN_IF_ERROR(Start());
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(reading.language, "the language"));
  run_.reset();
  const uint32_t place = next_place_;
  batch_->Mark();
  if (options_.observer != nullptr) options_.observer->Mark();
  records_.Mark();
  auto outcome = RereadWithin(document, old, reading, capture);
  tails_.Forget(document.text());
  if (!outcome.ok()) {
    batch_->DropWrites();
    if (options_.observer != nullptr) options_.observer->DropMarked();
    records_.DropMarked();
    next_place_ = place;
    return outcome.status().WithContext("While recording " + document.text());
  }
  ++pending_states_;
  return outcome;
}

Result<AddOutcome> Writer::RereadWithin(const DocumentId& document, const Edition& old,
                                        const Document& reading, const std::optional<Capture>& capture) {
  AddOutcome outcome;
  tails_.Forget(document.text());
  MURAGAT_ASSIGN_OR_RETURN(DocumentTail* const tail, FindOrAddDocument(document));
  outcome.document = tail->number;
  if (!tail->read) MURAGAT_RETURN_IF_ERROR(ReadTail(*tail));
  incoming_.assign(reading.sections.begin(), reading.sections.end());
  MURAGAT_ASSIGN_OR_RETURN(const LineageAssignment assignment,
                           AssignLineages(*reader_, tail->number, reading, old, std::nullopt));
  Edition edition = old;
  edition.title.clear();
  edition.language = reading.language;
  if (options_.observer != nullptr) options_.observer->OnLanguage(edition.language);
  edition.recorded = {CommitNumber{last_commit_.value + 1}, next_place_++};
  MURAGAT_ASSIGN_OR_RETURN(edition.sections,
                           StoreSections(*tail, document.text(), reading.sections, assignment));
  CountEvents(old.sections, edition.sections, outcome);
  if (capture) {
    MURAGAT_ASSIGN_OR_RETURN(edition.capture, AddCapture(tail->number, *capture));
  }
  const bool title_is_implied = SetTitle(reading, edition);
  batch_->Put(Family::kEdition, EncodeEditionKey({tail->number, edition.valid, edition.recorded}),
              EncodeEdition(edition, title_is_implied));
  const RecordedPlace withdrawn{CommitNumber{last_commit_.value + 1}, next_place_++};
  batch_->Put(Family::kEdition, EncodeEditionKey({tail->number, edition.valid, withdrawn}),
              EncodeWithdrawal({old.recorded, options_.author, kReadAnew}));
  if (!logs_) return outcome;
  edition.title = reading.title;
  MURAGAT_ASSIGN_OR_RETURN(EditionStatement statement, ReadStatement(*reader_, document.text(), edition));
  statement.sections = edition.sections.size();
  statement.root = SectionTree().Update({}, edition.sections, incoming_);
  const RecordPlace place{edition.document, edition.valid};
  records_.AddEdition(place, HashLeaf(EncodeStatement(statement)));
  records_.AddEdition(place, HashLeaf(EncodeWithdrawalRecord(document.text(), edition.valid, old.recorded,
                                                             options_.author, kReadAnew)));
  return outcome;
}

// Has the tail hold the sections of the document's last text.
Status Writer::HoldLast(DocumentTail& tail) const {
  if (!tail.has_text || tail.has_sections) return Status::Ok();
  Edition last{.document = tail.number};
  last.sections = tail.refs;
  MURAGAT_ASSIGN_OR_RETURN(const Neighbour neighbour, ReadNeighbour(*reader_, last));
  tail.Hold(ViewsOf(neighbour.sections));
  return Status::Ok();
}

Result<Ordinal> Writer::AddRevision(DocumentTail& tail, SectionNumber section, std::optional<Ordinal> nearest,
                                    const SectionView& incoming) {
  LineageTail& lineage = tail.Lineage(section);
  std::shared_ptr<const StoredText> stored;  // null where the tail holds the nearest text, or there is none
  size_t place = DocumentTail::kNone;
  if (nearest) {
    place = tail.PlaceOf(section, *nearest);
    if (place != DocumentTail::kNone) {
      if (SameRevision(tail.sections.View(place), incoming)) return *nearest;
    } else {
      MURAGAT_ASSIGN_OR_RETURN(stored, reader_->ReadRevision({tail.number, section, *nearest}));
      if (SameRevision(*stored, incoming)) return *nearest;
    }
    if (lineage.next_ordinal == 0) MURAGAT_RETURN_IF_ERROR(ReadLineage(tail, section, lineage));
  }
  text_.assign(incoming.heading).append(incoming.body);
  const std::string_view text = text_;
  RevisionRecord record{.teaser = incoming.teaser, .number = incoming.number, .title = incoming.title};
  record.checksum = Checksum32(text);
  record.heading_bytes = incoming.heading.size();
  record.text_bytes = text.size();
  record.payload = text;
  MURAGAT_ASSIGN_OR_RETURN(const auto returning,
                           FindReturning(tail, section, lineage, record.checksum, incoming));
  if (returning) return *returning;

  const RevisionKey key{tail.number, section, {lineage.next_ordinal}};
  std::optional<TextSketch> sketch;
  if (!nearest && text.size() >= kMinSimilarBytes) sketch = SketchText(text);
  MURAGAT_ASSIGN_OR_RETURN(const auto base,
                           ChooseBase(tail, section, lineage, nearest, sketch ? &*sketch : nullptr));
  std::string value;
  if (base) {
    record.form = RevisionForm::kDiff;
    record.chain_length = static_cast<uint8_t>(base->chain_length + 1);
    record.base = base->key;
    const EditScript script = differ_.Diff(base->text, text);
    value = EncodeRevision(key, record, script);
    // A diff that saves nothing only makes the chain longer; one that does not apply is never written.
    const bool worth_it = value.size() < text.size() * 3 / 4 + record.title.size() + record.number.size();
    if (!worth_it || !Yields(script, base->text, text)) value.clear();
  }
  if (value.empty()) {
    record.form = RevisionForm::kKeyframe;
    record.chain_length = 0;
    value = EncodeRevision(key, record);
  }
  batch_->Put(Family::kRevision, EncodeRevisionKey(key), value);
  if (options_.observer != nullptr) {
    std::string_view earlier;
    if (key.ordinal.value != 0) {
      const Ordinal before{key.ordinal.value - 1};
      if (const size_t held = tail.PlaceOf(section, before); held != DocumentTail::kNone) {
        earlier = tail.sections.TextOf(held);
      } else {  // a state came that is earlier than others, or a text that was there before
        MURAGAT_ASSIGN_OR_RETURN(stored, reader_->ReadRevision({tail.number, section, before}));
        earlier = stored->text;
      }
    }
    options_.observer->OnText(key, text, earlier);
  }
  if (sketch && record.chain_length < kMaxChain) similar_texts_.Add(*sketch, key);
  ++lineage.next_ordinal;
  if (lineage.marks.size() == kReturningTexts) lineage.marks.erase(lineage.marks.begin());
  lineage.marks.push_back({record.checksum, static_cast<uint32_t>(text.size()), record.chain_length});
  return key.ordinal;
}

// The ordinal of an earlier text of the lineage that is the same, newest first.
Result<std::optional<Ordinal>> Writer::FindReturning(const DocumentTail& tail, SectionNumber section,
                                                     const LineageTail& lineage, uint32_t checksum,
                                                     const SectionView& incoming) const {
  const size_t text_bytes = incoming.heading.size() + incoming.body.size();
  for (size_t i = lineage.marks.size(); i-- > 0;) {
    if (lineage.marks[i].checksum != checksum || lineage.marks[i].text_bytes != text_bytes) continue;
    const Ordinal ordinal{lineage.next_ordinal - static_cast<uint32_t>(lineage.marks.size() - i)};
    MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader_->ReadRevision({tail.number, section, ordinal}));
    if (SameRevision(*stored, incoming)) return std::optional<Ordinal>(ordinal);
  }
  return std::optional<Ordinal>();
}

Result<std::optional<Writer::Base>> Writer::ReadBase(const RevisionKey& key) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader_->ReadRevision(key));
  if (stored->chain_length >= kMaxChain) return std::optional<Base>();
  return std::optional<Base>({key, stored, stored->text, stored->chain_length});
}

// The text to store a new one as a difference from: the nearest of its lineage; where the chain behind that
// is as long as may be, the text at the chain's beginning; for a new lineage a text that is like it.
Result<std::optional<Writer::Base>> Writer::ChooseBase(const DocumentTail& tail, SectionNumber section,
                                                       const LineageTail& lineage,
                                                       std::optional<Ordinal> nearest,
                                                       const TextSketch* sketch) const {
  if (!nearest) {
    if (sketch == nullptr) return std::optional<Base>();
    const auto similar = similar_texts_.Find(*sketch);
    if (!similar) return std::optional<Base>();
    // What was dropped again may still be remembered.
    auto base = ReadBase(*similar);
    return base.ok() ? std::move(base) : std::optional<Base>();
  }
  RevisionKey key{tail.number, section, *nearest};
  const size_t place = tail.PlaceOf(section, *nearest);
  if (place != DocumentTail::kNone && nearest->value + lineage.marks.size() >= lineage.next_ordinal) {
    const uint8_t chain_length = lineage.MarkOf(nearest->value).chain_length;
    if (chain_length < kMaxChain) {
      return std::optional<Base>({key, nullptr, tail.sections.TextOf(place), chain_length});
    }
  }
  MURAGAT_ASSIGN_OR_RETURN(auto base, ReadBase(key));
  while (!base) {
    MURAGAT_ASSIGN_OR_RETURN(const auto value, batch_->Get(Family::kRevision, EncodeRevisionKey(key)));
    if (!value) break;
    MURAGAT_ASSIGN_OR_RETURN(const RevisionRecord record, DecodeRevision(key, *value));
    if (record.form == RevisionForm::kKeyframe) {
      MURAGAT_ASSIGN_OR_RETURN(base, ReadBase(key));
      break;
    }
    key = record.base;
  }
  return base;
}

}  // namespace muragat
