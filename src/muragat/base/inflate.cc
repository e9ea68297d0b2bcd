#include "muragat/base/inflate.h"

#include <algorithm>
#include <cstdint>

#include <zlib.h>

namespace muragat {
namespace {

// The window that zlib is told for a stream that begins so.
int WindowFor(std::string_view bytes) {
  constexpr int kWidest = 15, kGzip = 16;
  if (bytes.starts_with("\x1f\x8b")) return kWidest + kGzip;
  if (bytes.size() < 2) return -kWidest;
  const auto first = static_cast<uint8_t>(bytes[0]), second = static_cast<uint8_t>(bytes[1]);
  const bool zlib = (first & 15) == 8 && (first >> 4) <= 7 && (first * 256 + second) % 31 == 0;
  return zlib ? kWidest : -kWidest;
}

}  // namespace

Result<std::string> Inflate(std::string_view bytes, size_t max_bytes) {
  constexpr size_t kStepBytes = size_t{64} << 10;
  z_stream stream{};
  if (inflateInit2(&stream, WindowFor(bytes)) != Z_OK) return Status::Io("no memory to unpack");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(std::min<size_t>(bytes.size(), UINT32_MAX));
  std::string out;
  int code = Z_OK;
  while (code == Z_OK && out.size() <= max_bytes) {
    const size_t size = out.size();
    out.resize(size + std::max(kStepBytes, std::min(size, max_bytes / 4)));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + size);
    stream.avail_out = static_cast<uInt>(out.size() - size);
    code = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (out.size() > max_bytes) {
    return Status::InvalidArgument("what is packed holds more than " + std::to_string(max_bytes >> 20) +
                                   " MiB");
  }
  if (code != Z_STREAM_END) return Status::InvalidArgument("what is packed is damaged or ends too early");
  return out;
}

}  // namespace muragat
