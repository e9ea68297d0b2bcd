#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muragat {

// A token of a text (see CutWords) with a number that says where it came from.
struct TracedToken {
  uint32_t size_bytes = 0;
  uint32_t hash = 0;  // of its bytes; the lowest bits say what it is
  uint32_t trace = 0;

  // On hashes: never both of these but for a word that is an ideograph.
  static constexpr uint32_t kWord = 1, kIdeograph = 2;
  bool IsWord() const { return (hash & kWord) != 0; }
};

// A trace that is not known yet.
constexpr uint32_t kNoTrace = UINT32_MAX;

// A text whose tokens have traces. A value.
struct TracedText {
  std::shared_ptr<const std::string> text;  // never null
  std::vector<TracedToken> tokens;          // put end to end, the text

  TracedText() : text(std::make_shared<const std::string>()) {}
};

// A stretch of tokens, half-open.
struct TokenRange {
  size_t begin = 0, end = 0;
  size_t size() const { return end - begin; }
};

// What became of the tokens of a text.
struct TracedChange {
  std::vector<TokenRange> gone;  // of the old tokens
  std::vector<TokenRange> come;  // of the new ones; their traces are kNoTrace
};

// Gives the tokens of `newer` the traces of those of `older` that they continue, as the readable diff of the
// two texts says. `older` becomes the new text; `before` gets its tokens as they were where `change.gone` is
// not empty. Cost: linear; where a single stretch changed, no diff is made.
TracedChange ContinueTraces(std::shared_ptr<const std::string> newer, TracedText& older,
                            std::vector<TracedToken>& before);

// Appends the tokens of `text`, without traces.
void AppendTokens(std::string_view text, std::vector<TracedToken>& tokens);

}  // namespace muragat
