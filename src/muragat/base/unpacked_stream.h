#pragma once

#include <memory>

#include "muragat/base/compressed_stream.h"

namespace muragat {

// Gives what `inner` gives, unpacked where its first bytes are those of gzip (RFC 1952), bzip2, xz or lzma;
// several members in a row, with or without zeros behind the last, are one stream. What is packed twice is
// unpacked once. Memory: at most 128 MiB, that of the widest window of xz which is taken; wider ones are
// kCorruption, as is a stream that is damaged or ends too early. Thread-safety: one thread.
std::unique_ptr<ByteSource> Unpack(std::unique_ptr<ByteSource> inner);

}  // namespace muragat
