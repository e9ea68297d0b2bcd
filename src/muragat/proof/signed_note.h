#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/proof/note_key.h"

namespace muragat {

// A text with signatures (C2SP signed-note v1): the text, an empty line, and lines `— NAME BASE64`.
struct SignedNote {
  struct Signature {
    std::string name;
    std::string id;     // four bytes
    std::string bytes;  // the signature itself
    friend bool operator==(const Signature&, const Signature&) = default;
  };
  std::string text;  // ends in a line feed
  std::vector<Signature> signatures;
  friend bool operator==(const SignedNote&, const SignedNote&) = default;
};

// Errors: kCorruption: it is no note: not UTF-8, a control character, no empty line before its signatures,
// none or more than 64 of them, one that is not as it would be written.
Result<SignedNote> ParseNote(std::string_view bytes);
std::string RenderNote(const SignedNote& note);

// Adds a signature. `note.text` must end in a line feed. Errors: as SigningKey::Sign.
Status SignNote(SignedNote& note, const SigningKey& key);

// Whether a signature of the note is by `key`, and none that says it is by it is not. Signatures of other
// keys are passed over.
bool VerifyNote(const SignedNote& note, const VerifierKey& key);

}  // namespace muragat
