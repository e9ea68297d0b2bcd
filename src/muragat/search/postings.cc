// list   := change*
// change := (4 × step to its document + 2 × (step to its section is not 1) + (not once in the first
// text)):varint
//           [step to its section:varint] [ordinal:varint change:zigzag]
// A section's step counts from the one before in the same document, else from 0.
#include "muragat/search/postings.h"

#include <algorithm>

namespace muragat {
namespace {

constexpr uint64_t kOther = 1, kSectionStep = 2;  // on disk: never change
constexpr int kFlagBits = 2;

}  // namespace

void SortPlaces(std::vector<SectionPlace>& places) {
  if (!std::is_sorted(places.begin(), places.end())) std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

// Most documents have one section, or a word in the first, and most words are once in its first text: that
// costs nothing but the way to the document.
void PostingsWriter::Add(const Posting& posting) {
  const uint64_t documents = posting.place.document.value - last_.document.value;
  const uint64_t sections = posting.place.section.value - (documents == 0 ? last_.section.value : 0);
  const bool is_other = posting.ordinal.value != 0 || posting.change != 1;
  AppendVarint(value_,
               documents << kFlagBits | (sections != 1 ? kSectionStep : 0U) | (is_other ? kOther : 0U));
  if (sections != 1) AppendVarint(value_, sections);
  if (is_other) {
    AppendVarint(value_, posting.ordinal.value);
    AppendVarint(value_, ZigZag(posting.change));
  }
  last_ = posting.place;
}

bool PostingsReader::Next(Posting& posting) {
  if (!ok_ || reader_.AtEnd()) return false;
  const uint64_t first = reader_.ReadVarint(), documents = first >> kFlagBits;
  const uint64_t sections = (first & kSectionStep) != 0 ? reader_.ReadVarint() : 1;
  const uint64_t section = (documents == 0 ? posting.place.section.value : 0) + sections;
  const uint64_t document = posting.place.document.value + documents;
  uint64_t ordinal = 0;
  int64_t change = 1;
  if ((first & kOther) != 0) {
    ordinal = reader_.ReadVarint();
    change = UnZigZag(reader_.ReadVarint());
  }
  // The same section once more is a later text of it.
  const bool rises = documents != 0 || sections != 0 || ordinal > posting.ordinal.value;
  ok_ = reader_.ok() && rises && section != 0 && sections <= UINT32_MAX && document <= UINT32_MAX &&
        section <= UINT32_MAX && ordinal <= UINT32_MAX && change != 0 && change >= INT32_MIN &&
        change <= INT32_MAX;
  if (ok_) {
    posting.place = {{static_cast<uint32_t>(document)}, {static_cast<uint32_t>(section)}};
    posting.ordinal = {static_cast<uint32_t>(ordinal)};
    posting.change = static_cast<int32_t>(change);
  }
  return ok_;
}

Status PostingsReader::status() const {
  return ok_ ? Status::Ok() : Status::Corruption("a list of the index of words is damaged");
}

Status DecodePlaces(std::string_view value, std::vector<SectionPlace>& places) {
  PostingsReader reader(value);
  for (Posting posting; reader.Next(posting);) {
    const bool is_new = places.empty() || places.back() != posting.place;
    if (posting.change > 0 && is_new) places.push_back(posting.place);
  }
  return reader.status();
}

}  // namespace muragat
