#include "muragat/diff/traced_text.h"

#include <algorithm>

#include "muragat/base/hash.h"
#include "muragat/diff/common_ends.h"
#include "muragat/diff/text_change.h"
#include "muragat/diff/text_diff.h"
#include "muragat/text/token_begin.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

bool CanCut(std::string_view text, size_t at) { return at == text.size() || BeginsToken(text, at); }

// A part of both texts, half-open, in bytes.
struct Middle {
  size_t begin = 0;  // in both
  size_t older_end = 0, newer_end = 0;
  friend bool operator==(const Middle&, const Middle&) = default;
};

// What is not equal at both ends of two texts, widened to where tokens of both begin.
Middle Widen(Middle middle, std::string_view older, std::string_view newer) {
  while (!CanCut(older, middle.begin) || !CanCut(newer, middle.begin)) --middle.begin;
  while (!CanCut(older, middle.older_end) || !CanCut(newer, middle.newer_end))
    ++middle.older_end, ++middle.newer_end;
  return middle;
}
Middle FindMiddle(std::string_view older, std::string_view newer) {
  const size_t begin = EqualPrefix(older, newer);
  const size_t end = EqualSuffix(older.substr(begin), newer.substr(begin));
  return Widen({begin, older.size() - end, newer.size() - end}, older, newer);
}

// Walks tokens and says where each begins.
struct TokenPlace {
  size_t index = 0, at_bytes = 0;
  void Step(std::span<const TracedToken> tokens) { at_bytes += tokens[index++].size_bytes; }
  // To the first token that begins at or behind `at`.
  void GoTo(size_t at, std::span<const TracedToken> tokens) {
    while (at_bytes < at) Step(tokens);
  }
};

bool Equal(const TracedToken& a, const TracedToken& b) {
  return a.hash == b.hash && a.size_bytes == b.size_bytes;
}

// Whether the tokens hold at most one word, and that is none of `others`.
bool IsOneNewWord(std::span<const TracedToken> tokens, std::span<const TracedToken> others) {
  const TracedToken* word = nullptr;
  for (const TracedToken& token : tokens) {
    if (!token.IsWord()) continue;
    if (word != nullptr) return false;
    word = &token;
  }
  return word == nullptr || std::none_of(others.begin(), others.end(),
                                         [&](const TracedToken& other) { return Equal(*word, other); });
}

const TracedToken* FirstWord(std::span<const TracedToken> tokens) {
  const auto word = std::find_if(tokens.begin(), tokens.end(), [](auto& token) { return token.IsWord(); });
  return word == tokens.end() ? nullptr : &*word;
}
const TracedToken* LastWord(std::span<const TracedToken> tokens) {
  const auto word = std::find_if(tokens.rbegin(), tokens.rend(), [](auto& token) { return token.IsWord(); });
  return word == tokens.rend() ? nullptr : &*word;
}

// Whether a stretch between `before` and `after` could as well be told to begin a word earlier or later.
bool CanSlide(std::span<const TracedToken> stretch, std::span<const TracedToken> before,
              std::span<const TracedToken> after) {
  const auto equal = [](const TracedToken* a, const TracedToken* b) { return a && b && Equal(*a, *b); };
  return equal(LastWord(stretch), LastWord(before)) || equal(FirstWord(stretch), FirstWord(after));
}

// Lets tokens of `newer` continue those of `older`, both beginning at the same offset in their texts.
class Continuation {
 public:
  // `around`: the old text's tokens, of which `older` is a part.
  Continuation(std::span<const TracedToken> older, std::span<TracedToken> newer,
               std::span<const TracedToken> around)
      : older_(older), newer_(newer), around_(around) {}

  // Where at most one stretch changed, which is told without a diff. Whether that was so.
  bool TakeOneStretch() {
    const size_t shorter = std::min(older_.size(), newer_.size());
    size_t begin = 0, end = 0;
    while (begin < shorter && Equal(older_[begin], newer_[begin])) ++begin;
    while (end < shorter - begin && Equal(older_[older_.size() - 1 - end], newer_[newer_.size() - 1 - end]))
      ++end;
    const TokenRange gone{begin, older_.size() - end}, come{begin, newer_.size() - end};
    const auto old_part = older_.subspan(gone.begin, gone.size());
    const auto new_part = newer_.subspan(come.begin, come.size());
    if (!IsOneNewWord(old_part, new_part) && !IsOneNewWord(new_part, old_part)) return false;
    const auto offset = static_cast<size_t>(older_.data() - around_.data());
    const auto before = around_.first(offset + gone.begin), after = around_.subspan(offset + gone.end);
    if (CanSlide(old_part, before, after) || CanSlide(new_part, before, after)) return false;
    for (size_t i = 0; i < begin; ++i) newer_[i].trace = older_[i].trace;
    for (size_t i = 1; i <= end; ++i) newer_[newer_.size() - i].trace = older_[older_.size() - i].trace;
    Add(gone, come);
    return true;
  }

  // As `changes` say; their offsets count from `begin`.
  void Take(const TextChanges& changes, size_t begin) {
    TokenPlace older, newer;
    const auto keep_until = [&](size_t at) {
      while (newer.at_bytes < at) {
        newer_[newer.index].trace = older_[older.index].trace;
        newer.Step(newer_), older.Step(older_);
      }
    };
    for (const TextChange& one : changes) {
      keep_until(one.newer_begin - begin);
      const TokenPlace older_from = older, newer_from = newer;
      older.GoTo(one.older_end - begin, older_);
      newer.GoTo(one.newer_end - begin, newer_);
      Add({older_from.index, older.index}, {newer_from.index, newer.index});
    }
    while (newer.index < newer_.size() && older.index < older_.size()) {
      newer_[newer.index].trace = older_[older.index].trace;
      newer.Step(newer_), older.Step(older_);
    }
  }

  TracedChange change;

 private:
  void Add(TokenRange gone, TokenRange come) {
    if (gone.size() > 0) change.gone.push_back(gone);
    if (come.size() > 0) change.come.push_back(come);
  }
  std::span<const TracedToken> older_;
  std::span<TracedToken> newer_;
  std::span<const TracedToken> around_;
};

// Of a word: whether it is a single character of U+3000 or above.
bool IsIdeograph(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (first >= 0xe3 && first < 0xf0 && word.size() == 3) || (first >= 0xf0 && word.size() == 4);
}

void Shift(std::vector<TokenRange>& ranges, size_t by) {
  for (TokenRange& range : ranges) range.begin += by, range.end += by;
}

}  // namespace

void AppendTokens(std::string_view text, std::vector<TracedToken>& tokens) {
  const std::vector<Token> cut = CutWords(text);
  size_t at = 0;
  tokens.reserve(tokens.size() + cut.size());
  for (const Token& token : cut) {
    const std::string_view bytes = text.substr(at, token.size_bytes);
    auto hash = static_cast<uint32_t>(Hash64(bytes)) & ~(TracedToken::kWord | TracedToken::kIdeograph);
    if (token.kind == TokenKind::kWord)
      hash |= TracedToken::kWord | (IsIdeograph(bytes) ? TracedToken::kIdeograph : 0);
    tokens.push_back({token.size_bytes, hash, kNoTrace});
    at += token.size_bytes;
  }
}

TracedChange ContinueTraces(std::shared_ptr<const std::string> newer, TracedText& older,
                            std::vector<TracedToken>& before) {
  const std::string_view old_text = *older.text, new_text = *newer;
  Middle middle = FindMiddle(old_text, new_text);
  std::vector<TracedToken> come;
  TokenPlace begin, end;
  const auto cut = [&] {
    come.clear();
    AppendTokens(new_text.substr(middle.begin, middle.newer_end - middle.begin), come);
    begin = {};
    begin.GoTo(middle.begin, older.tokens);
    end = begin;
    end.GoTo(middle.older_end, older.tokens);
    return std::span(older.tokens).subspan(begin.index, end.index - begin.index);
  };
  std::span<const TracedToken> gone = cut();
  Continuation continuation(gone, come, older.tokens);
  if (!continuation.TakeOneStretch()) {
    const TextChanges changes = ReadChanges(DiffReadably(old_text, new_text, {}).script);
    // A change may have been slid to a better place, or goes from paragraph to paragraph.
    const Middle wider = Widen({std::min(middle.begin, changes.front().newer_begin),
                                std::max(middle.older_end, changes.back().older_end),
                                std::max(middle.newer_end, changes.back().newer_end)},
                               old_text, new_text);
    if (wider != middle) {
      middle = wider;
      gone = cut();
    }
    continuation = Continuation(gone, come, older.tokens);
    continuation.Take(changes, middle.begin);
  }
  TracedChange change = std::move(continuation.change);
  Shift(change.gone, begin.index), Shift(change.come, begin.index);
  if (!change.gone.empty()) before = older.tokens;
  const auto from = older.tokens.begin() + static_cast<std::ptrdiff_t>(begin.index);
  const size_t overlap = std::min(come.size(), end.index - begin.index);
  const auto overlap_end = come.begin() + static_cast<std::ptrdiff_t>(overlap);
  std::copy(come.begin(), overlap_end, from);
  const auto rest = from + static_cast<std::ptrdiff_t>(overlap);
  if (come.size() > overlap) {
    older.tokens.insert(rest, overlap_end, come.end());
  } else {
    older.tokens.erase(rest, older.tokens.begin() + static_cast<std::ptrdiff_t>(end.index));
  }
  older.text = std::move(newer);
  return change;
}

}  // namespace muragat
