#include <algorithm>

#include "muragat/base/hash.h"
#include "muragat/codec/capture_record.h"
#include "muragat/codec/revision_record.h"
#include "muragat/codec/script_codec.h"
#include "muragat/store/reader.h"

namespace muragat {
namespace {

Status Damaged(const RevisionKey& key, std::string_view what) {
  return Status::Corruption("text " + std::to_string(key.ordinal.value) + " of section s" +
                            std::to_string(key.section.value) + " of document " +
                            std::to_string(key.document.value) + " " + std::string(what));
}

}  // namespace

Result<std::shared_ptr<const StoredText>> Reader::ReadRevision(const RevisionKey& key) const {
  if (auto known = texts_.Find(key)) return known;
  auto rebuilt = std::make_shared<StoredText>();
  MURAGAT_RETURN_IF_ERROR(Rebuild(key, *rebuilt));
  texts_.Insert(key, rebuilt);
  return std::shared_ptr<const StoredText>(std::move(rebuilt));
}

Result<std::string> Reader::ReadTitle(const RevisionKey& key) const {
  std::string held;
  MURAGAT_ASSIGN_OR_RETURN(const std::string_view value, ReadRecord(key, held));
  MURAGAT_ASSIGN_OR_RETURN(const RevisionRecord record, DecodeRevision(key, value));
  return std::string(record.title);
}

// The stored record of a text: a view that is good until the next question, or into `held`.
Result<std::string_view> Reader::ReadRecord(const RevisionKey& key, std::string& held) const {
  const std::string encoded = EncodeRevisionKey(key);
  if (!view_.version()) {
    MURAGAT_ASSIGN_OR_RETURN(auto value, view_.Get(Family::kRevision, encoded));
    if (!value) return Damaged(key, "is not there");
    held = *std::move(value);
    return std::string_view(held);
  }
  Cursor& cursor = CursorFor(Family::kRevision, {});
  cursor.Seek(encoded);
  if (cursor.Valid() && cursor.key() == encoded) return cursor.value();
  MURAGAT_RETURN_IF_ERROR(cursor.status());
  return Damaged(key, "is not there");
}

// Goes down the chain to a text that is at hand, then carries out the scripts on the way back. The chain's
// length is in its records, so that damage cannot make a circle of it.
Status Reader::Rebuild(const RevisionKey& key, StoredText& rebuilt) const {
  std::string held;
  std::string_view base_text;
  std::shared_ptr<const StoredText> base;
  RevisionKey at = key;
  bool named = false, sized = false;
  uint32_t checksum = 0;
  uint64_t text_bytes = 0, largest_bytes = 0;
  size_t scripts = 0;
  for (int chain_length = -1;;) {
    if (at != key && (base = texts_.Find(at))) {
      if (chain_length >= 0 && base->chain_length != chain_length)
        return Damaged(key, "has a chain of another length");
      base_text = base->text;
      if (!sized) {
        rebuilt.heading_bytes = base->heading_bytes;
        rebuilt.chain_length = base->chain_length;
      }
      break;
    }
    MURAGAT_ASSIGN_OR_RETURN(const std::string_view value, ReadRecord(at, held));
    MURAGAT_ASSIGN_OR_RETURN(const RevisionRecord record, DecodeRevision(at, value));
    if (!named) {
      rebuilt.number = record.number;
      rebuilt.title = record.title;
      rebuilt.teaser = record.teaser;
      named = true;
    }
    if (record.form == RevisionForm::kSame) {  // leads to a lower ordinal
      at = record.base;
      continue;
    }
    if (!sized) {
      rebuilt.heading_bytes = record.heading_bytes;
      rebuilt.chain_length = record.chain_length;
      checksum = record.checksum;
      text_bytes = record.text_bytes;
      sized = true;
    }
    if (chain_length >= 0 && record.chain_length != chain_length)
      return Damaged(key, "has a chain of another length");
    largest_bytes = std::max(largest_bytes, record.text_bytes);
    if (record.form == RevisionForm::kKeyframe) {
      base_text = record.payload;
      break;
    }
    if (scripts_.size() == scripts) scripts_.emplace_back();
    scripts_[scripts++].assign(record.payload);
    chain_length = record.chain_length - 1;
    at = record.base;
  }
  if (scripts == 0) {
    rebuilt.text.assign(base_text);
  } else {
    std::string other;
    for (size_t i = scripts; i-- > 0;) {
      std::swap(other, rebuilt.text);
      const std::string_view from = i + 1 == scripts ? base_text : std::string_view(other);
      const Status status = ApplyStoredScript(scripts_[i], from, largest_bytes, rebuilt.text);
      if (!status.ok()) return status.WithContext(Damaged(key, "cannot be rebuilt").message());
    }
  }
  const bool matches = !sized || (rebuilt.text.size() == text_bytes && Checksum32(rebuilt.text) == checksum);
  return matches ? Status::Ok() : Damaged(key, "does not match its checksum");
}

Result<std::vector<LineageSection>> Reader::ReadSections(const Edition& edition,
                                                         CommitNumber known_at) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto aliases, ReadAliases(edition.document, known_at));
  std::vector<LineageSection> sections;
  sections.reserve(edition.sections.size());
  for (const SectionRef& ref : edition.sections) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stored, ReadRevision({edition.document, ref.section, ref.ordinal}));
    sections.push_back({aliases.Resolve(ref.section, edition.valid), stored->ToSection(ref.depth_levels)});
  }
  return sections;
}

Result<Section> Reader::ReadSection(DocumentNumber document, const SectionRef& ref) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto stored, ReadRevision({document, ref.section, ref.ordinal}));
  return stored->ToSection(ref.depth_levels);
}

Result<std::string> Reader::ReadText(const Edition& edition) const {
  std::vector<std::shared_ptr<const StoredText>> sections;
  sections.reserve(edition.sections.size());
  size_t size_bytes = 0;
  for (const SectionRef& ref : edition.sections) {
    MURAGAT_ASSIGN_OR_RETURN(auto stored, ReadRevision({edition.document, ref.section, ref.ordinal}));
    size_bytes += stored->text.size();
    sections.push_back(std::move(stored));
  }
  std::string text;
  text.reserve(size_bytes);
  for (const auto& stored : sections) text.append(stored->text);
  return text;
}

Result<Capture> Reader::ReadCapture(const Edition& edition) const {
  if (edition.capture.value == 0) return Capture{};
  CaptureNumber number = edition.capture;
  std::optional<Capture> first;
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(const auto value,
                             view_.Get(Family::kCapture, EncodeCaptureKey(edition.document, number)));
    if (!value) return Status::Corruption("capture " + std::to_string(number.value) + " is not there");
    MURAGAT_ASSIGN_OR_RETURN(CaptureRecord record, DecodeCapture(*value));
    if (!first) first = record.capture;
    if (record.same_as.value == 0) {
      first->bytes = std::move(record.capture.bytes);
      return *std::move(first);
    }
    if (record.same_as >= number) return Status::Corruption("a capture is the same as a later one");
    number = record.same_as;
  }
}

}  // namespace muragat
