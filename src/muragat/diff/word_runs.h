#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace muragat {

// Appends the hash of each run of `text`, in the order of the text and as often as it is there.
void AppendRunHashes(std::string_view text, std::vector<uint64_t>& hashes);

// Which runs of three words, or five ideographs, a text holds, whatever their case: unlike single words, they
// say where a text comes from. A value. Source: Broder 1997, On the resemblance and containment of documents.
class WordRuns {
 public:
  WordRuns() = default;
  // Runs are of as many bytes and begin with a word. Cost: linear, and a sort of a number a word.
  explicit WordRuns(std::string_view text) : WordRuns(text, 0) {}
  // Of a longer text only a share of the runs, the same ones of every text: enough to tell a likeness.
  static WordRuns Sample(std::string_view text);

  size_t size() const { return hashes_.size(); }
  const std::vector<uint64_t>& hashes() const { return hashes_; }  // sorted, each once

  // What `other` does not hold. Neither is a sample.
  WordRuns Without(const WordRuns& other) const;
  // The share of runs in common, 0 … 1, of the longer one.
  double Likeness(const WordRuns& other) const;

 private:
  WordRuns(std::string_view text, uint64_t mask);

  std::vector<uint64_t> hashes_;
  uint64_t mask_ = 0;  // of the bits that are 0 in each of them
};

}  // namespace muragat
