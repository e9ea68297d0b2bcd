#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace muragat {

// What a token is made of.
enum class TokenKind : uint8_t {
  kWord,   // letters, marks and digits
  kSpace,  // white space; a line end ends the token
  kOther,  // punctuation and symbols, one grapheme a token
};

// A piece of a text: `size_bytes` bytes that follow the token before it.
struct Token {
  uint32_t size_bytes = 0;
  TokenKind kind = TokenKind::kOther;
};

// Cuts `text` into tokens that, put end to end, are the text. Plain Latin, Greek and Cyrillic are walked by
// table (an apostrophe or a full stop between two letters or digits does not part a word); an ideograph is a
// word of its own; runs of other scripts (Thai, Arabic, kana …) are cut by ICU's word rules. A combining mark
// stays with what it stands on; a sequence of emoji that shows as one is one token, and so is CR LF.
// Malformed bytes are tokens of their own. `text` is at most 4 GiB. Thread-safety: any thread. Cost: linear.
std::vector<Token> CutWords(std::string_view text);

// The same, appended to `tokens`.
void AppendWords(std::string_view text, std::vector<Token>& tokens);

// The same text cut into graphemes (what a person takes for one character), each with the kind of its first
// character.
std::vector<Token> CutGraphemes(std::string_view text);

// How many tokens of kind kWord CutWords gives.
uint64_t CountWords(std::string_view text);

}  // namespace muragat
