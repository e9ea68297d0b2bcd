#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace muragat {

// What became of one section, and where its text lies: offsets in bytes within the whole texts.
struct SectionPatch {
  std::optional<std::string> older, newer;  // nothing where it was not there
  std::optional<size_t> older_at, newer_at;
  bool moved = false;
};

}  // namespace muragat
