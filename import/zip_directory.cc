#include "import/zip_directory.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "import/archive_reader.h"

namespace muragat::import {
namespace {

// The record at the end: its size without a comment, and where in it, and in its longer form (zip64), the
// directory's size stands. Numbers are little-endian.
constexpr std::string_view kEnd("PK\x05\x06"), kLongEnd("PK\x06\x06"), kLongEndPlace("PK\x06\x07");
constexpr uint64_t kEndBytes = 22, kLongEndBytes = 56, kLongEndPlaceBytes = 20;
constexpr uint64_t kMaxCommentBytes = 0xffff;
constexpr size_t kDirectoryBytesAt = 12, kLongDirectoryBytesAt = 40, kLongEndAt = 8;
// A line of the directory: its size without name, further fields and comment, whose sizes stand here.
constexpr std::string_view kEntry("PK\x01\x02");
constexpr uint64_t kEntryBytes = 46;
constexpr std::array<size_t, 3> kSizesAt = {28, 30, 32};

constexpr size_t kBlockBytes = size_t{64} << 10;

uint64_t ReadLittleEndian(std::string_view bytes, size_t at, int width_bytes) {
  uint64_t value = 0;
  for (int i = width_bytes; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<size_t>(i)]);
  return value;
}

// So many bytes from `at` on; fewer at the end.
Result<std::string> ReadBytes(RandomSource& source, uint64_t at, uint64_t size) {
  std::string bytes(size, '\0');
  size_t filled = 0;
  while (filled < bytes.size()) {
    MURAGAT_ASSIGN_OR_RETURN(const size_t read, source.ReadAt(at + filled, std::span(bytes).subspan(filled)));
    if (read == 0) break;
    filled += read;
  }
  bytes.resize(filled);
  return bytes;
}

// Where the directory lies, half-open; empty where there is none.
struct Place {
  uint64_t begin = 0, end = 0;
};

Result<Place> FindDirectory(RandomSource& source) {
  const uint64_t size = source.size_bytes();
  const uint64_t tail_at = size - std::min(size, kEndBytes + kMaxCommentBytes);
  MURAGAT_ASSIGN_OR_RETURN(const std::string tail, ReadBytes(source, tail_at, size - tail_at));
  const size_t in_tail = tail.rfind(kEnd);
  if (in_tail == std::string::npos || tail.size() - in_tail < kEndBytes) return Place();
  uint64_t end = tail_at + in_tail;
  uint64_t bytes = ReadLittleEndian(tail, in_tail + kDirectoryBytesAt, 4);
  if (in_tail >= kLongEndPlaceBytes) {
    const size_t place = in_tail - kLongEndPlaceBytes;
    if (tail.compare(place, kLongEndPlace.size(), kLongEndPlace) == 0) {
      const uint64_t at = ReadLittleEndian(tail, place + kLongEndAt, 8);
      if (at >= size) return Place();
      MURAGAT_ASSIGN_OR_RETURN(const std::string record, ReadBytes(source, at, kLongEndBytes));
      if (record.size() < kLongEndBytes || !record.starts_with(kLongEnd)) return Place();
      end = at;
      bytes = ReadLittleEndian(record, kLongDirectoryBytesAt, 8);
    }
  }
  return Place{.begin = end - std::min(end, bytes), .end = end};
}

}  // namespace

Result<uint64_t> CountZipEntries(RandomSource& source, uint64_t most) {
  MURAGAT_ASSIGN_OR_RETURN(const Place place, FindDirectory(source));
  uint64_t count = 0;
  std::string block;
  uint64_t block_at = place.begin;
  for (uint64_t at = place.begin; count < most && at + kEntryBytes <= place.end; ++count) {
    if (at < block_at || at + kEntryBytes > block_at + block.size()) {
      MURAGAT_ASSIGN_OR_RETURN(block, ReadBytes(source, at, std::min<uint64_t>(kBlockBytes, place.end - at)));
      block_at = at;
      if (block.size() < kEntryBytes) break;
    }
    const std::string_view entry = std::string_view(block).substr(at - block_at, kEntryBytes);
    if (!entry.starts_with(kEntry)) break;
    at += kEntryBytes;
    for (const size_t size_at : kSizesAt) at += ReadLittleEndian(entry, size_at, 2);
  }
  return count;
}

}  // namespace muragat::import
