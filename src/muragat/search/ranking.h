#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace muragat {

// Weighs answers by BM25: how often each term is in an answer, against its length and how many sections hold
// the term at all. Thread-safety: one thread. Memory: four bytes for each term of each answer.
class Ranking {
 public:
  // `sections`: by term, how many hold it; 0: as many as there are answers with it.
  explicit Ranking(std::vector<uint64_t> sections) : sections_(std::move(sections)) {}
  // The same, found out later; as many.
  void set_sections(std::vector<uint64_t> sections) { sections_ = std::move(sections); }

  void Add(std::span<const uint32_t> counts, uint32_t words);
  size_t size() const { return words_.size(); }

  // The score of each, in the order in which they were added.
  std::vector<double> Scores() const;

 private:
  std::vector<uint64_t> sections_;
  std::vector<uint32_t> counts_;  // of each answer for each term
  std::vector<uint32_t> words_;   // of each answer
};

}  // namespace muragat
