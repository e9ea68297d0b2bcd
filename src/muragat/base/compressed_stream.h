#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// A stream of bytes, read from its beginning. Thread-safety: one thread.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills the beginning of `buffer` and returns how many bytes that were; 0 at the end, and only there.
  // Errors: kIo; kCorruption: compressed bytes make no sense.
  virtual Result<size_t> Read(std::span<char> buffer) = 0;
};

// Reads a file descriptor, which the source does not own and does not close.
std::unique_ptr<ByteSource> ReadDescriptor(int descriptor);

// Gives what `inner` gives, decompressed where its first bytes are a zstd frame (several frames in a row are
// one stream). Windows up to 128 MiB are accepted, wider ones are kCorruption: memory is bounded by that.
std::unique_ptr<ByteSource> Decompress(std::unique_ptr<ByteSource> inner);

// A source over bytes in memory, which must outlive it.
std::unique_ptr<ByteSource> ReadMemory(std::string_view bytes);

}  // namespace muragat
