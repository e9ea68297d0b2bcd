#include "muragat/search/postings.h"

#include "muragat/base/bytes.h"

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

Status DecodePostings(std::string_view value, std::vector<SectionPlace>& places) {
  ByteReader reader(value);
  const Status damaged = Status::Corruption("a list of the index of words is damaged");
  uint64_t document = 0, section = 0;
  while (!reader.AtEnd()) {
    const uint64_t first = reader.ReadVarint();
    const uint64_t sections = (first & 1) != 0 ? reader.ReadVarint() : 1;
    section = (first >> 1) == 0 ? section + sections : sections;
    document += first >> 1;
    if (!reader.ok() || document > UINT32_MAX || section > UINT32_MAX || sections == 0) return damaged;
    places.push_back({{static_cast<uint32_t>(document)}, {static_cast<uint32_t>(section)}});
  }
  return Status::Ok();
}

}  // namespace muragat
