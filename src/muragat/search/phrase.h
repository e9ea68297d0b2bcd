#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/search/search_words.h"
#include "muragat/search/text_sketches.h"

namespace muragat {

// What is looked for in a text: words that follow each other, whatever their case, the white space and the
// signs between them; or bytes. A value.
struct Phrase {
  struct Term {
    std::string word;      // folded
    bool prefix = false;   // any word that begins so
    uint32_t max_gap = 0;  // how many other words may stand between it and the term before; see `unordered`
  };
  std::vector<Term> terms;  // never empty, but for bytes
  bool unordered = false;   // two terms in either order: from NEAR
  std::string bytes;        // where it is bytes that are looked for
};

// Reads a phrase as a person writes it: words; `quot*` for any word that begins so; `A NEAR/5 B` for two
// words with at most five others between them, in either order. Errors: kInvalidArgument: there is no word in
// it, or NEAR with more than two words.
Result<Phrase> ParsePhrase(std::string_view text);

// A phrase of bytes. Errors: kInvalidArgument: there are none.
Result<Phrase> MakeBytesPhrase(std::string_view bytes);

// The words that every text with the phrase must hold, as terms: of bytes only those that no text can hold in
// part. May be empty.
std::vector<Phrase::Term> NeededTerms(const Phrase& phrase);

class PhraseSieve;

// Finds a phrase in texts. Thread-safety: one thread. Cost: linear in the text.
class PhraseMatcher {
 public:
  explicit PhraseMatcher(const Phrase& phrase);
  ~PhraseMatcher();

  bool IsIn(std::string_view text);
  // The same, and appends all groups of words of the text. Cost: all of it is cut into words.
  bool IsIn(std::string_view text, std::vector<WordGroup>& groups);

  // The groups of words that every text with the phrase has.
  const std::vector<WordGroup>& groups() const { return groups_; }

 private:
  void Cut(std::string_view text);
  bool IsInCut();
  bool IsAround(std::string_view text, size_t place);
  uint64_t HashOf(uint32_t number);

  bool Fits(size_t term, uint32_t number);
  bool FollowsFrom(size_t word);
  bool IsNear(size_t word);

  Phrase phrase_;
  std::unique_ptr<const PhraseSieve> sieve_;
  SearchWords words_;
  std::vector<uint32_t> numbers_;             // of the terms that are whole words
  std::vector<std::vector<uint8_t>> begins_;  // by term that is a prefix, by word: 1: no; 2: yes
  std::vector<SearchWord> cut_;
  std::vector<WordGroup> groups_;
  std::vector<uint64_t> hashes_;  // by word
};

}  // namespace muragat
