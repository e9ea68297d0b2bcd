#pragma once

#include <string_view>

#include "muragat/base/sha256.h"

namespace muragat {

// The hashes of RFC 6962, section 2.1. Pure functions, thread-safe.

// SHA-256("00" ‖ data): the hash of a tree of one entry.
Digest HashLeaf(std::string_view data);
// SHA-256("01" ‖ left ‖ right).
Digest HashNode(const Digest& left, const Digest& right);
// SHA-256(""): the hash of a tree of no entries.
Digest HashEmpty();

}  // namespace muragat
