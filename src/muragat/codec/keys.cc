#include "muragat/codec/keys.h"

#include "muragat/base/bytes.h"
#include "muragat/codec/number_codec.h"

namespace muragat {
namespace {

constexpr int kNumberBytes = 4;

std::string TaggedNumber(char tag, uint32_t number) {
  std::string key(1, tag);
  AppendBigEndian(key, number, kNumberBytes);
  return key;
}

uint32_t ReadNumber(ByteReader& reader) { return static_cast<uint32_t>(reader.ReadBigEndian(kNumberBytes)); }

}  // namespace

void AppendDate(std::string& out, const ValidDate& date) {
  const auto seconds = static_cast<uint64_t>(date.first.seconds());
  AppendBigEndian(out, seconds << 2 | static_cast<uint64_t>(date.precision), kDateBytes);
}

std::optional<ValidDate> DecodeDate(uint64_t value) {
  const auto seconds = static_cast<int64_t>(value >> 2);
  if (seconds > Instant::kLastSecond) return std::nullopt;
  return ValidDate{Instant::FromSeconds(seconds), static_cast<Precision>(value & 3)};
}

std::string EncodeEditionKey(const EditionKey& key) {
  std::string out = DocumentPrefix(key.document);
  AppendDate(out, key.valid);
  AppendBigEndian(out, key.recorded.commit.value, kNumberBytes);
  AppendBigEndian(out, key.recorded.place, kNumberBytes);
  return out;
}

std::optional<EditionKey> DecodeEditionKey(std::string_view key) {
  ByteReader reader(key);
  EditionKey decoded;
  decoded.document.value = ReadNumber(reader);
  const auto valid = DecodeDate(reader.ReadBigEndian(kDateBytes));
  decoded.recorded.commit.value = ReadNumber(reader);
  decoded.recorded.place = ReadNumber(reader);
  if (!reader.ok() || !reader.AtEnd() || !valid) return std::nullopt;
  decoded.valid = *valid;
  return decoded;
}

std::string EditionKeyAfter(DocumentNumber document, Instant at) {
  std::string key = DocumentPrefix(document);
  AppendBigEndian(key, (static_cast<uint64_t>(at.seconds()) + 1) << 2, kDateBytes);
  return key;
}

std::string EncodeRevisionKey(const RevisionKey& key) {
  std::string out = DocumentPrefix(key.document);
  AppendBigEndian(out, key.section.value, kNumberBytes);
  AppendBigEndian(out, key.ordinal.value, kNumberBytes);
  return out;
}

std::optional<RevisionKey> DecodeRevisionKey(std::string_view key) {
  ByteReader reader(key);
  RevisionKey decoded;
  decoded.document.value = ReadNumber(reader);
  decoded.section.value = ReadNumber(reader);
  decoded.ordinal.value = ReadNumber(reader);
  if (!reader.ok() || !reader.AtEnd()) return std::nullopt;
  return decoded;
}

std::string EncodeCaptureKey(DocumentNumber document, CaptureNumber capture) {
  std::string key = DocumentPrefix(document);
  AppendBigEndian(key, capture.value, kNumberBytes);
  return key;
}

std::optional<CaptureNumber> DecodeCaptureKey(std::string_view key, DocumentNumber document) {
  ByteReader reader(key);
  const uint32_t number = ReadNumber(reader);
  const CaptureNumber capture{ReadNumber(reader)};
  if (!reader.ok() || !reader.AtEnd() || number != document.value) return std::nullopt;
  return capture;
}

std::string DocumentPrefix(DocumentNumber document) {
  std::string prefix;
  AppendBigEndian(prefix, document.value, kNumberBytes);
  return prefix;
}

std::string DocumentByIdKey(std::string_view folded_id) { return "d" + std::string(folded_id); }

std::string DocumentIdKey(DocumentNumber document) { return TaggedNumber('n', document.value); }

std::string ReformByTitleKey(std::string_view title, const ValidDate& date) {
  std::string key = ReformTitlePrefix(title);
  AppendDate(key, date);
  return key;
}

std::string ReformTitlePrefix(std::string_view title) { return "r" + std::string(title) + '\0'; }

std::string ReformByIdKey(std::string_view id) { return "i" + std::string(id); }

std::string ReformKey(ReformNumber reform) { return TaggedNumber('f', reform.value); }

std::string SettingKey(std::string_view name) { return "o" + std::string(name); }

std::string AliasPrefix(DocumentNumber document) { return TaggedNumber('a', document.value); }

std::string AliasKey(DocumentNumber document, SectionNumber section, CommitNumber commit) {
  std::string key = AliasPrefix(document);
  AppendBigEndian(key, section.value, kNumberBytes);
  AppendBigEndian(key, commit.value, kNumberBytes);
  return key;
}

std::string CommitKey(CommitNumber commit) { return TaggedNumber('c', commit.value); }

std::string WordListKey(std::string_view folded, CommitNumber commit) {
  std::string key = WordListPrefix(folded, false);
  AppendBigEndian(key, commit.value, kNumberBytes);
  return key;
}

std::string WordListPrefix(std::string_view folded, bool any_that_begins_so) {
  std::string prefix = "t" + std::string(folded);
  if (!any_that_begins_so) prefix += '\0';
  return prefix;
}

std::string LanguageKey(std::string_view language) { return "g" + std::string(language); }

std::string IndexedCommitKey() { return "j"; }

std::string ReformLinkPrefix(ReformNumber reform) { return TaggedNumber('l', reform.value); }

std::string EncodeReformLink(const ReformLink& link) {
  std::string key = ReformLinkPrefix(link.reform);
  AppendBigEndian(key, link.document.value, kNumberBytes);
  AppendDate(key, link.valid);
  return key;
}

std::optional<ReformLink> DecodeReformLink(std::string_view key) {
  ByteReader reader(key);
  reader.ReadByte();
  ReformLink link;
  link.reform.value = ReadNumber(reader);
  link.document.value = ReadNumber(reader);
  const auto valid = DecodeDate(reader.ReadBigEndian(kDateBytes));
  if (!reader.ok() || !reader.AtEnd() || !valid || key.front() != 'l') return std::nullopt;
  link.valid = *valid;
  return link;
}

}  // namespace muragat
