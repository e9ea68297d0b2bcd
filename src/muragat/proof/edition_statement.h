#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/date.h"
#include "muragat/base/sha256.h"
#include "muragat/base/status.h"
#include "muragat/model/state.h"

namespace muragat {

// What an edition, or a removal, says to the world: without the archive's own numbers.
struct EditionStatement {
  std::string document;  // id
  std::string title, language;
  ValidDate valid;
  Basis basis = Basis::kInForce;
  std::string reform;  // title; its date is `valid`. Empty: it came without one
  std::string author, source_url, media_type;
  std::optional<ValidDate> captured;
  bool has_capture = false;       // something is known of where the text came from
  std::optional<Digest> capture;  // SHA-256 of the bytes as they were received; absent: they are the text
  bool removed = false;   // from `valid` on there is no text; then title, language and what follows are empty
  uint64_t sections = 0;  // how many
  Digest root{};          // of the tree over the lines of its sections
  friend bool operator==(const EditionStatement&, const EditionStatement&) = default;
};

// The record that is hashed (doc/format.md). Pure.
std::string EncodeStatement(const EditionStatement& edition);
// Errors: kCorruption: the bytes are no such record, or not what EncodeStatement would write.
Result<EditionStatement> DecodeStatement(std::string_view bytes);

}  // namespace muragat
