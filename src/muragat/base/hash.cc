#include "muragat/base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace muragat {

uint64_t Hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

uint32_t Checksum32(std::string_view bytes) { return static_cast<uint32_t>(Hash64(bytes)); }

}  // namespace muragat
