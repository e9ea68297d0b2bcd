#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace muragat {

// Texts quoted in writing that is read back: every byte returns. What does not show is written \n (line end),
// \t, \r, \s (a space that ends a line or stands alone; \s{6} are six of them), \u{a0} (a character by its
// number), \x{ff} (a byte that is not UTF-8); a backslash is written \\.

// `text` on one line between “ and ”. Such marks inside stand as they are where they pair, else as \“ and \”.
std::string Quote(std::string_view text);

// The text of the quotation that begins at `at`, which is moved behind it. Nothing, and `at` unmoved, where
// there is none.
std::optional<std::string> ReadQuotation(std::string_view line, size_t& at);

// `text` as a block, its lines behind a bar: "    | First line.\n    |\n    | Third line.\n". A last line
// that ends without a line end closes with a backslash.
std::string WriteBlock(std::string_view text);

// Appends what a line of a block (without its line end) stands for. False where it is none.
bool ReadBlockLine(std::string_view line, std::string& text);

}  // namespace muragat
