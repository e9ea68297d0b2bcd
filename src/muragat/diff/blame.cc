#include "muragat/diff/blame.h"

#include <algorithm>

namespace muragat {
namespace {

constexpr size_t kMovedRunWords = 3, kLogRunWords = 5;

bool IsSpace(std::string_view token) {
  return !token.empty() && token.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

// Whether so little of a text went on into another one, in runs of some words, that the other was not made
// from it.
bool IsRewritten(std::span<const TracedToken> newer, std::span<const TracedToken> older) {
  constexpr size_t kRunWords = 4, kMinWords = 24, kShare = 8;  // an eighth of the shorter text
  size_t words = 0, run = 0, kept = 0;
  for (const TracedToken& token : newer) {
    if (!token.IsWord()) continue;
    ++words;
    run = token.trace == kNoTrace ? 0 : run + 1;
    kept += run == kRunWords ? kRunWords : run > kRunWords ? 1 : 0;
  }
  const auto older_words = static_cast<size_t>(
      std::count_if(older.begin(), older.end(), [](const TracedToken& token) { return token.IsWord(); }));
  const size_t shorter = std::min(words, older_words);
  return shorter >= kMinWords && kShare * kept < shorter;
}

}  // namespace

Blame::Blame() : log_(kLogRunWords), moved_(kMovedRunWords), match_(traces_, log_, moved_) {}

void Blame::Advance(uint32_t step, std::span<const Arrival> arrived, std::span<const SectionNumber> gone) {
  step_ = step;
  moved_.Clear();
  come_.clear();
  for (const SectionNumber section : gone) Remove(section);
  for (const Arrival& arrival : arrived) {
    Standing& standing = sections_[arrival.section];
    const auto kept = kept_.find({arrival.section, arrival.text_number});
    kept != kept_.end() ? Restore(arrival, standing) : Continue(arrival, standing);
  }
  // Whole new texts last: they may be copies of what others are from this step on.
  std::stable_partition(come_.begin(), come_.end(), [](const Come& come) { return come.continues; });
  for (const Come& come : come_) {
    Standing& standing = sections_[come.section];
    for (const TokenRange range : come.ranges) Settle(come, standing, range);
    LogCome(come.section, standing, come.ranges);
  }
  for (const Arrival& arrival : arrived) {
    if (arrival.comes_again) kept_[{arrival.section, arrival.text_number}] = sections_[arrival.section].text;
  }
}

void Blame::Remove(SectionNumber section) {
  Standing& standing = sections_[section];
  if (!standing.stands) return;
  standing.stands = false;
  Drop(section, standing.text.tokens);
}

// Drops the tokens of a section, which may stand elsewhere from this step on.
void Blame::Drop(SectionNumber section, std::span<const TracedToken> tokens) {
  for (const TracedToken& token : tokens) traces_.Drop(token.trace, step_);
  LogMoved(section, tokens);
}

void Blame::LogMoved(SectionNumber section, std::span<const TracedToken> tokens) {
  words_.clear(), places_.clear();
  AppendWordsOf(tokens, words_, places_);
  moved_.Add(section, words_);
}

// What a section lost may stand elsewhere: where it lost most of its text, with what it kept.
void Blame::LogGone(SectionNumber section, const TracedChange& change) {
  size_t gone = 0;
  for (const TokenRange range : change.gone) gone += range.size();
  if (2 * gone > before_.size()) return LogMoved(section, before_);
  for (const TokenRange range : change.gone)
    LogMoved(section, std::span(before_).subspan(range.begin, range.size()));
}

void Blame::Restore(const Arrival& arrival, Standing& standing) {
  if (standing.stands) Drop(arrival.section, standing.text.tokens);
  standing.text = kept_[{arrival.section, arrival.text_number}];
  standing.stands = true;
  for (TracedToken& token : standing.text.tokens) token.trace = traces_.Raise(token.trace, step_);
}

void Blame::Continue(const Arrival& arrival, Standing& standing) {
  const bool stood = std::exchange(standing.stands, true);
  const bool continues = !standing.text.tokens.empty();
  TracedChange change = ContinueTraces(arrival.text, standing.text, before_);
  std::vector<uint32_t> stayed;
  if (continues && !change.gone.empty() && IsRewritten(standing.text.tokens, before_)) {
    // What seems to have stayed may as well come from elsewhere.
    change.gone = {{0, before_.size()}}, change.come = {{0, standing.text.tokens.size()}};
    for (TracedToken& token : standing.text.tokens) stayed.push_back(std::exchange(token.trace, kNoTrace));
  }
  if (stood) {
    for (const TokenRange range : change.gone)
      for (const TracedToken& token : std::span(before_).subspan(range.begin, range.size()))
        traces_.Drop(token.trace, step_);
    LogGone(arrival.section, change);
  } else {
    for (TracedToken& token : standing.text.tokens)
      if (token.trace != kNoTrace) token.trace = traces_.Raise(token.trace, step_);
  }
  if (!change.come.empty())
    come_.push_back({arrival.section, continues, std::move(change.come), std::move(stayed)});
}

// Gives new tokens their traces.
void Blame::Settle(const Come& come, Standing& standing, TokenRange range) {
  const auto found = match_.Find({come.section, &standing.text, range}, step_);
  for (size_t i = 0; i < range.size(); ++i) {
    uint32_t from = found[i];
    if (from == kNoTrace && !come.stayed.empty()) from = come.stayed[range.begin + i];
    standing.text.tokens[range.begin + i].trace =
        from == kNoTrace ? traces_.Bring(step_) : traces_.Raise(from, step_);
  }
}

// Logs new words with as many of those around them as a run may reach.
void Blame::LogCome(SectionNumber section, const Standing& standing, std::span<const TokenRange> ranges) {
  const std::vector<TracedToken>& tokens = standing.text.tokens;
  for (size_t i = 0; i < ranges.size();) {
    TokenRange around = ranges[i];
    for (size_t words = 0; around.begin > 0 && words + 1 < kLogRunWords;)
      words += tokens[--around.begin].IsWord() ? 1u : 0u;
    while (true) {
      for (size_t words = 0; around.end < tokens.size() && words + 1 < kLogRunWords;)
        words += tokens[around.end++].IsWord() ? 1u : 0u;
      for (++i; i < ranges.size() && ranges[i].end <= around.end;) ++i;
      if (i == ranges.size() || ranges[i].begin > around.end) break;
      around.end = ranges[i].end;
    }
    words_.clear(), places_.clear();
    AppendWordsOf(std::span(tokens).subspan(around.begin, around.size()), words_, places_);
    log_.Add(section, words_);
  }
}

std::vector<BlameSpan> Blame::SpansOf(SectionNumber section) const {
  std::vector<BlameSpan> spans;
  const auto standing = sections_.find(section);
  if (standing == sections_.end() || !standing->second.stands) return spans;
  const std::string_view text = *standing->second.text.text;
  size_t at = 0;
  uint32_t last = kNoTrace;
  for (const TracedToken& token : standing->second.text.tokens) {
    const size_t end = at + token.size_bytes;
    const bool goes_on =
        !spans.empty() && (IsSpace(text.substr(at, token.size_bytes)) || traces_.AreAlike(last, token.trace));
    if (!goes_on) {
      WordOrigin origin = traces_.OriginOf(token.trace);
      if (spans.empty() || spans.back().origin != origin) spans.push_back({at, at, std::move(origin)});
      last = token.trace;
    }
    spans.back().end = at = end;
  }
  return spans;
}

}  // namespace muragat
