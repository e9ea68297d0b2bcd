#include "muragat/search/phrase_sieve.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace muragat {
namespace {

constexpr char kLatin = '\xc3';     // U+00C0 … U+00FF: there, too, one bit tells the cases apart
constexpr uint8_t kCaseBit = 0x20;  // of the bytes that tell letters apart
constexpr size_t kLeastAnchor = 2;  // bytes
// Bytes of words from the rarest one on, as they are in texts of Western Europe; digits are in between.
constexpr std::string_view kByRarity = "wkxzyjqhbgfv0123456789mpcdulotrinsae";

uint8_t Byte(char c) { return static_cast<uint8_t>(c); }
char SetCaseBit(char c) { return static_cast<char>(Byte(c) | kCaseBit); }

bool IsAscii(char c) { return Byte(c) < 0x80; }
bool IsPlainLetter(char c) {
  const char lower = SetCaseBit(c);
  return IsAscii(c) && ((c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z'));
}

// Whether the character at `at` is a letter of U+00C0 … U+00FF that folds to one letter.
bool IsLatinLetter(std::string_view text, size_t at) {
  if (text[at] != kLatin || at + 1 >= text.size()) return false;
  const uint8_t next = Byte(text[at + 1]);
  return next >= 0x80 && next <= 0xbf && next != 0x97 && next != 0xb7 && next != 0x9f;
}

// The bytes of the character at `at` if it is one that is known not to matter: it is no letter, folds to
// itself, and is part of no word. 0: it is none.
size_t SignBytes(std::string_view text, size_t at) {
  if (IsAscii(text[at])) return IsPlainLetter(text[at]) ? 0 : 1;
  const std::string_view two = text.substr(at, 2);
  // No-break space, § « ° ».
  if (two == "\xc2\xa0" || two == "\xc2\xa7" || two == "\xc2\xab" || two == "\xc2\xb0" || two == "\xc2\xbb")
    return 2;
  const std::string_view three = text.substr(at, 3);
  if (three == "\xe2\x82\xac") return 3;  // €
  if (three.size() < 3 || two != "\xe2\x80") return 0;
  const uint8_t last = Byte(three[2]);
  return (last >= 0x90 && last <= 0x95) || (last >= 0x98 && last <= 0x9e) || last == 0xa6 ? 3
                                                                                          : 0;  // – ‘ ’ “ …
}

bool IsLigature(std::string_view two) { return two == "\xc5\x92" || two == "\xc5\x93"; }  // Œ œ

// Whether all characters of a text are such signs, or letters whose case one bit tells apart, or œ: then no
// other character can fold to a letter that is looked for, or stand unseen in a word.
bool IsPlain(std::string_view text) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  for (size_t at = 0; at < text.size();) {
    if constexpr (std::endian::native == std::endian::little) {
      uint64_t word = 0;
      if (at + sizeof word <= text.size()) {
        std::memcpy(&word, text.data() + at, sizeof word);
        const uint64_t high = word & kHighBits;
        at += high == 0 ? sizeof word : static_cast<size_t>(std::countr_zero(high)) / 8;
        if (high == 0) continue;
      }
    }
    if (IsAscii(text[at])) {
      ++at;
    } else if (IsLatinLetter(text, at) || IsLigature(text.substr(at, 2))) {
      at += 2;
    } else if (const size_t bytes = SignBytes(text, at); bytes != 0) {
      at += bytes;
    } else {
      return false;
    }
  }
  return true;
}

// Whether the sieve can look for a folded word.
bool IsKnown(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    if (IsPlainLetter(word[at])) {
      ++at;
    } else if (IsLatinLetter(word, at)) {
      at += 2;
    } else {
      return false;
    }
  }
  return !word.empty();
}

bool IsEqual(std::string_view text, std::string_view bytes) {
  if (text.size() < bytes.size()) return false;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (SetCaseBit(text[i]) != bytes[i]) return false;
  }
  return true;
}

bool EndsInLetter(std::string_view text) {
  return !text.empty() &&
         (IsPlainLetter(text.back()) || (text.size() > 1 && IsLatinLetter(text, text.size() - 2)));
}
bool BeginsWithLetter(std::string_view text) {
  return !text.empty() && (IsPlainLetter(text.front()) || IsLatinLetter(text, 0));
}

}  // namespace

PhraseSieve::PhraseSieve(const Phrase& phrase) {
  if (phrase.unordered) return;
  for (const Phrase::Term& term : phrase.terms) {
    Word& word = words_.emplace_back();
    word.is_whole = !term.prefix;
    if (!IsKnown(term.word)) continue;
    std::transform(term.word.begin(), term.word.end(), std::back_inserter(word.bytes), SetCaseBit);
    const bool is_longer = !anchor_ || words_[*anchor_].bytes.size() < word.bytes.size();
    if (word.bytes.size() >= kLeastAnchor && is_longer) anchor_ = words_.size() - 1;
  }
  if (!anchor_) return;
  const std::string& anchor = words_[*anchor_].bytes;
  size_t rarest = kByRarity.size();
  for (size_t i = 0; i < anchor.size(); ++i) {
    if (anchor[i] == SetCaseBit(kLatin)) continue;
    const size_t rarity = IsAscii(anchor[i]) ? kByRarity.find(anchor[i]) : 0;
    if (rarity < rarest) {
      rarest = rarity;
      rare_ = i;
    }
  }
  rare_bytes_[0] = anchor[rare_];
  rare_bytes_[1] = static_cast<char>(Byte(anchor[rare_]) & ~kCaseBit);
  if (anchor[rare_] >= '0' && anchor[rare_] <= '9') rare_bytes_[1] = rare_bytes_[0];
}

std::optional<size_t> PhraseSieve::FindPlace(std::string_view text) const {
  if (!anchor_) return std::nullopt;
  for (int i = 0; i < (rare_bytes_[0] == rare_bytes_[1] ? 1 : 2); ++i) {
    for (size_t at = rare_; at < text.size(); ++at) {
      at = text.find(rare_bytes_[i], at);
      if (at == std::string_view::npos) break;
      if (MayBeAt(text, at - rare_)) return at - rare_;
    }
  }
  return std::nullopt;
}

bool PhraseSieve::MayHide(std::string_view text) const { return !anchor_ || !IsPlain(text); }

// Whether the anchor may be the word that begins there, with the others around it.
bool PhraseSieve::MayBeAt(std::string_view text, size_t begin) const {
  const Word& anchor = words_[*anchor_];
  if (!IsEqual(text.substr(begin), anchor.bytes) || EndsInLetter(text.substr(0, begin))) return false;
  const size_t end = begin + anchor.bytes.size();
  if (anchor.is_whole && BeginsWithLetter(text.substr(end))) return false;
  return MayPrecede(text, begin) && (!anchor.is_whole || MayFollow(text, end));
}

// Whether the words behind the anchor may be those of the phrase, as far as the sieve knows them.
bool PhraseSieve::MayFollow(std::string_view text, size_t end) const {
  for (size_t i = *anchor_ + 1; i < words_.size(); ++i) {
    while (end < text.size()) {
      const size_t sign = SignBytes(text, end);
      if (sign == 0) break;
      end += sign;
    }
    const Word& word = words_[i];
    if (word.bytes.empty()) return end < text.size();
    if (!IsEqual(text.substr(end), word.bytes)) return false;
    end += word.bytes.size();
    if (!word.is_whole) return true;
    if (BeginsWithLetter(text.substr(end))) return false;
  }
  return true;
}

// The same of the words before it.
bool PhraseSieve::MayPrecede(std::string_view text, size_t begin) const {
  for (size_t i = *anchor_; i-- > 0;) {
    const Word& word = words_[i];
    if (word.bytes.empty() || !word.is_whole) return begin > 0;
    for (size_t bytes = 1; begin >= bytes && bytes <= 3;) {
      if (SignBytes(text, begin - bytes) == bytes) {
        begin -= bytes;
        bytes = 1;
      } else {
        ++bytes;
      }
    }
    if (begin < word.bytes.size()) return false;
    begin -= word.bytes.size();
    if (!IsEqual(text.substr(begin), word.bytes) || EndsInLetter(text.substr(0, begin))) return false;
  }
  return true;
}

}  // namespace muragat
