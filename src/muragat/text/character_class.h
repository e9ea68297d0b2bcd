#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace muragat {

// What a character does when a text is cut into words.
enum class CharacterClass : uint8_t {
  kWord,       // a letter or a digit of a script that is walked by table
  kMark,       // stays with what it stands on: combining marks, joiners, the soft hyphen
  kJoiner,     // parts no word where it stands between two of kWord: ' ’ .
  kSpace,      // white space within a line
  kLineEnd,    // LF, CR, U+0085, U+2028, U+2029
  kOther,      // punctuation, symbols, controls
  kIdeograph,  // a Chinese character
  kForeign,    // anything else: ICU's rules decide
  kMalformed,  // a byte that is not UTF-8
};

// The class of the character at an offset, and its length in bytes (1 … 4).
struct ClassedCharacter {
  CharacterClass kind = CharacterClass::kMalformed;
  uint32_t size_bytes = 1;
};

// The code points below this one are looked up in a table.
constexpr char32_t kClassTableEnd = 0x2150;

// The classes of the code points from 0 up. Built once; thread-safe.
const std::array<CharacterClass, kClassTableEnd>& ClassTable();

// The class of the character at `at`, which must be less than the size of `text`.
ClassedCharacter ClassifyAt(std::string_view text, size_t at);

// Whether the character at `at` stays with the one before it in one grapheme (combining mark, variation
// selector, joiner, skin tone). The size of the text is no such character.
bool IsMarkAt(std::string_view text, size_t at);

// Whether the character at `at` stays with the one behind it in one grapheme (such as an Arabic number sign).
bool IsPrefixAt(std::string_view text, size_t at);

}  // namespace muragat
