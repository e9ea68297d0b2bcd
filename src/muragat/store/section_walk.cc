#include "muragat/store/section_walk.h"

#include <utility>

#include "muragat/base/hash.h"
#include "muragat/codec/script_codec.h"

namespace muragat {
namespace {

constexpr int kSteps = 6;               // that cost less than a seek
constexpr size_t kSectionKeyBytes = 8;  // of a text's key: document and section

bool IsKeyframe(std::string_view value) {
  return !value.empty() && static_cast<RevisionForm>(value.front()) == RevisionForm::kKeyframe;
}

}  // namespace

SectionWalk::SectionWalk(const Reader& reader)
    : reader_(reader), cursor_(reader.view().NewCursor(Family::kRevision)) {}

void SectionWalk::MoveTo(std::string_view key) {
  if (cursor_->Valid() && cursor_->key() < key) {
    for (int i = 0; i < kSteps && cursor_->Valid() && cursor_->key() < key; ++i) cursor_->Next();
    if (cursor_->Valid() && cursor_->key() >= key) return;
  }
  if (!cursor_->Valid() || cursor_->key() != key) cursor_->Seek(key);
}

// The text of `base`, where it is at hand.
const std::string* SectionWalk::FindBase(const RevisionKey& key, const RevisionKey& base) const {
  if (base.document != key.document || base.section != key.section) return nullptr;
  for (const Held* held : {&last_, &keyframe_}) {
    if (held->is_there && held->ordinal == base.ordinal) return &held->text;
  }
  return nullptr;
}

// Makes the text of a record in `last_`. False where the reader must be asked.
bool SectionWalk::Rebuild(const RevisionKey& key, std::string_view value) {
  const auto record = DecodeRevision(key, value);
  if (!record.ok()) return false;
  if (record->form == RevisionForm::kKeyframe) {
    next_.assign(record->payload);
  } else {
    const std::string* base = FindBase(key, record->base);
    if (base == nullptr) return false;
    if (record->form == RevisionForm::kSame) {
      next_ = *base;
    } else if (!ApplyStoredScript(record->payload, *base, record->text_bytes, next_).ok() ||
               next_.size() != record->text_bytes) {
      return false;
    }
  }
  if (record->form != RevisionForm::kSame && Checksum32(next_) != record->checksum) return false;
  std::swap(last_.text, next_);
  last_.ordinal = key.ordinal;
  last_.is_there = true;
  if (record->form == RevisionForm::kKeyframe) keyframe_.is_there = false;
  return true;
}

// Leaves the text of a record in `last_`, if it can be made.
void SectionWalk::MakeText(const RevisionKey& key, std::string_view value) {
  // What a chain leads back to is the text before, or the keyframe.
  if (last_.is_there && !keyframe_.is_there) keyframe_ = last_;
  if (Rebuild(key, value)) return;
  const auto stored = reader_.ReadRevision(key);
  last_.is_there = stored.ok();
  if (!stored.ok()) return;
  last_.text = (*stored)->text;
  last_.ordinal = key.ordinal;
}

Status SectionWalk::Visit(DocumentNumber document, SectionNumber section, const Visitor& visit) {
  return VisitSome(
      document, section, [](Ordinal) { return true; }, visit);
}

Status SectionWalk::VisitSome(DocumentNumber document, SectionNumber section, const Filter& wanted,
                              const Visitor& visit) {
  const std::string first = EncodeRevisionKey({document, section, {0}});
  const std::string_view prefix = std::string_view(first).substr(0, kSectionKeyBytes);
  last_.is_there = keyframe_.is_there = false;
  passed_count_ = 0;
  for (MoveTo(first); cursor_->At(prefix); cursor_->Next()) {
    const auto key = DecodeRevisionKey(cursor_->key());
    if (!key) return Status::Corruption("the key of a text cannot be decoded");
    if (!wanted(key->ordinal)) {
      // A keyframe needs nothing of what is before it; nor, most likely, does what comes after it.
      if (IsKeyframe(cursor_->value())) passed_count_ = 0;
      if (passed_.size() == passed_count_) passed_.emplace_back();
      Passed& passed = passed_[passed_count_++];
      passed.key = *key;
      passed.value.assign(cursor_->value());
      continue;
    }
    if (!IsKeyframe(cursor_->value())) {
      for (size_t i = 0; i < passed_count_; ++i) MakeText(passed_[i].key, passed_[i].value);
    }
    passed_count_ = 0;
    MakeText(*key, cursor_->value());
    visit(key->ordinal, last_.is_there ? std::optional<std::string_view>(last_.text) : std::nullopt);
  }
  return cursor_->status();
}

}  // namespace muragat
