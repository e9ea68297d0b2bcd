#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"

namespace muragat {

// The operations of an edit script. On disk: never change the values.
enum class EditKind : uint8_t {
  kKeep = 0,    // the next bytes of the base stay
  kDelete = 1,  // the next bytes of the base go
  kInsert = 2,  // these bytes come in
  kCopy = 3,    // bytes from anywhere in the base come in; the place in the base does not move
};

// One operation. `text` is set for kInsert only and is a view into the new text, or into an encoded script.
struct Edit {
  EditKind kind = EditKind::kKeep;
  uint64_t size_bytes = 0;    // never 0 in a script
  std::string_view text;      // kInsert: the bytes
  uint64_t source_bytes = 0;  // kCopy: the offset in the base

  friend bool operator==(const Edit&, const Edit&) = default;
};

// Turns a base text into a new one: read from left to right, keeps and deletes use up the base exactly.
// Neighbouring operations have different kinds, and where a delete and an insert touch, the delete comes
// first.
using EditScript = std::vector<Edit>;

// Carries out `script` on `base`. Cost: linear in the new text.
// Errors: kCorruption: the script does not use up `base` exactly, or copies from outside it.
Result<std::string> ApplyScript(std::span<const Edit> script, std::string_view base);

// Whether ApplyScript turns `base` into `text`. Cost: linear, and no memory.
bool Yields(std::span<const Edit> script, std::string_view base, std::string_view text);

// Appends an operation, joined with the last one where both are of one kind and (kInsert) their bytes are
// neighbours in memory, and put before a preceding insert where it is a delete. An operation of no bytes is
// left out.
void AppendEdit(EditScript& script, Edit edit);

}  // namespace muragat
