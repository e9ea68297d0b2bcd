#include "muragat/base/deflate.h"

#include <zlib.h>

namespace muragat {

Result<std::string> Deflate(std::string_view bytes) {
  constexpr int kRawWindow = -15, kMostMemory = 9;
  z_stream stream{};
  std::string out;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kRawWindow, kMostMemory, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    return Status::Io("there is no memory to pack a page's data");
  out.resize(deflateBound(&stream, bytes.size()));
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace muragat
