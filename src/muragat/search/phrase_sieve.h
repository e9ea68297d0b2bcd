#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/search/phrase.h"

namespace muragat {

// Says of most texts without a phrase, from their bytes alone, that it is not in them, so that they need not
// be cut into words. It looks at words of ASCII and Latin letters in texts that hold hardly anything else; of
// other phrases and texts it says nothing. A value. Thread-safety: const methods from any thread.
class PhraseSieve {
 public:
  explicit PhraseSieve(const Phrase& phrase);

  // False: the phrase is not in the text. True: it may be. Cost: a fraction of a nanosecond a byte, for most.
  bool MayBeIn(std::string_view text) const { return FindPlace(text) || MayHide(text); }

  // The first place where one of the phrase's words may be, with the others around it, as far as the sieve
  // can see.
  std::optional<size_t> FindPlace(std::string_view text) const;
  // Whether a text may hold the phrase where there is no such place.
  bool MayHide(std::string_view text) const;

 private:
  bool MayBeAt(std::string_view text, size_t begin) const;
  bool MayFollow(std::string_view text, size_t end) const;
  bool MayPrecede(std::string_view text, size_t begin) const;

  struct Word {
    std::string bytes;      // folded, with the bit of lower case set in each byte; empty: not looked at
    bool is_whole = false;  // the text's word ends where it does
  };
  std::vector<Word> words_;
  std::optional<size_t>
      anchor_;               // the word that is looked for first; nothing: every text may hold the phrase
  size_t rare_ = 0;          // its byte that is looked for first …
  char rare_bytes_[2] = {};  // … in lower and upper case
};

}  // namespace muragat
