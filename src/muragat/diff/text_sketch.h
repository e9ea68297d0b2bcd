#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace muragat {

// A few numbers by which a text is found again among many that share most of its wording: two texts have a
// number in common at one place as likely as a shingle of theirs is one of both.
constexpr size_t kSketchNumbers = 4;
using TextSketch = std::array<uint32_t, kSketchNumbers>;

// Min-hashes over runs of 32 bytes, an eighth of them sampled by content, so that scripts with and without
// spaces between words fare alike. Cost: linear, about a nanosecond a byte.
// Source: Broder 1997, On the resemblance and containment of documents.
TextSketch SketchText(std::string_view text);

}  // namespace muragat
