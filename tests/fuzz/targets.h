#pragma once

#include <span>
#include <string_view>

namespace muragat::fuzz {

// A reader of bytes from outside, under its format's name; its seeds are in tests/fuzz/seeds/<name>.
struct Target {
  std::string_view name;
  // Reads `bytes`, and ends the program where the reader breaks its contract: texts of plain formats are
  // their sections put end to end, and what a reader gives is UTF-8 without a NUL.
  void (*run)(std::string_view bytes);
};

std::span<const Target> Targets();

}  // namespace muragat::fuzz
