#include "muragat/diff/bit_parallel.h"

namespace muragat {

void BitParallel::Mark(std::span<const uint32_t> older, std::span<const uint32_t> newer, uint32_t number_end,
                       std::span<uint8_t> deleted, std::span<uint8_t> inserted) {
  row_words_ = (older.size() + kWordBits - 1) / kWordBits;
  FindPlaces(older, number_end);
  FillTable(newer);
  // The table goes from the ends to the beginnings, so that the way back begins where a reader does.
  size_t i = 0, j = 0;
  while (i < older.size() && j < newer.size()) {
    if (older[i] == newer[j]) {  // what is equal here is common in some longest sequence
      ++i, ++j;
    } else if (!IsStep(newer.size() - 1 - j, older.size() - 1 - i)) {
      deleted[i++] = 1;
    } else {
      inserted[j++] = 1;  // the length grows here without it
    }
  }
  while (i < older.size()) deleted[i++] = 1;
  while (j < newer.size()) inserted[j++] = 1;
}

void BitParallel::FindPlaces(std::span<const uint32_t> older, uint32_t number_end) {
  rows_of_numbers_.assign(number_end, 0);
  uint32_t rows = 0;
  for (const uint32_t number : older) {
    if (uint32_t& row_and_one = rows_of_numbers_[number]; row_and_one == 0) row_and_one = ++rows;
  }
  places_.assign(rows * row_words_, 0);
  for (size_t i = 0; i < older.size(); ++i) {
    const size_t row = rows_of_numbers_[older[i]] - 1, place = older.size() - 1 - i;
    places_[row * row_words_ + place / kWordBits] |= uint64_t{1} << (place % kWordBits);
  }
}

void BitParallel::FillTable(std::span<const uint32_t> newer) {
  if (const size_t words = row_words_ * newer.size(); table_.size() < words) table_.resize(words);
  const uint64_t* before = nullptr;
  uint64_t* row = table_.data();
  for (size_t j = newer.size(); j-- > 0;) {
    const uint32_t row_and_one = rows_of_numbers_[newer[j]];
    const uint64_t* const places = row_and_one == 0 ? nullptr : &places_[(row_and_one - 1) * row_words_];
    uint64_t carry = 0;
    for (size_t word = 0; word < row_words_; ++word) {
      const uint64_t last = before == nullptr ? ~uint64_t{0} : before[word];
      const uint64_t met = places == nullptr ? 0 : last & places[word];
      const uint64_t sum = last + met, all = sum + carry;
      carry = static_cast<uint64_t>(sum < last) | static_cast<uint64_t>(all < sum);
      row[word] = all | (last - met);
    }
    before = row;
    row += row_words_;
  }
}

}  // namespace muragat
