#pragma once

#include <memory>
#include <string_view>

#include "muragat/diff/edit_script.h"

namespace muragat {

// A script from `older` to `newer` for storage: quick and short enough, not the shortest. It keeps what the
// texts have in common at their ends and around runs of bytes that occur once in each, and replaces the rest.
// Cuts lie before words behind white space, and around Chinese characters; no grapheme is split there.
// Inserts are views into `newer`. Cost: linear, a few nanoseconds a byte.
EditScript DiffByShingles(std::string_view older, std::string_view newer);

// The same many times over, with memory that is used again. Thread-safety: one thread.
class ShingleDiffer {
 public:
  ShingleDiffer();
  ~ShingleDiffer();
  EditScript Diff(std::string_view older, std::string_view newer);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muragat
