#include "muragat/store/document_texts.h"

#include "muragat/base/hash.h"
#include "muragat/codec/revision_record.h"
#include "muragat/codec/script_codec.h"

namespace muragat {
namespace {

constexpr size_t kMaxRecordBytes = size_t{64} << 20;

}  // namespace

Result<DocumentTexts> DocumentTexts::Open(const Reader& reader, DocumentNumber document) {
  DocumentTexts texts(reader, document);
  const std::string prefix = DocumentPrefix(document);
  const auto cursor = reader.view().NewPassingCursor(Family::kRevision, prefix);
  SectionTexts* section = nullptr;
  SectionNumber number;
  for (cursor->Seek(prefix); cursor->At(prefix); cursor->Next()) {
    const auto key = DecodeRevisionKey(cursor->key());
    if (!key) return Status::Corruption("the key of a text cannot be decoded");
    if (section == nullptr || key->section != number)
      section = &texts.sections_[(number = key->section).value];
    // Ordinals have no gaps but for damage, which the reader will find.
    if (key->ordinal.value != section->records.size()) continue;
    const size_t begin = texts.bytes_.size();
    texts.bytes_.append(cursor->value());
    section->records.push_back({begin, texts.bytes_.size()});
    if (texts.bytes_.size() > kMaxRecordBytes) return DocumentTexts(reader, document);
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  return texts;
}

// The text of `base`, where it is at hand.
const std::string* DocumentTexts::FindBase(const SectionTexts& texts, const RevisionKey& key,
                                           const RevisionKey& base) const {
  if (base.document != key.document || base.section != key.section) return nullptr;
  for (const Held* held : {&texts.last, &texts.keyframe})
    if (held->text && held->ordinal == base.ordinal) return held->text.get();
  return nullptr;
}

Result<std::shared_ptr<const std::string>> DocumentTexts::Read(SectionNumber section, Ordinal ordinal) {
  const RevisionKey key{document_, section, ordinal};
  SectionTexts& texts = sections_[section.value];
  if (ordinal.value < texts.records.size()) {
    const Record place = texts.records[ordinal.value];
    const std::string_view bytes = std::string_view(bytes_).substr(place.begin, place.end - place.begin);
    MURAGAT_ASSIGN_OR_RETURN(const RevisionRecord record, DecodeRevision(key, bytes));
    const bool keyframe = record.form == RevisionForm::kKeyframe;
    const std::string* base =
        record.form == RevisionForm::kDiff ? FindBase(texts, key, record.base) : nullptr;
    if (keyframe || base != nullptr) {
      auto text = std::make_shared<std::string>();
      bool whole = true;
      if (keyframe) {
        text->assign(record.payload);
      } else {
        whole = ApplyStoredScript(record.payload, *base, record.text_bytes, *text).ok();
      }
      if (whole && text->size() == record.text_bytes && Checksum32(*text) == record.checksum) {
        texts.last = {ordinal, text};
        if (keyframe) texts.keyframe = texts.last;
        return std::shared_ptr<const std::string>(std::move(text));
      }
    }
  }
  // From elsewhere, out of order, or damaged: the reader knows, or says what is wrong.
  MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader_->ReadRevision(key));
  texts.last = {ordinal, {stored, &stored->text}};
  if (stored->chain_length == 0 || !texts.keyframe.text) texts.keyframe = texts.last;
  return texts.last.text;
}

}  // namespace muragat
