#include "muragat/store/section_walk.h"

#include <utility>

#include "muragat/base/hash.h"
#include "muragat/codec/script_codec.h"

namespace muragat {
namespace {

constexpr int kSteps = 6;               // that cost less than a seek
constexpr size_t kSectionKeyBytes = 8;  // of a text's key: document and section

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

Status SectionWalk::Visit(DocumentNumber document, SectionNumber section, const Visitor& visit) {
  const std::string first = EncodeRevisionKey({document, section, {0}});
  const std::string_view prefix = std::string_view(first).substr(0, kSectionKeyBytes);
  last_.is_there = keyframe_.is_there = false;
  for (MoveTo(first); cursor_->At(prefix); cursor_->Next()) {
    const auto key = DecodeRevisionKey(cursor_->key());
    if (!key) return Status::Corruption("the key of a text cannot be decoded");
    // What a chain leads back to is the text before, or the keyframe.
    if (last_.is_there && !keyframe_.is_there) keyframe_ = last_;
    if (Rebuild(*key, cursor_->value())) {
      visit(key->ordinal, last_.text);
      continue;
    }
    const auto stored = reader_.ReadRevision(*key);
    last_.is_there = stored.ok();
    if (!stored.ok()) {
      visit(key->ordinal, std::nullopt);
      continue;
    }
    last_.text = (*stored)->text;
    last_.ordinal = key->ordinal;
    visit(key->ordinal, last_.text);
  }
  return cursor_->status();
}

}  // namespace muragat
