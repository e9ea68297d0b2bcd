#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace muragat {

// Values by keys that are put in once, in rising order, and looked up mostly in rising order: then a look-up
// is a step or none, else a binary search. Thread-safety: one thread.
template <typename Key, typename Value>
class RisingTable {
 public:
  // `key` is greater than all before.
  void Add(const Key& key, Value value) { rows_.emplace_back(key, std::move(value)); }

  // The value of `key`, or null. Good until the next Add.
  const Value* Find(const Key& key) const {
    if (at_ < rows_.size() && rows_[at_].first < key) ++at_;
    if (at_ >= rows_.size() || rows_[at_].first != key) {
      const auto row = std::lower_bound(rows_.begin(), rows_.end(), key,
                                        [](const Row& a, const Key& b) { return a.first < b; });
      at_ = static_cast<size_t>(row - rows_.begin());
    }
    return at_ < rows_.size() && rows_[at_].first == key ? &rows_[at_].second : nullptr;
  }
  Value* Find(const Key& key) { return const_cast<Value*>(std::as_const(*this).Find(key)); }

  using Row = std::pair<Key, Value>;
  const std::vector<Row>& rows() const { return rows_; }

 private:
  std::vector<Row> rows_;
  mutable size_t at_ = 0;  // of the last look-up
};

}  // namespace muragat
