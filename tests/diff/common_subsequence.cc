#include "tests/diff/common_subsequence.h"

#include <algorithm>

namespace muragat {

size_t CommonLength(const Sequence& a, const Sequence& b) {
  std::vector<std::vector<size_t>> best(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < b.size(); ++j) {
      best[i + 1][j + 1] = a[i] == b[j] ? best[i][j] + 1 : std::max(best[i][j + 1], best[i + 1][j]);
    }
  }
  return best[a.size()][b.size()];
}

Sequence Kept(const Sequence& sequence, const std::vector<uint8_t>& marks) {
  Sequence kept;
  for (size_t i = 0; i < sequence.size(); ++i) {
    if (marks[i] == 0) kept.push_back(sequence[i]);
  }
  return kept;
}

}  // namespace muragat
