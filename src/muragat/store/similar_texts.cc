#include "muragat/store/similar_texts.h"

#include <algorithm>

namespace muragat {
namespace {

constexpr size_t kFirstEntries = size_t{1} << 10;
constexpr size_t kMinShared = 2;

}  // namespace

std::optional<RevisionKey> SimilarTexts::Find(const TextSketch& sketch) const {
  std::array<uint32_t, kSketchNumbers> found{};
  for (size_t i = 0; i < kSketchNumbers; ++i) {
    if (tables_[i].empty()) return std::nullopt;
    const Entry& entry = tables_[i][sketch[i] & (tables_[i].size() - 1)];
    if (entry.number == sketch[i]) found[i] = entry.text;
  }
  uint32_t best = 0;
  size_t best_shared = kMinShared - 1;
  for (const uint32_t text : found) {
    const auto shared = static_cast<size_t>(std::count(found.begin(), found.end(), text));
    if (text == 0 || shared <= best_shared) continue;
    best = text, best_shared = shared;
  }
  if (best == 0) return std::nullopt;
  return texts_[best - 1];
}

void SimilarTexts::Grow() {
  const size_t size = tables_[0].empty() ? kFirstEntries : tables_[0].size() * 2;
  for (auto& table : tables_) {
    std::vector<Entry> larger(size);
    for (const Entry& entry : table) {
      if (entry.text != 0) larger[entry.number & (size - 1)] = entry;
    }
    table = std::move(larger);
  }
}

void SimilarTexts::Add(const TextSketch& sketch, const RevisionKey& key) {
  if (texts_.size() < kMaxEntries) {
    if (tables_[0].size() < kMaxEntries * 2 && texts_.size() * 2 >= tables_[0].size()) Grow();
    texts_.push_back(key);
    next_ = texts_.size() - 1;
  } else {
    next_ = (next_ + 1) % kMaxEntries;
    texts_[next_] = key;
  }
  for (size_t i = 0; i < kSketchNumbers; ++i) {
    tables_[i][sketch[i] & (tables_[i].size() - 1)] = {sketch[i], static_cast<uint32_t>(next_ + 1)};
  }
}

}  // namespace muragat
