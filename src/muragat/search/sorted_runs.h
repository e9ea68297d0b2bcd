#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace muragat {

// Sorts `all`, which is sorted from each place of `runs` up to the next, the first being 0; what is equal
// stays in order. Cost: linear where the runs follow each other, else linear for each doubling of the runs.
template <typename T, typename Less>
void MergeRuns(std::vector<T>& all, std::vector<size_t> runs, Less less) {
  const auto at = [&](size_t place) { return all.begin() + static_cast<std::ptrdiff_t>(place); };
  while (runs.size() > 1) {
    std::vector<size_t> merged;
    for (size_t i = 0; i < runs.size(); i += 2) {
      merged.push_back(runs[i]);
      if (i + 1 == runs.size()) continue;
      const size_t end = i + 2 < runs.size() ? runs[i + 2] : all.size();
      if (runs[i] != runs[i + 1] && runs[i + 1] != end && less(all[runs[i + 1]], all[runs[i + 1] - 1]))
        std::inplace_merge(at(runs[i]), at(runs[i + 1]), at(end), less);
    }
    runs = std::move(merged);
  }
}

}  // namespace muragat
