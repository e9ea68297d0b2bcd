#include "muragat/diff/text_sketch.h"

#include <algorithm>
#include <limits>

namespace muragat {
namespace {

// A number for each byte, from a fixed generator (splitmix64).
constexpr std::array<uint64_t, 256> MakeByteNumbers() {
  std::array<uint64_t, 256> numbers{};
  uint64_t state = 0x9E3779B97F4A7C15u;
  for (uint64_t& number : numbers) {
    state += 0x9E3779B97F4A7C15u;
    uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    number = mixed ^ (mixed >> 31);
  }
  return numbers;
}
constexpr std::array<uint64_t, 256> kByteNumbers = MakeByteNumbers();

constexpr std::array<uint64_t, kSketchNumbers> kMultipliers = {0xD6E8FEB86659FD93u, 0xA0761D6478BD642Fu,
                                                               0xE7037ED1A0B428DBu, 0x8EBC6AF09C88C6E3u};
constexpr size_t kShingleBytes = 32;

}  // namespace

TextSketch SketchText(std::string_view text) {
  TextSketch sketch;
  sketch.fill(std::numeric_limits<uint32_t>::max());
  // Each byte is shifted out of the sum after kShingleBytes more.
  uint64_t rolling = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    rolling = (rolling << 2) + kByteNumbers[static_cast<unsigned char>(text[at])];
    if ((rolling >> 61) != 0 || at + 1 < kShingleBytes) continue;
    for (size_t i = 0; i < kSketchNumbers; ++i) {
      const uint64_t mixed = (rolling ^ (rolling >> 29)) * kMultipliers[i];
      sketch[i] = std::min(sketch[i], static_cast<uint32_t>(mixed >> 32));
    }
  }
  return sketch;
}

}  // namespace muragat
