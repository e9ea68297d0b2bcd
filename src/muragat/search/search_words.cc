#include "muragat/search/search_words.h"

#include <algorithm>

#include "muragat/base/hash.h"
#include "muragat/text/fold.h"

namespace muragat {
namespace {

constexpr size_t kPageBytes = size_t{64} << 10;

// How many bytes the apostrophe at `at` has: ' or one of ‘ ’ ‛; 0: there is none.
size_t ApostropheBytes(std::string_view text, size_t at) {
  if (text[at] == '\'') return 1;
  const std::string_view sign = text.substr(at, 3);
  return sign == "\xe2\x80\x98" || sign == "\xe2\x80\x99" || sign == "\xe2\x80\x9b" ? 3 : 0;
}

}  // namespace

SearchWords::SearchWords() = default;

SearchWords::Table::Slot& SearchWords::Table::Find(std::string_view word, uint64_t hash) {
  if ((used + 1) * 2 > slots.size()) Grow();
  const size_t mask = slots.size() - 1;
  size_t at = hash & mask;
  while (slots[at].word.data() != nullptr && (slots[at].hash != hash || slots[at].word != word))
    at = (at + 1) & mask;
  return slots[at];
}

void SearchWords::Table::Grow() {
  std::vector<Slot> before(slots.size() * 2);
  before.swap(slots);
  const size_t mask = slots.size() - 1;
  for (const Slot& slot : before) {
    if (slot.word.data() == nullptr) continue;
    size_t at = slot.hash & mask;
    while (slots[at].word.data() != nullptr) at = (at + 1) & mask;
    slots[at] = slot;
  }
}

std::string_view SearchWords::Keep(std::string_view word) {
  if (kept_.empty() || kept_.back().capacity() - kept_.back().size() < word.size()) {
    kept_.emplace_back();
    kept_.back().reserve(std::max(kPageBytes, word.size()));
  }
  std::string& page = kept_.back();
  page.append(word);
  return std::string_view(page).substr(page.size() - word.size());
}

uint32_t SearchWords::NumberOf(std::string_view folded) {
  if (folded.empty()) return kNone;
  const uint64_t hash = Hash64(folded);
  Table::Slot& slot = by_folded_.Find(folded, hash);
  if (slot.word.data() == nullptr) {
    slot = {hash, Keep(folded), size()};
    ++by_folded_.used;
    folded_.push_back(slot.word);
  }
  return slot.number;
}

uint32_t SearchWords::NumberOfWritten(std::string_view word) {
  const uint64_t hash = Hash64(word);
  if (const Table::Slot& slot = written_.Find(word, hash); slot.word.data() != nullptr) return slot.number;
  const uint32_t number = NumberOf(FoldCase(word));
  Table::Slot& slot = written_.Find(word, hash);
  slot = {hash, Keep(word), number};
  ++written_.used;
  return number;
}

void SearchWords::Append(std::string_view text, std::vector<SearchWord>& words) {
  tokens_.clear();
  AppendWords(text, tokens_);
  size_t at = 0;
  const auto add = [&](size_t begin, size_t end) {
    if (begin == end) return;
    const uint32_t number = NumberOfWritten(text.substr(begin, end - begin));
    if (number != kNone) words.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end), number});
  };
  for (const Token& token : tokens_) {
    size_t begin = at;
    at += token.size_bytes;
    if (token.kind != TokenKind::kWord) continue;
    for (size_t i = begin; i < at;) {
      const size_t sign = ApostropheBytes(text, i);
      if (sign == 0) {
        ++i;
        continue;
      }
      add(begin, i);
      begin = i += sign;
    }
    add(begin, at);
  }
}

}  // namespace muragat
