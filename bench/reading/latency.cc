#include "bench/reading/latency.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace muragat::bench {

Latency Latency::MedianOf(const std::vector<Latency>& passes) {
  Latency medians;
  std::vector<int64_t> of_one(passes.size());
  for (size_t i = 0; i < passes.front().nanoseconds_.size(); ++i) {
    for (size_t pass = 0; pass < passes.size(); ++pass) of_one[pass] = passes[pass].nanoseconds_[i];
    const auto middle = of_one.begin() + static_cast<std::ptrdiff_t>(of_one.size() / 2);
    std::nth_element(of_one.begin(), middle, of_one.end());
    medians.Add(*middle);
  }
  return medians;
}

double Latency::PerSecond() const {
  const int64_t sum = std::accumulate(nanoseconds_.begin(), nanoseconds_.end(), int64_t{0});
  return sum == 0 ? 0 : static_cast<double>(nanoseconds_.size()) * 1e9 / static_cast<double>(sum);
}

double Latency::Microseconds(double share) const {
  if (nanoseconds_.empty()) return 0;
  std::vector<int64_t> sorted = nanoseconds_;
  const double rank = std::ceil(share * static_cast<double>(sorted.size()));
  const size_t place = rank < 1 ? 0 : std::min(static_cast<size_t>(rank) - 1, sorted.size() - 1);
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(place), sorted.end());
  return static_cast<double>(sorted[place]) / 1000;
}

std::string Latency::Json() const {
  return "{\"per_second\":" + std::to_string(PerSecond()) +
         ",\"p50_us\":" + std::to_string(Microseconds(0.5)) +
         ",\"p99_us\":" + std::to_string(Microseconds(0.99)) + "}";
}

}  // namespace muragat::bench
