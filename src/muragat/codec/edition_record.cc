// edition := 01 flags [reform:varint] [author:string] [capture:varint] [title:string] [language:string] list
//          | 02 flags [reform:varint] [author:string] [capture:varint]
//          | 03 commit:varint place:varint author:string because:rest
// list    := count:varint (section:zigzag ordinal:varint depth:zigzag){count}
#include "muragat/codec/edition_record.h"

#include <algorithm>

#include "muragat/base/bytes.h"
#include "muragat/codec/number_codec.h"
#include "muragat/diff/common_ends.h"

namespace muragat {
namespace {

enum Kind : uint8_t { kText = 1, kRemoved = 2, kWithdrawn = 3 };  // on disk: never change
enum Flag : uint8_t {                                             // on disk: never change
  kSeen = 0x01,
  kReform = 0x02,
  kAuthor = 0x04,
  kCapture = 0x08,
  kTitle = 0x10,
  kLanguage = 0x20,
};
constexpr uint8_t kTextFlags = kSeen | kReform | kAuthor | kCapture | kTitle | kLanguage;
constexpr uint8_t kRemovedFlags = kSeen | kReform | kAuthor | kCapture;
constexpr std::string_view kUnknownLanguage = "und";
constexpr size_t kMinSectionBytes = 3;
constexpr uint64_t kMaxStep = uint64_t{1} << 34;  // no two numbers lie further apart

void AppendSections(std::string& out, const std::vector<SectionRef>& sections) {
  AppendVarint(out, sections.size());
  int64_t previous_section = 0, previous_depth = 0;
  for (const SectionRef& ref : sections) {
    AppendVarint(out, ZigZag(int64_t{ref.section.value} - previous_section - 1));
    AppendVarint(out, ref.ordinal.value);
    AppendVarint(out, ZigZag(int64_t{ref.depth_levels} - previous_depth));
    previous_section = ref.section.value;
    previous_depth = ref.depth_levels;
  }
}

// Reads entries until `sections` holds `count`; what it holds already stands before them. Returns false where
// a number is out of range; running out of bytes shows in the reader.
bool ReadEntries(ByteReader& reader, size_t count, std::vector<SectionRef>& sections) {
  int64_t section = sections.empty() ? 0 : sections.back().section.value;
  int64_t depth = sections.empty() ? 0 : sections.back().depth_levels;
  while (sections.size() < count) {
    const uint64_t section_step = reader.ReadVarint();
    const Ordinal ordinal{ReadVarint32(reader)};
    const uint64_t depth_step = reader.ReadVarint();
    if (section_step > kMaxStep || depth_step > kMaxStep) return false;
    section += UnZigZag(section_step) + 1;
    depth += UnZigZag(depth_step);
    if (section < 1 || section > UINT32_MAX || depth < 0 || depth > UINT32_MAX) return false;
    sections.push_back(
        {SectionNumber{static_cast<uint32_t>(section)}, ordinal, static_cast<uint32_t>(depth)});
  }
  return true;
}

bool ReadSections(ByteReader& reader, std::vector<SectionRef>& sections) {
  const uint64_t count = reader.ReadVarint();
  if (count > reader.remaining_bytes() / kMinSectionBytes) return false;
  sections.reserve(count);
  return ReadEntries(reader, count, sections);
}

// Whether `bytes`, which are varints, end with those of `end` and not in the middle of one.
bool EndsWithVarints(std::string_view bytes, std::string_view end) {
  if (!bytes.ends_with(end)) return false;
  return bytes.size() == end.size() || static_cast<uint8_t>(bytes[bytes.size() - end.size() - 1]) < 0x80;
}

// How many varints end in `bytes`. Blocks whose count fits into a byte are counted many bytes at a time.
size_t CountVarints(std::string_view bytes) {
  constexpr size_t kBlockBytes = 240;
  size_t count = 0;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kBlockBytes, bytes.size()))) {
    uint8_t ends = 0;
    for (const char byte : bytes.substr(0, kBlockBytes))
      ends = static_cast<uint8_t>(ends + (static_cast<uint8_t>(byte) >> 7 ^ 1));
    count += ends;
  }
  return count;
}

Status Damaged(const EditionKey& key) {
  return Status::Corruption("the edition of document " + std::to_string(key.document.value) + " at " +
                            FormatDate(key.valid) + " (commit " + std::to_string(key.recorded.commit.value) +
                            ", place " + std::to_string(key.recorded.place) + ") cannot be decoded");
}

}  // namespace

std::string EncodeEdition(const Edition& edition, bool title_is_implied) {
  unsigned flags = 0;
  if (edition.basis == Basis::kSeen) flags |= kSeen;
  if (edition.reform.value != 0) flags |= kReform;
  if (!edition.author.empty()) flags |= kAuthor;
  if (edition.capture.value != 0) flags |= kCapture;
  if (!edition.removed && !title_is_implied) flags |= kTitle;
  if (!edition.removed && edition.language != kUnknownLanguage) flags |= kLanguage;

  std::string out;
  out.push_back(static_cast<char>(edition.removed ? kRemoved : kText));
  out.push_back(static_cast<char>(flags));
  if ((flags & kReform) != 0) AppendVarint(out, edition.reform.value);
  if ((flags & kAuthor) != 0) AppendLengthPrefixed(out, edition.author);
  if ((flags & kCapture) != 0) AppendVarint(out, edition.capture.value);
  if ((flags & kTitle) != 0) AppendLengthPrefixed(out, edition.title);
  if ((flags & kLanguage) != 0) AppendLengthPrefixed(out, edition.language);
  if (!edition.removed) AppendSections(out, edition.sections);
  return out;
}

std::string EncodeWithdrawal(const Withdrawal& withdrawal) {
  std::string out(1, static_cast<char>(kWithdrawn));
  AppendVarint(out, withdrawal.target.commit.value);
  AppendVarint(out, withdrawal.target.place);
  AppendLengthPrefixed(out, withdrawal.author);
  out.append(withdrawal.because);
  return out;
}

bool IsWithdrawal(std::string_view value) { return !value.empty() && value.front() == kWithdrawn; }

bool EditionListDecoder::Read(ByteReader& reader, std::vector<SectionRef>& sections) {
  constexpr size_t kVarints = 3;  // of an entry
  const uint64_t count = reader.ReadVarint();
  if (count > reader.remaining_bytes() / kMinSectionBytes) return false;
  const std::string_view bytes = reader.ReadRest();
  // The entries that are equal at the beginning, and where the next one begins.
  const size_t same = EqualPrefix(bytes, bytes_), varints_same = CountVarints(bytes.substr(0, same));
  const size_t entries = std::min({varints_same / kVarints, size_t{count}, sections_.size()});
  size_t begin = same;
  for (size_t varints = varints_same - entries * kVarints, at = same;; --varints) {
    while (at > 0 && static_cast<uint8_t>(bytes[at - 1]) >= 0x80) --at;
    begin = at;
    if (varints == 0) break;
    --at;
  }
  // What differs is decoded behind these, until what is left is as in the last list.
  changed_.clear();
  if (entries > 0) changed_.push_back(sections_[entries - 1]);
  const size_t first = changed_.size();
  ByteReader rest(bytes.substr(begin));
  bool fits = true;
  size_t left = 0;
  for (size_t done = entries; fits && done < count; ++done) {
    left = count - done;
    if (left < sections_.size() && !changed_.empty()) {
      const SectionRef& before = sections_[sections_.size() - left - 1];
      const bool alike =
          before.section == changed_.back().section && before.depth_levels == changed_.back().depth_levels;
      const std::string_view end = bytes.substr(bytes.size() - rest.remaining_bytes());
      if (alike && EndsWithVarints(bytes_, end) && CountVarints(end) == left * kVarints) {
        rest.ReadRest();
        break;
      }
    }
    left = 0;
    fits = ReadEntries(rest, changed_.size() + 1, changed_) && rest.ok();
  }
  fits = fits && rest.ok() && rest.AtEnd();
  if (!fits) {
    bytes_.clear();
    sections_.clear();
    return false;
  }
  const auto at = [&](size_t place) { return sections_.begin() + static_cast<std::ptrdiff_t>(place); };
  if (sections_.size() == count) {
    std::copy(changed_.begin() + static_cast<std::ptrdiff_t>(first), changed_.end(), at(entries));
  } else {
    changed_.insert(changed_.end(), at(sections_.size() - left), sections_.end());
    sections_.resize(entries);
    sections_.insert(sections_.end(), changed_.begin() + static_cast<std::ptrdiff_t>(first), changed_.end());
  }
  bytes_.assign(bytes);
  sections.resize(count);
  std::copy(sections_.begin(), sections_.end(), sections.begin());
  return true;
}

Result<DecodedEdition> DecodeEdition(const EditionKey& key, std::string_view value,
                                     EditionListDecoder* lists) {
  ByteReader reader(value);
  const uint8_t kind = reader.ReadByte();
  if (kind == kWithdrawn) {
    Withdrawal withdrawal;
    withdrawal.target.commit.value = ReadVarint32(reader);
    withdrawal.target.place = ReadVarint32(reader);
    withdrawal.author = reader.ReadLengthPrefixed();
    withdrawal.because = reader.ReadRest();
    if (!reader.ok() || withdrawal.target.commit.value == 0) return Damaged(key);
    return DecodedEdition{std::move(withdrawal), false};
  }
  const uint8_t flags = reader.ReadByte();
  const bool removed = kind == kRemoved;
  if ((kind != kText && !removed) || (flags & ~(removed ? kRemovedFlags : kTextFlags)) != 0)
    return Damaged(key);

  Edition edition{.document = key.document, .valid = key.valid, .recorded = key.recorded, .removed = removed};
  edition.basis = (flags & kSeen) != 0 ? Basis::kSeen : Basis::kInForce;
  if ((flags & kReform) != 0) edition.reform.value = ReadVarint32(reader);
  if ((flags & kAuthor) != 0) edition.author = reader.ReadLengthPrefixed();
  if ((flags & kCapture) != 0) edition.capture.value = ReadVarint32(reader);
  if ((flags & kTitle) != 0) edition.title = reader.ReadLengthPrefixed();
  edition.language = (flags & kLanguage) != 0 ? reader.ReadLengthPrefixed() : kUnknownLanguage;
  if (!removed &&
      !(lists != nullptr ? lists->Read(reader, edition.sections) : ReadSections(reader, edition.sections)))
    return Damaged(key);
  const bool numbered = ((flags & kReform) == 0 || edition.reform.value != 0) &&
                        ((flags & kCapture) == 0 || edition.capture.value != 0);
  if (!reader.ok() || !reader.AtEnd() || !numbered) return Damaged(key);
  return DecodedEdition{std::move(edition), !removed && (flags & kTitle) == 0};
}

}  // namespace muragat
