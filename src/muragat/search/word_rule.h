#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "muragat/text/stemmer.h"

namespace muragat {

// Which folded words a word of a question meets in texts of one language: itself; with a prefix all that
// begin so; else, where other forms are asked for, the words of its stem, or, in a language that has no
// stemmer, the words that begin with it (of at least three characters). Thread-safety: one thread.
class WordRule {
 public:
  struct Options {
    bool prefix = false;
    bool other_forms = true;
  };
  // `language`: BCP 47; in "und" and "" there are no other forms.
  WordRule(std::string_view folded, const Options& options, std::string_view language);

  bool Fits(std::string_view folded) const;

  // Whether it meets all words that begin with it.
  bool IsBeginning() const { return prefix_; }
  // What all words that fit begin with; may be empty.
  const std::string& beginning() const { return beginning_; }

 private:
  std::string word_, stem_, beginning_;
  bool prefix_;
  std::shared_ptr<Stemmer> stemmer_;  // null: none
};

}  // namespace muragat
