#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muragat/text/words.h"

namespace muragat::support {

struct TextWord {
  std::string text;
  size_t begin = 0;  // in bytes
};

// The words of a text as CutWords has them.
inline std::vector<TextWord> WordsOf(std::string_view text) {
  std::vector<TextWord> words;
  size_t at = 0;
  for (const Token& token : CutWords(text)) {
    if (token.kind == TokenKind::kWord) words.push_back({std::string(text.substr(at, token.size_bytes)), at});
    at += token.size_bytes;
  }
  return words;
}

}  // namespace muragat::support
