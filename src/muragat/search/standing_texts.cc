#include "muragat/search/standing_texts.h"

#include <algorithm>
#include <span>

#include "muragat/search/word_index.h"

namespace muragat {
namespace {

constexpr size_t kFewSections = 16;

}  // namespace

Result<const StandingTexts::Document*> StandingTexts::Find(DocumentNumber document) {
  if (numbers_.size() <= document.value) numbers_.resize(document.value + size_t{1} + document.value / 2);
  uint32_t& number = numbers_[document.value];
  if (number != 0) return const_cast<const Document*>(&documents_[number - 1]);
  MURAGAT_ASSIGN_OR_RETURN(const auto edition, reader_.FindUntitled(document, at_, known_at_));
  Document& found = documents_.emplace_back();
  number = static_cast<uint32_t>(documents_.size());
  found.begin = found.end = static_cast<uint32_t>(refs_.size());
  if (edition && !edition->removed) {
    refs_.insert(refs_.end(), edition->sections.begin(), edition->sections.end());
    found.end = static_cast<uint32_t>(refs_.size());
    std::sort(refs_.begin() + found.begin, refs_.end(),
              [](const SectionRef& a, const SectionRef& b) { return a.section < b.section; });
    found.language = NumberLanguage(edition->language);
    found.from = edition->valid;
  }
  return const_cast<const Document*>(&found);
}

const SectionRef* StandingTexts::FindSection(const Document& document, SectionNumber section) const {
  const std::span<const SectionRef> refs = SectionsOf(document);
  auto at = refs.begin();
  if (refs.size() > kFewSections) {
    at = std::lower_bound(refs.begin(), refs.end(), section,
                          [](const SectionRef& ref, SectionNumber wanted) { return ref.section < wanted; });
  } else {
    while (at != refs.end() && at->section < section) ++at;
  }
  return at != refs.end() && at->section == section ? &*at : nullptr;
}

uint32_t StandingTexts::NumberLanguage(const std::string& language) {
  const auto known = std::find(languages_.begin(), languages_.end(), language);
  const auto number = static_cast<uint32_t>(known - languages_.begin());
  if (known == languages_.end()) languages_.push_back(language);
  return number;
}

Status StandingTexts::ReadLengths() {
  MURAGAT_RETURN_IF_ERROR(VisitLists(reader_.view(), {}, false, [&](std::string_view, std::string_view list) {
    PostingsReader reader(list);
    for (Posting posting; reader.Next(posting);) lengths_.push_back(posting);
    return reader.status();
  }));
  if (!std::is_sorted(lengths_.begin(), lengths_.end(), StandsBefore))
    std::sort(lengths_.begin(), lengths_.end(), StandsBefore);
  for (size_t i = 1; i < lengths_.size(); ++i) {
    if (lengths_[i].place == lengths_[i - 1].place) lengths_[i].change += lengths_[i - 1].change;
  }
  has_lengths_ = true;
  return Status::Ok();
}

Result<uint32_t> StandingTexts::CountWords(const SectionPlace& place, Ordinal ordinal) {
  if (!has_lengths_) MURAGAT_RETURN_IF_ERROR(ReadLengths());
  const Posting wanted{place, ordinal, 0};
  // Questions come in order, most of the time: in steps that double from the last one on.
  size_t low =
      last_length_ < lengths_.size() && !StandsBefore(wanted, lengths_[last_length_]) ? last_length_ : 0;
  size_t high = low, step = 1;
  while (high < lengths_.size() && !StandsBefore(wanted, lengths_[high])) {
    low = high;
    high += step;
    step *= 2;
  }
  const auto begin = lengths_.begin() + static_cast<std::ptrdiff_t>(low);
  const auto end = lengths_.begin() + static_cast<std::ptrdiff_t>(std::min(high, lengths_.size()));
  const auto behind = std::upper_bound(begin, end, wanted, StandsBefore);
  if (behind == lengths_.begin()) return uint32_t{0};
  const auto found = std::prev(behind);
  last_length_ = static_cast<size_t>(found - lengths_.begin());
  return found->place == place ? static_cast<uint32_t>(std::max(found->change, 0)) : uint32_t{0};
}

}  // namespace muragat
