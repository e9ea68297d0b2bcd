#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace muragat {

// Looks at many bytes of a text in one step, to learn quickly that nothing in it needs a closer look.

// Sixteen bytes, and what comparing them gives: all bits set where it holds, none elsewhere.
using ByteBlock = unsigned char __attribute__((vector_size(16)));
using ByteMarks = decltype(ByteBlock() == ByteBlock());

inline ByteBlock ReadBlock(const char* bytes) {
  ByteBlock block;
  std::memcpy(&block, bytes, sizeof block);
  return block;
}

inline bool AnyMarked(ByteMarks marks) {
  std::array<uint64_t, 2> halves;
  std::memcpy(&halves, &marks, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

// Whether `pair` holds of a byte of `text` and the byte behind it: pair(here, next) compares sixteen of each
// ("(here == '.') & (next == '.')"). It must not hold where `next` is 0. Cost: one pass.
template <typename Pair>
bool AnyPairOfBytes(std::string_view text, Pair pair) {
  constexpr size_t kBlockBytes = sizeof(ByteBlock);
  const auto look = [pair](const char* bytes) { return pair(ReadBlock(bytes), ReadBlock(bytes + 1)); };
  if (text.size() <= kBlockBytes) {
    std::array<char, kBlockBytes + 1> padded{};
    text.copy(padded.data(), text.size());
    return AnyMarked(look(padded.data()));
  }
  const char* bytes = text.data();
  const char* const last = bytes + (text.size() - kBlockBytes - 1);
  for (; last - bytes > static_cast<std::ptrdiff_t>(3 * kBlockBytes); bytes += 4 * kBlockBytes) {
    if (AnyMarked(look(bytes) | look(bytes + kBlockBytes) | look(bytes + 2 * kBlockBytes) |
                  look(bytes + 3 * kBlockBytes))) {
      return true;
    }
  }
  ByteMarks marks = look(last);  // may overlap those before it
  for (; bytes < last; bytes += kBlockBytes) marks |= look(bytes);
  return AnyMarked(marks);
}

}  // namespace muragat
