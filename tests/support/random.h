#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace muragat::support {

// Numbers that are the same in every run. Prints its seed, so that a failure can be looked into.
class Random {
 public:
  explicit Random(uint32_t seed);
  // The same without a word.
  static Random Silent(uint32_t seed) { return Random(std::mt19937(seed)); }

  uint32_t Any() { return static_cast<uint32_t>(engine_()); }
  uint32_t Below(size_t end) { return static_cast<uint32_t>(engine_() % end); }  // 0 … end - 1
  bool OneIn(uint32_t chances) { return Below(chances) == 0; }
  // A number of any size: small ones come as often as large ones.
  uint32_t AnySize() { return Any() >> Below(32); }

  template <typename T>
  const T& Pick(const std::vector<T>& values) {
    return values[Below(values.size())];
  }
  template <typename T>
  void Shuffle(std::vector<T>& values) {
    for (size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[Below(i)]);
  }

 private:
  explicit Random(std::mt19937 engine) : engine_(engine) {}

  std::mt19937 engine_;
};

}  // namespace muragat::support
