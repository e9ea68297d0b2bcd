#include "muragat/store/section_walk.h"

#include "muragat/codec/revision_record.h"

namespace muragat {
namespace {

constexpr int kSteps = 6;               // that cost less than a seek
constexpr size_t kSectionKeyBytes = 8;  // of a text's key: document and section

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

Status SectionWalk::Visit(DocumentNumber document, SectionNumber section, const Visitor& visit) {
  const std::string first = EncodeRevisionKey({document, section, {0}});
  const std::string_view prefix = std::string_view(first).substr(0, kSectionKeyBytes);
  for (MoveTo(first); cursor_->At(prefix); cursor_->Next()) {
    const auto key = DecodeRevisionKey(cursor_->key());
    if (!key) return Status::Corruption("the key of a text cannot be decoded");
    std::optional<std::string_view> text;
    const auto record = DecodeRevision(*key, cursor_->value());
    if (record.ok()) {
      const auto rebuilt = texts_.Rebuild(*key, *record);
      if (rebuilt.ok()) text = *rebuilt;
    }
    visit(key->ordinal, text);
  }
  return cursor_->status();
}

}  // namespace muragat
