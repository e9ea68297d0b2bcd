#include "muragat/store/snapshot_walk.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "muragat/base/hash.h"
#include "muragat/codec/revision_record.h"
#include "muragat/codec/script_codec.h"

namespace muragat {
namespace {

// So many steps cost about as much as a seek, or as what a seek saves.
constexpr size_t kNearSteps = 8, kMostEditions = 64;
constexpr uint32_t kMostOrdinals = 64;

// Moves a cursor forward to the first key at or behind `key`.
void StepTo(Cursor& cursor, std::string_view key) {
  for (size_t steps = 0; cursor.Valid() && steps < kNearSteps; ++steps) {
    if (cursor.key() >= key) return;
    cursor.Next();
  }
  cursor.Seek(key);
}

}  // namespace

SnapshotWalk::SnapshotWalk(const Reader& reader, Instant at, CommitNumber known_at)
    : reader_(reader),
      at_(at),
      known_at_(known_at),
      editions_(reader.view().NewPassingCursor(Family::kEdition)),
      revisions_(reader.view().NewPassingCursor(Family::kRevision)) {}

Result<const Edition*> SnapshotWalk::Find(DocumentNumber document) {
  const std::string prefix = DocumentPrefix(document);
  std::optional<Stored> standing;  // of the dates before
  same_date_.clear();
  std::optional<ValidDate> date;
  size_t steps = 0;
  for (StepTo(*editions_, prefix); editions_->At(prefix); editions_->Next()) {
    if (++steps > kMostEditions) {
      MURAGAT_ASSIGN_OR_RETURN(auto found, reader_.FindEdition(document, at_, known_at_));
      if (!found) return nullptr;
      edition_ = *std::move(found);
      title_is_implied_ = false;
      return &edition_;
    }
    const auto key = DecodeEditionKey(editions_->key());
    if (!key) return Status::Corruption("the key of an edition cannot be decoded");
    if (key->valid.first > at_) break;
    if (key->recorded.commit > known_at_) continue;
    if (key->valid != date) {
      if (!same_date_.empty()) standing = std::move(same_date_.back());
      same_date_.clear();
      date = key->valid;
    }
    if (!IsWithdrawal(editions_->value())) {
      same_date_.push_back({*key, std::string(editions_->value())});
      continue;
    }
    MURAGAT_ASSIGN_OR_RETURN(const DecodedEdition decoded, DecodeEdition(*key, editions_->value()));
    const RecordedPlace target = std::get<Withdrawal>(decoded.record).target;
    std::erase_if(same_date_, [&](const Stored& one) { return one.key.recorded == target; });
  }
  MURAGAT_RETURN_IF_ERROR(editions_->status());
  if (!same_date_.empty()) standing = std::move(same_date_.back());
  if (!standing) return nullptr;
  MURAGAT_ASSIGN_OR_RETURN(DecodedEdition decoded, DecodeEdition(standing->key, standing->value, &lists_));
  edition_ = std::get<Edition>(std::move(decoded.record));
  title_is_implied_ = decoded.title_is_implied;
  return &edition_;
}

// Holds the records of a section up to that of `key`, where they are few and complete.
Status SnapshotWalk::ReadRecords(const RevisionKey& key) {
  records_.clear();
  record_ends_.clear();
  if (key.ordinal.value > kMostOrdinals) return Status::Ok();
  const std::string last = EncodeRevisionKey(key);
  StepTo(*revisions_, EncodeRevisionKey({key.document, key.section, Ordinal{0}}));
  for (; revisions_->Valid() && revisions_->key() <= last; revisions_->Next()) {
    const auto at = DecodeRevisionKey(revisions_->key());
    if (!at) return Status::Corruption("the key of a text cannot be decoded");
    if (at->ordinal.value != record_ends_.size()) break;
    records_.append(revisions_->value());
    record_ends_.push_back(records_.size());
  }
  return revisions_->status();
}

// Whether the text could be made of the records that are held.
bool SnapshotWalk::Rebuild(Part& part) {
  std::array<std::string_view, kMaxChain> scripts;
  size_t count = 0;
  std::string_view base;
  uint32_t checksum = 0;
  uint64_t text_bytes = 0, largest_bytes = 0;
  for (RevisionKey at = part.key;;) {
    const size_t place = at.ordinal.value;
    if (place >= record_ends_.size()) return false;
    const size_t begin = place == 0 ? 0 : record_ends_[place - 1];
    const auto record =
        DecodeRevision(at, std::string_view(records_).substr(begin, record_ends_[place] - begin));
    if (!record.ok()) return false;
    if (at == part.key) {
      part.title = record->title;
      checksum = record->checksum;
      text_bytes = record->text_bytes;
    }
    largest_bytes = std::max(largest_bytes, record->text_bytes);
    if (record->form == RevisionForm::kKeyframe) {
      base = record->payload;
      break;
    }
    const RevisionKey& next = record->base;
    const bool near = next.document == at.document && next.section == at.section && next.ordinal < at.ordinal;
    if (record->form != RevisionForm::kDiff || !near || count == scripts.size()) return false;
    scripts[count++] = record->payload;
    at = next;
  }
  part.text.assign(base);
  while (count > 0) {
    std::swap(part.text, older_);
    if (!ApplyStoredScript(scripts[--count], older_, largest_bytes, part.text).ok()) return false;
  }
  return part.text.size() == text_bytes && Checksum32(part.text) == checksum;
}

Status SnapshotWalk::ReadPart(Part& part) {
  MURAGAT_RETURN_IF_ERROR(ReadRecords(part.key));
  if (Rebuild(part)) return Status::Ok();
  // Of another document, in a long history, or damaged: the reader knows, or says what is wrong.
  MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader_.ReadRevision(part.key));
  part.text = stored->text;
  part.title = stored->title;
  return Status::Ok();
}

Status SnapshotWalk::AppendText(std::string& text, std::string& title) {
  const size_t count = edition_.sections.size();
  if (parts_.size() < count) parts_.resize(count);
  const auto end = parts_.begin() + static_cast<std::ptrdiff_t>(count);
  for (size_t i = 0; i < count; ++i) {
    const SectionRef& ref = edition_.sections[i];
    parts_[i].key = {edition_.document, ref.section, ref.ordinal};
    parts_[i].place = i;
  }
  std::sort(parts_.begin(), end, [](const Part& a, const Part& b) { return a.key < b.key; });
  for (auto part = parts_.begin(); part != end; ++part) MURAGAT_RETURN_IF_ERROR(ReadPart(*part));
  std::sort(parts_.begin(), end, [](const Part& a, const Part& b) { return a.place < b.place; });
  title.clear();
  for (auto part = parts_.begin(); part != end; ++part) {
    text.append(part->text);
    if (title.empty()) title = part->title;
  }
  if (std::exchange(title_is_implied_, false)) edition_.title = title;
  return Status::Ok();
}

}  // namespace muragat
