#include "muragat/diff/rising_run.h"

#include <algorithm>

namespace muragat {

std::vector<size_t> LongestRisingRun(std::span<const size_t> values) {
  constexpr size_t kNone = static_cast<size_t>(-1);
  std::vector<size_t> ends;  // ends[k]: index of the smallest last value of a run of k + 1 values
  std::vector<size_t> before(values.size(), kNone);
  for (size_t i = 0; i < values.size(); ++i) {
    const auto place = std::lower_bound(ends.begin(), ends.end(), values[i],
                                        [&](size_t index, size_t value) { return values[index] < value; });
    if (place != ends.begin()) before[i] = *(place - 1);
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<size_t> run;
  for (size_t i = ends.empty() ? kNone : ends.back(); i != kNone; i = before[i]) run.push_back(i);
  std::reverse(run.begin(), run.end());
  return run;
}

}  // namespace muragat
