#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace muragat {

// The words of a text that say something, whatever their order and case: those of at least four letters or
// with a digit, pairs of neighbouring ideographs; all words where fewer than half are such.
class WordBag {
 public:
  WordBag() = default;
  explicit WordBag(std::string_view text);

  size_t size() const { return hashes_.size(); }
  const std::vector<uint64_t>& hashes() const { return hashes_; }  // sorted, with repetitions

  // How many words two bags have in common; one that comes twice in both counts twice.
  size_t CountCommon(const WordBag& other) const;

  // The share of words in common, 0 … 1: of both bags, or of the smaller one where that holds at least eight
  // words and keeps most of them (a text that was cut, or that grew).
  double Likeness(const WordBag& other) const;

 private:
  std::vector<uint64_t> hashes_;
};

}  // namespace muragat
