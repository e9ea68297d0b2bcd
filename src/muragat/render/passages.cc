#include "muragat/render/passages.h"

#include <algorithm>
#include <string_view>

#include "muragat/diff/text_change.h"
#include "muragat/text/sentences.h"
#include "muragat/text/utf8.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr size_t kMostCharacters = 300, kBeforeCharacters = 100;

struct Range {
  size_t begin = 0, end = 0;
};

struct Passage {
  Range older, newer;
  size_t older_first = 0, newer_first = 0;  // where the first change lies
  uint64_t words = 0;
};

// A text's sentences.
class Sentences {
 public:
  explicit Sentences(std::string_view text) : ends_(CutSentences(text)) {}

  // The sentences that hold the bytes from `begin` to `end`; of an empty range the one that holds its place.
  Range Around(size_t begin, size_t end) const {
    const auto first = std::upper_bound(ends_.begin(), ends_.end(), begin);
    const auto last = std::lower_bound(ends_.begin(), ends_.end(), end);
    const size_t size = ends_.empty() ? 0 : ends_.back();
    return {first == ends_.begin() ? 0 : *(first - 1), last == ends_.end() ? size : std::max(*last, end)};
  }

 private:
  std::vector<size_t> ends_;
};

// Where an empty side is only a place, its sentence would be one that nothing happened to, unless the change
// lies within it.
Range SideOf(const Sentences& sentences, size_t begin, size_t end) {
  const Range around = sentences.Around(begin, end);
  const bool between = begin == end && (around.begin == begin || around.end == begin);
  return between ? Range{begin, begin} : around;
}

size_t Step(std::string_view text, size_t at, size_t characters) {
  for (; characters > 0 && at < text.size(); --characters) DecodeUtf8(text, at);
  return at;
}

// The range as one line, cut around `first` where it is long.
std::string Line(std::string_view text, Range range, size_t first) {
  std::string_view part = text.substr(range.begin, range.end - range.begin);
  std::string before, after;
  if (Step(part, 0, kMostCharacters) < part.size()) {
    const size_t at = first - range.begin;
    size_t begin = 0, until = Step(part, 0, kBeforeCharacters);
    while (until < at) {
      DecodeUtf8(part, begin);
      DecodeUtf8(part, until);
    }
    const size_t end = Step(part, begin, kMostCharacters);
    if (begin > 0) before = "…";
    if (end < part.size()) after = "…";
    part = part.substr(begin, end - begin);
  }
  std::string line = OneLine(part);
  const auto twice = [](char a, char b) { return a == ' ' && b == ' '; };
  line.erase(std::unique(line.begin(), line.end(), twice), line.end());
  while (line.starts_with(' ')) line.erase(0, 1);
  while (line.ends_with(' ')) line.pop_back();
  return line.empty() ? line : before + line + after;
}

}  // namespace

std::vector<ChangedPassage> FindPassages(const SectionChange& change, size_t most, size_t& left_out) {
  const std::string_view older = change.older_text, newer = change.newer_text;
  const Sentences older_sentences(older), newer_sentences(newer);
  std::vector<Passage> passages;
  for (const TextChange& one : ReadChanges(change.script)) {
    Passage passage;
    passage.older = SideOf(older_sentences, one.older_begin, one.older_end);
    passage.newer = SideOf(newer_sentences, one.newer_begin, one.newer_end);
    passage.older_first = one.older_begin;
    passage.newer_first = one.newer_begin;
    passage.words = CountWords(older.substr(one.older_begin, one.OlderSize())) +
                    CountWords(newer.substr(one.newer_begin, one.NewerSize()));
    if (!passages.empty() && (passage.older.begin < passages.back().older.end ||
                              passage.newer.begin < passages.back().newer.end)) {
      Passage& last = passages.back();
      last.older.end = std::max(last.older.end, passage.older.end);
      last.newer.end = std::max(last.newer.end, passage.newer.end);
      last.words += passage.words;
    } else {
      passages.push_back(passage);
    }
  }
  std::erase_if(passages, [](const Passage& one) { return one.words == 0; });
  left_out = passages.size() > most ? passages.size() - most : 0;
  if (left_out > 0) {
    std::stable_sort(passages.begin(), passages.end(),
                     [](const Passage& a, const Passage& b) { return a.words > b.words; });
    passages.resize(most);
    std::sort(passages.begin(), passages.end(), [](const Passage& a, const Passage& b) {
      return std::pair(a.newer.begin, a.older.begin) < std::pair(b.newer.begin, b.older.begin);
    });
  }
  std::vector<ChangedPassage> out;
  for (const Passage& one : passages) {
    out.push_back(
        {Line(older, one.older, one.older_first), Line(newer, one.newer, one.newer_first), one.words});
  }
  return out;
}

}  // namespace muragat
