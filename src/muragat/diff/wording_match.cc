#include "muragat/diff/wording_match.h"

#include <algorithm>
#include <array>
#include <utility>

#include "muragat/diff/myers.h"

namespace muragat {
namespace {

// What a passage must weigh to be known again: two for a word, one for an ideograph. Phrases that laws are
// made of weigh less.
constexpr size_t kMovedWeight = 40, kMovedSentenceWeight = 8;  // … where the same step took it away
constexpr size_t kMovedChainWeight = 64;                       // … with other words between its parts
constexpr size_t kMaxChainSpan = 3;     // … and at most so many times as many words from end to end
constexpr size_t kReturnedWeight = 16;  // … where it was in the same section
constexpr size_t kCopiedWeight = 64, kCopiedSentenceWeight = 12;
constexpr size_t kContextWords = 4;   // around a few words, which a return must have, too
constexpr size_t kMaxGapWords = 64;   // between two parts of a passage
constexpr size_t kMaxEdgeWords = 12;  // before the first part and behind the last
constexpr uint32_t kMaxGapEdits = 256;
constexpr uint64_t kMaxGapSteps = uint64_t{1} << 20;

bool EndsSentence(std::string_view between) {
  constexpr std::array<std::string_view, 7> kWideEnds = {"。", "！", "？", "；", "：", "．", "…"};
  return between.find_first_of(".!?;:\n") != std::string_view::npos ||
         std::any_of(kWideEnds.begin(), kWideEnds.end(),
                     [&](std::string_view end) { return between.find(end) != std::string_view::npos; });
}

bool HoldsEnd(std::span<const TracedWord> words) {
  return std::any_of(words.begin(), words.end(), [](const TracedWord& word) { return word.hash == 0; });
}

size_t WeightOf(std::span<const TracedWord> words) {
  size_t weight = 0;
  for (const TracedWord& word : words) weight += (word.hash & TracedToken::kIdeograph) != 0 ? 1 : 2;
  return weight;
}

std::vector<uint32_t> HashesOf(std::span<const TracedWord> words) {
  std::vector<uint32_t> hashes;
  hashes.reserve(words.size());
  for (const TracedWord& word : words) hashes.push_back(word.hash);
  return hashes;
}

}  // namespace

std::span<const uint32_t> WordingMatch::Find(const NewWording& wording, uint32_t step) {
  words_.clear(), places_.clear(), offsets_.clear();
  const auto tokens = std::span(wording.text->tokens).subspan(wording.range.begin, wording.range.size());
  AppendWordsOf(tokens, words_, places_);
  if (words_.size() >= moved_.run_words()) FindMoved(wording);
  if (words_.size() >= log_.run_words()) FindLogged(wording, step);
  FindReturned(wording, step);
  found_.assign(tokens.size(), kNoTrace);
  for (size_t i = 0; i < words_.size(); ++i) {
    found_[places_[i]] = words_[i].trace;
    if (i == 0 || words_[i].trace == kNoTrace || words_[i - 1].trace == kNoTrace) continue;
    // Signs between two words that came together came with them.
    for (size_t place = places_[i - 1] + 1; place < places_[i]; ++place) found_[place] = words_[i - 1].trace;
  }
  if (!words_.empty())  // and so did those behind the last one
    std::fill(found_.begin() + places_.back() + 1, found_.end(), words_.back().trace);
  return found_;
}

void WordingMatch::Take(size_t begin, std::span<const TracedWord> source) {
  for (size_t i = 0; i < source.size(); ++i) words_[begin + i].trace = source[i].trace;
}

bool WordingMatch::AreWholeSentences(const NewWording& wording, size_t begin, size_t end) const {
  const std::vector<TracedToken>& tokens = wording.text->tokens;
  const std::string_view text = *wording.text->text;
  const auto bytes_before = [&](size_t token) {
    if (offsets_.empty()) {
      offsets_.reserve(tokens.size() + 1);
      offsets_.push_back(0);
      for (const TracedToken& one : tokens) offsets_.push_back(offsets_.back() + one.size_bytes);
    }
    return offsets_[token];
  };
  const size_t first = wording.range.begin + places_[begin], last = wording.range.begin + places_[end - 1];
  size_t before = first, behind = last + 1;
  while (before > 0 && !tokens[before - 1].IsWord()) --before;
  while (behind < tokens.size() && !tokens[behind].IsWord()) ++behind;
  const size_t before_at = bytes_before(before), first_at = bytes_before(first);
  if (before != 0 && !EndsSentence(text.substr(before_at, first_at - before_at))) return false;
  if (behind == tokens.size()) return true;
  const size_t last_at = bytes_before(last + 1), behind_at = bytes_before(behind);
  return EndsSentence(text.substr(last_at, behind_at - last_at));
}

void WordingMatch::FindMoved(const NewWording& wording) {
  std::vector<Block> blocks;
  for (size_t i = 0; i + moved_.run_words() <= words_.size();) {
    const auto found = moved_.Find(wording.section, std::span(words_).subspan(i));
    if (found.words.empty()) {
      ++i;
      continue;
    }
    blocks.push_back({i, found.begin, found.words.size()});
    i += found.words.size();
  }
  for (size_t first = 0, last = 0; first < blocks.size(); first = last) {
    // Parts of one passage with other words between them.
    size_t in_all = blocks[first].size_words, weight = WeightOf(WordsOf(blocks[first]));
    for (last = first + 1; last < blocks.size(); ++last) {
      const Block &a = blocks[last - 1], &b = blocks[last];
      const size_t source_end = a.source + a.size_words;
      if (b.source < source_end || b.source - source_end > kMaxGapWords ||
          b.begin - (a.begin + a.size_words) > kMaxGapWords || HoldsEnd(moved_.Words(source_end, b.source))) {
        break;
      }
      in_all += b.size_words;
      weight += WeightOf(WordsOf(b));
    }
    const Block& back = blocks[last - 1];
    const size_t span = std::max(back.begin - blocks[first].begin, back.source - blocks[first].source);
    const bool chain = weight >= kMovedChainWeight && kMaxChainSpan * in_all >= span + back.size_words;
    for (size_t i = first; i < last; ++i) {
      const Block& block = blocks[i];
      const size_t end = block.begin + block.size_words;
      const size_t own = chain ? weight : WeightOf(WordsOf(block));
      if (own < kMovedWeight &&
          (own < kMovedSentenceWeight || !AreWholeSentences(wording, block.begin, end))) {
        continue;
      }
      Take(block.begin, WordsOf(block));
      if (chain && i > first) {
        const Block& before = blocks[i - 1];
        FillGap(before.begin + before.size_words, block.begin, before.source + before.size_words,
                block.source);
      }
    }
    if (!chain) continue;
    // What was reworded at the passage's ends.
    const size_t new_end = first == 0 ? 0 : blocks[first - 1].begin + blocks[first - 1].size_words;
    size_t begin = blocks[first].begin, source = blocks[first].source;
    const size_t reach = std::min(begin - new_end, kMaxEdgeWords);
    while (source > 0 && blocks[first].source - source < kMaxEdgeWords &&
           moved_.Words(source - 1, source).front().hash != 0) {
      --source;
    }
    FillGap(begin - reach, begin, source, blocks[first].source);
    begin = blocks[last - 1].begin + blocks[last - 1].size_words;
    source = blocks[last - 1].source + blocks[last - 1].size_words;
    const size_t next = last == blocks.size() ? words_.size() : blocks[last].begin;
    size_t source_end = source;
    while (source_end - source < kMaxEdgeWords && moved_.Words(source_end, source_end + 1).front().hash != 0)
      ++source_end;
    FillGap(begin, begin + std::min(next - begin, kMaxEdgeWords), source, source_end);
  }
}

void WordingMatch::FillGap(size_t begin, size_t end, size_t source_begin, size_t source_end) {
  if (begin == end || source_begin == source_end) return;
  const auto source = moved_.Words(source_begin, source_end);
  const std::vector<uint32_t> older = HashesOf(source);
  const std::vector<uint32_t> newer = HashesOf(std::span(words_).subspan(begin, end - begin));
  std::vector<uint8_t> deleted(older.size()), inserted(newer.size());
  if (!Myers(kMaxGapSteps).Mark(older, newer, kMaxGapEdits, deleted, inserted)) return;
  for (size_t i = 0, j = 0; i < older.size() && j < newer.size();) {
    if (deleted[i] != 0) {
      ++i;
    } else if (inserted[j] != 0) {
      ++j;
    } else {
      words_[begin + j++].trace = source[i++].trace;
    }
  }
}

void WordingMatch::FindLogged(const NewWording& wording, uint32_t step) {
  const size_t run = log_.run_words();
  for (size_t i = 0; i + run <= words_.size();) {
    size_t free = 0;
    while (i + free < words_.size() && words_[i + free].trace == kNoTrace) ++free;
    if (free < run) {
      i += free + 1;
      continue;
    }
    const auto found = log_.Find(wording.section, std::span(words_).subspan(i, free));
    const size_t size = found.words.size();
    if (size == 0) {
      ++i;
      continue;
    }
    const bool returns = !traces_.LivedBefore(found.words.front().trace, step);
    const size_t weight = WeightOf(found.words);
    const bool enough = weight >= kCopiedWeight ||
                        (returns && found.section == wording.section && weight >= kReturnedWeight) ||
                        (weight >= kCopiedSentenceWeight && AreWholeSentences(wording, i, i + size));
    if (enough) Take(i, found.words);
    i += enough ? size : 1;
  }
}

void WordingMatch::FindReturned(const NewWording& wording, uint32_t step) {
  const std::vector<TracedToken>& tokens = wording.text->tokens;
  for (size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].trace != kNoTrace) continue;
    size_t end = i;
    while (end < words_.size() && words_[end].trace == kNoTrace) ++end;
    const size_t begin = std::exchange(i, end);
    if (end - begin > 2 * kContextWords) continue;
    // The words with those that stand around them.
    std::vector<TracedWord> window;
    const size_t first = wording.range.begin + places_[begin];
    const size_t last = wording.range.begin + places_[end - 1];
    for (size_t at = first; at > 0 && window.size() < kContextWords; --at)
      if (tokens[at - 1].IsWord()) window.push_back({tokens[at - 1].hash, 0});
    std::reverse(window.begin(), window.end());
    const size_t left = window.size();
    window.insert(window.end(), words_.begin() + static_cast<std::ptrdiff_t>(begin),
                  words_.begin() + static_cast<std::ptrdiff_t>(end));
    size_t right = 0;
    for (size_t at = last + 1; at < tokens.size() && right < kContextWords; ++at) {
      if (!tokens[at].IsWord()) continue;
      window.push_back({tokens[at].hash, 0});
      ++right;
    }
    const auto found = log_.Find(wording.section, window);
    if (found.section != wording.section || found.words.size() < window.size()) continue;
    const auto middle = found.words.subspan(left, end - begin);
    if (std::none_of(middle.begin(), middle.end(),
                     [&](const TracedWord& word) { return traces_.LivedBefore(word.trace, step); })) {
      Take(begin, middle);
    }
  }
}

}  // namespace muragat
