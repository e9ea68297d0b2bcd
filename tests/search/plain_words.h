#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muragat/text/fold.h"
#include "muragat/text/words.h"

namespace muragat {

// The words of a text, cut and folded without what is under test.
inline std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words;
  size_t at = 0;
  for (const Token& token : CutWords(text)) {
    std::string word(text.substr(at, token.size_bytes));
    at += token.size_bytes;
    if (token.kind != TokenKind::kWord) continue;
    for (const std::string_view sign : {"‘", "’", "‛"}) {
      for (size_t found = 0; (found = word.find(sign)) != std::string::npos;)
        word.replace(found, sign.size(), "'");
    }
    for (size_t begin = 0; begin <= word.size();) {
      const size_t end = std::min(word.find('\'', begin), word.size());
      if (std::string folded = FoldCase(word.substr(begin, end - begin)); !folded.empty())
        words.push_back(std::move(folded));
      begin = end + 1;
    }
  }
  return words;
}

}  // namespace muragat
