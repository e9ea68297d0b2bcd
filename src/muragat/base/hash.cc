#include "muragat/base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace muragat {

uint64_t Hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

struct HashStream::State {
  XXH3_state_t xxh3;
};

HashStream::HashStream() : state_(std::make_unique<State>()) { XXH3_64bits_reset(&state_->xxh3); }
HashStream::~HashStream() = default;

void HashStream::Append(std::string_view bytes) {
  XXH3_64bits_update(&state_->xxh3, bytes.data(), bytes.size());
}

uint64_t HashStream::Hash() const { return XXH3_64bits_digest(&state_->xxh3); }

uint32_t Checksum32(std::string_view bytes) { return static_cast<uint32_t>(Hash64(bytes)); }

}  // namespace muragat
