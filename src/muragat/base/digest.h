#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muragat {

// The digest of `bytes` by the algorithm that is called so: "md5", "sha1", "sha256", "sha384", "sha512", with
// or without a hyphen, in any case (FIPS 180-4, RFC 1321). Nothing for another name. For comparing with what
// others wrote down: md5 and sha1 are no proof. Thread-safety: any thread.
std::optional<std::string> Digest(std::string_view algorithm, std::string_view bytes);

// Whether `written` is `digest` in base 32 or base 16 in any case, or base 64 (RFC 4648).
bool IsWrittenDigest(std::string_view written, std::string_view digest);

}  // namespace muragat
