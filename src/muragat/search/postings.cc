#include "muragat/search/postings.h"

namespace muragat {

// Most documents have one section, or a word in the first: that costs nothing but the way to the document.
std::string EncodePostings(const std::vector<SectionPlace>& places) {
  std::string value;
  SectionPlace last;
  for (const SectionPlace& place : places) {
    const uint64_t documents = place.document.value - last.document.value;
    const uint32_t before = documents == 0 ? last.section.value : 0;
    const uint64_t sections = place.section.value - before;
    AppendVarint(value, documents << 1 | static_cast<uint64_t>(sections != 1));
    if (sections != 1) AppendVarint(value, sections);
    last = place;
  }
  return value;
}

bool PostingsReader::Next(SectionPlace& place) {
  if (!ok_ || reader_.AtEnd()) return false;
  const uint64_t first = reader_.ReadVarint();
  const uint64_t sections = (first & 1) != 0 ? reader_.ReadVarint() : 1;
  const uint64_t section = (first >> 1) == 0 ? place.section.value + sections : sections;
  const uint64_t document = place.document.value + (first >> 1);
  ok_ = reader_.ok() && document <= UINT32_MAX && section <= UINT32_MAX && sections != 0;
  if (ok_) place = {{static_cast<uint32_t>(document)}, {static_cast<uint32_t>(section)}};
  return ok_;
}

Status DecodePostings(std::string_view value, std::vector<SectionPlace>& places) {
  PostingsReader reader(value);
  for (SectionPlace place; reader.Next(place);) places.push_back(place);
  return reader.ok() ? Status::Ok() : Status::Corruption("a list of the index of words is damaged");
}

}  // namespace muragat
