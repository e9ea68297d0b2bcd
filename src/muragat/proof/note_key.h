#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// Keys of signed notes (C2SP signed-note v1): Ed25519 (RFC 8032) with a name. Values. Thread-safety: const
// methods from any thread.

// What a signature is checked with.
class VerifierKey {
 public:
  // Reads `NAME+ID+BASE64`. Errors: kInvalidArgument: it is no such key, of another type, or its id is not
  // that of name and key.
  static Result<VerifierKey> Parse(std::string_view text);
  // `public_key`: 32 bytes.
  VerifierKey(std::string name, std::string public_key);

  const std::string& name() const { return name_; }
  const std::string& public_key() const { return public_key_; }
  // The four bytes that go before a signature.
  std::string Id() const;
  // The same as eight lower-case hex digits.
  std::string HexId() const;
  std::string Text() const;

  // Whether `signature` (64 bytes) of `message` is by this key.
  bool Verify(std::string_view message, std::string_view signature) const;
  friend bool operator==(const VerifierKey&, const VerifierKey&) = default;

 private:
  std::string name_, public_key_;
};

// What a note is signed with. It is wiped when destroyed, and must never be shown.
class SigningKey {
 public:
  // A new one. Errors: kInvalidArgument: a name that CheckKeyName refuses; kIo: the machine gives no random
  // numbers.
  static Result<SigningKey> Generate(std::string name);
  // Reads `PRIVATE+KEY+NAME+ID+BASE64`, with or without a line feed. Errors: kInvalidArgument: it is no such
  // key.
  static Result<SigningKey> Parse(std::string_view text);
  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&& other) noexcept;
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;
  ~SigningKey();

  const VerifierKey& verifier() const { return verifier_; }
  // The 64 bytes of its signature of `message`. Errors: kIo: the library failed.
  Result<std::string> Sign(std::string_view message) const;
  // The line that Parse reads, with its line feed. Secret.
  std::string Text() const;

 private:
  SigningKey(std::string seed, VerifierKey verifier);
  static Result<SigningKey> FromSeed(std::string name, std::string seed);

  std::string seed_;  // 32 bytes
  VerifierKey verifier_;
};

// Whether `name` may be a key's: UTF-8, not empty, no control character, no space of Unicode, no `+`.
// Errors: kInvalidArgument.
Status CheckKeyName(std::string_view name);

}  // namespace muragat
