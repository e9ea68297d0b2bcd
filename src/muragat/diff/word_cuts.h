#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace muragat {

// Where a text may be cut for a diff that no person reads: before a word, which is what stands behind a blank
// or a control character, and before most Chinese characters (U+4000 to U+9FFF). Never within a character,
// nor before a combining mark of U+0300 to U+036F.

// Whether `text` may be cut before the byte at `at`; at both ends it may.
bool IsWordCut(std::string_view text, size_t at);

// For each of the 64 bytes from `at` on, whether the text may be cut before it: bit i for the byte at + i.
// Bits behind the text's end are 0. Cost: a few instructions a byte, without branches.
uint64_t FindWordCuts(std::string_view text, size_t at);

}  // namespace muragat
