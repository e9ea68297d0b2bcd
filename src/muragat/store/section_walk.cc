#include "muragat/store/section_walk.h"

#include "muragat/codec/revision_record.h"

namespace muragat {
namespace {

constexpr int kSteps = 6;               // that cost less than a seek
constexpr size_t kSectionKeyBytes = 8;  // of a text's key: document and section

bool IsKeyframe(std::string_view value) {
  return !value.empty() && static_cast<RevisionForm>(value.front()) == RevisionForm::kKeyframe;
}

}  // namespace

SectionWalk::SectionWalk(const Reader& reader)
    : cursor_(reader.view().NewCursor(Family::kRevision)), texts_(reader) {}

void SectionWalk::MoveTo(std::string_view key) {
  if (cursor_->Valid() && cursor_->key() < key) {
    for (int i = 0; i < kSteps && cursor_->Valid() && cursor_->key() < key; ++i) cursor_->Next();
    if (cursor_->Valid() && cursor_->key() >= key) return;
  }
  if (!cursor_->Valid() || cursor_->key() != key) cursor_->Seek(key);
}

std::optional<std::string_view> SectionWalk::MakeText(const RevisionKey& key, std::string_view value) {
  const auto record = DecodeRevision(key, value);
  if (!record.ok()) return std::nullopt;
  const auto text = texts_.Rebuild(key, *record);
  return text.ok() ? std::optional(*text) : std::nullopt;
}

Status SectionWalk::Visit(DocumentNumber document, SectionNumber section, const Visitor& visit) {
  return VisitSome(
      document, section, [](Ordinal) { return true; }, visit);
}

Status SectionWalk::VisitSome(DocumentNumber document, SectionNumber section, const Filter& wanted,
                              const Visitor& visit) {
  const std::string first = EncodeRevisionKey({document, section, {0}});
  const std::string_view prefix = std::string_view(first).substr(0, kSectionKeyBytes);
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
    visit(key->ordinal, MakeText(*key, cursor_->value()));
  }
  return cursor_->status();
}

}  // namespace muragat
