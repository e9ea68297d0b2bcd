#include "muragat/proof/tree_hash.h"

namespace muragat {
namespace {

constexpr std::string_view kLeafPrefix("\x00", 1), kNodePrefix("\x01", 1);

}  // namespace

Digest HashLeaf(std::string_view data) { return DigestOf({kLeafPrefix, data}); }

Digest HashNode(const Digest& left, const Digest& right) {
  return DigestOf({kNodePrefix, BytesOf(left), BytesOf(right)});
}

Digest HashEmpty() { return DigestOf({}); }

}  // namespace muragat
