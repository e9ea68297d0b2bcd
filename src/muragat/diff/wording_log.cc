#include "muragat/diff/wording_log.h"

#include <algorithm>

namespace muragat {
namespace {

constexpr size_t kMaxLooks = 32;
constexpr size_t kFirstHeads = 1024;

}  // namespace

void AppendWordsOf(std::span<const TracedToken> tokens, std::vector<TracedWord>& words,
                   std::vector<uint32_t>& places) {
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].IsWord()) continue;
    words.push_back({tokens[i].hash, tokens[i].trace});
    places.push_back(static_cast<uint32_t>(i));
  }
}

uint32_t WordingLog::Mix(std::span<const TracedWord> run) {
  uint64_t hash = 0;
  for (const TracedWord& word : run) hash = (hash ^ word.hash) * 0x9e3779b97f4a7c15;
  return static_cast<uint32_t>(hash >> 32);
}

uint32_t WordingLog::HashRun(size_t begin) const { return Mix(std::span(words_).subspan(begin, run_words_)); }

void WordingLog::Add(SectionNumber section, std::span<const TracedWord> words) {
  if (words.size() < run_words_ || full()) return;
  const size_t begin = words_.size();
  words_.insert(words_.end(), words.begin(), words.end());
  words_.push_back({});
  const size_t runs = words.size() - run_words_ + 1;
  if (nodes_.size() + runs > heads_.size()) Grow();
  for (size_t i = 0; i < runs; ++i) {
    uint32_t& head = heads_[HashRun(begin + i) & (heads_.size() - 1)];
    nodes_.push_back({static_cast<uint32_t>(begin + i), head, section});
    head = static_cast<uint32_t>(nodes_.size());
  }
}

void WordingLog::Grow() {
  size_t heads = std::max(kFirstHeads, heads_.size());
  while (heads < 2 * nodes_.size() + words_.size()) heads *= 2;
  heads_.assign(heads, 0);
  for (size_t i = 0; i < nodes_.size(); ++i) {
    uint32_t& head = heads_[HashRun(nodes_[i].begin) & (heads - 1)];
    nodes_[i].next = head;
    head = static_cast<uint32_t>(i + 1);
  }
}

void WordingLog::Clear() {
  if (nodes_.size() < heads_.size() / 8) {  // few heads are taken
    for (const Node& node : nodes_) heads_[HashRun(node.begin) & (heads_.size() - 1)] = 0;
  } else {
    std::fill(heads_.begin(), heads_.end(), 0);
  }
  words_.clear();
  nodes_.clear();
}

WordingLog::Found WordingLog::Find(SectionNumber section, std::span<const TracedWord> words) const {
  Found best;
  if (words.size() < run_words_ || heads_.empty()) return best;
  uint32_t node = heads_[Mix(words.first(run_words_)) & (heads_.size() - 1)];
  for (size_t looks = 0; node != 0 && looks < kMaxLooks; ++looks) {
    const Node& at = nodes_[node - 1];
    node = at.next;
    size_t size = 0;
    while (size < words.size() && words_[at.begin + size].hash == words[size].hash) ++size;
    if (size < run_words_ || size < best.words.size()) continue;
    const bool better = size > best.words.size() || (at.section == section && best.section != section);
    if (better) best = {at.section, std::span(words_).subspan(at.begin, size), at.begin};
  }
  return best;
}

}  // namespace muragat
