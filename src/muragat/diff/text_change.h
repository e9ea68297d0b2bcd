#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "muragat/diff/edit_script.h"
#include "muragat/diff/text_diff.h"

namespace muragat {

// A part of an old text and the part of the new text that stands in its place, as half-open ranges of bytes.
// Either may be empty. What lies between two neighbouring changes is equal in both texts.
struct TextChange {
  size_t older_begin = 0, older_end = 0;
  size_t newer_begin = 0, newer_end = 0;

  size_t OlderSize() const { return older_end - older_begin; }
  size_t NewerSize() const { return newer_end - newer_begin; }
  bool Replaces() const { return OlderSize() != 0 && NewerSize() != 0; }
  friend bool operator==(const TextChange&, const TextChange&) = default;
};

// In rising order; an equal part lies between any two.
using TextChanges = std::vector<TextChange>;

// What DiffText finds, before it is written as a script.
struct FoundChanges {
  TextChanges changes;
  bool coarse = false;
};
FoundChanges FindChanges(std::string_view older, std::string_view newer, const DiffOptions& options);

// Appends a change, joined with the last one where the two touch. An empty one is left out.
void AppendChange(TextChanges& changes, const TextChange& change);

// The changes as a script from a text of `older_size` bytes to `newer`; inserts are views into `newer`.
EditScript WriteScript(const TextChanges& changes, size_t older_size, std::string_view newer);

// The changes that a script makes. What it copies counts as inserted.
TextChanges ReadChanges(const EditScript& script);

}  // namespace muragat
