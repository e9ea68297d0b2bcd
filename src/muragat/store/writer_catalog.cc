// The part of a writer that gives numbers to documents, reforms and captures.
#include "muragat/base/hash.h"
#include "muragat/codec/capture_record.h"
#include "muragat/codec/number_codec.h"
#include "muragat/codec/reform_record.h"
#include "muragat/proof/brought_records.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/store/writer.h"
#include "muragat/text/fold.h"
#include "muragat/text/utf8.h"

namespace muragat {

// Whether it is certain that no record of this key was ever written: then it need not be looked for.
// Remembers that it is going to be.
bool Writer::IsNew(Family family, std::string_view key) {
  if (!known_keys_) return false;
  const bool is_new = known_keys_->Add(Hash64(key) + static_cast<uint64_t>(family));
  if (known_keys_->full()) known_keys_.reset();
  return is_new;
}

Result<DocumentTail*> Writer::FindOrAddDocument(const DocumentId& id) {
  if (DocumentTail* known = tails_.Find(id.text())) return known;
  const std::string key = DocumentByIdKey(FoldCase(id.text()));
  std::optional<std::string> stored;
  if (!IsNew(Family::kCatalog, key)) {
    MURAGAT_ASSIGN_OR_RETURN(stored, batch_->Get(Family::kCatalog, key));
  }
  if (stored) {
    const auto number = DecodeNumber(*stored);
    if (!number) return Status::Corruption("the number of document " + id.text() + " cannot be decoded");
    MURAGAT_ASSIGN_OR_RETURN(const std::string twin, reader_->ReadDocumentId({*number}));
    if (twin != id.text()) {
      return Status::Conflict("the id \"" + VisibleText(id.text()) + "\" cannot be told from \"" +
                              VisibleText(twin) +
                              "\", which the archive holds: choose another with --document");
    }
    return &tails_.Add(id.text(), {*number});
  }
  const DocumentNumber document{++last_document_};
  batch_->Put(Family::kCatalog, key, EncodeNumber(document.value));
  batch_->Put(Family::kCatalog, DocumentIdKey(document), id.text());
  DocumentTail& tail = tails_.Add(id.text(), document);
  tail.read = true;  // there is nothing of it
  return &tail;
}

Result<ReformNumber> Writer::FindOrAddReform(const ValidDate& date, const std::string& title) {
  if (last_reform_run_ && last_reform_run_->valid == date && last_reform_run_->reform == title)
    return last_reform_found_;
  const std::string key = ReformByTitleKey(title, date);
  std::optional<std::string> stored;
  if (!IsNew(Family::kCatalog, key)) {
    MURAGAT_ASSIGN_OR_RETURN(stored, batch_->Get(Family::kCatalog, key));
  }
  if (stored) {
    const auto number = DecodeNumber(*stored);
    if (!number) return Status::Corruption("the number of reform " + title + " cannot be decoded");
    last_reform_run_ = {date, title};
    return last_reform_found_ = {*number};
  }

  // The id is the day and the slug; where that is taken, the time too; where that is, ~2, ~3 …
  const std::string slug = Slug(title), exact = FormatDate(date);
  const std::string day = exact.substr(0, 10);
  Reform reform{.id = day + "/" + slug, .title = title, .date = date};
  for (uint32_t attempt = exact == day ? 2 : 1;; ++attempt) {
    const std::string id_key = ReformByIdKey(reform.id);
    if (IsNew(Family::kCatalog, id_key)) break;
    MURAGAT_ASSIGN_OR_RETURN(const auto taken, batch_->Get(Family::kCatalog, id_key));
    if (!taken) break;
    reform.id = exact + "/" + slug + (attempt == 1 ? "" : "~" + std::to_string(attempt));
  }
  const ReformNumber number{++last_reform_};
  batch_->Put(Family::kCatalog, key, EncodeNumber(number.value));
  batch_->Put(Family::kCatalog, ReformByIdKey(reform.id), EncodeNumber(number.value));
  batch_->Put(Family::kCatalog, ReformKey(number), EncodeReform(reform));
  if (logs_) records_.AddReform(HashLeaf(EncodeReformRecord(reform)));
  last_reform_run_ = {date, title};
  return last_reform_found_ = number;
}

Result<CaptureNumber> Writer::AddCapture(DocumentNumber document, const Capture& capture) {
  if (capture.Empty()) return CaptureNumber{0};
  const auto cursor = batch_->NewCursor(Family::kCapture, DocumentPrefix(document));
  cursor->SeekForPrev(EncodeCaptureKey(document, {UINT32_MAX}));
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  CaptureNumber number{1};
  if (cursor->At(DocumentPrefix(document))) {
    const auto last = DecodeCaptureKey(cursor->key(), document);
    if (!last) return Status::Corruption("the key of a capture cannot be decoded");
    number.value = last->value + 1;
  }
  batch_->Put(Family::kCapture, EncodeCaptureKey(document, number), EncodeCapture({capture, {}}));
  return number;
}

}  // namespace muragat
