#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace muragat {

// Takes words of one language to their stems by Snowball: two forms of a word have one stem.
// Thread-safety: one thread.
class Stemmer {
 public:
  // The stemmer of a language (BCP 47: "en", "fr-CA"); null where there is none for it.
  static std::unique_ptr<Stemmer> Open(std::string_view language);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // The stem of a folded word. Cost: about a microsecond.
  std::string Stem(std::string_view folded);

  // Whether all words of one stem begin with the same character, but for the dots of ä, ö and ü.
  bool KeepsFirstCharacter() const { return keeps_first_; }

 private:
  struct Impl;
  Stemmer(std::unique_ptr<Impl> impl, bool keeps_first);
  std::unique_ptr<Impl> impl_;
  bool keeps_first_;
};

}  // namespace muragat
