#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "import/limits.h"
#include "muragat/base/compressed_stream.h"
#include "muragat/base/status.h"

namespace muragat::import {

// Bytes that can be read at any place, as a file on disk.
class RandomSource {
 public:
  virtual ~RandomSource() = default;
  // Fills the beginning of `buffer` from `at` on; 0 at the end, and only there. Errors: kIo, kCancelled.
  virtual Result<size_t> ReadAt(uint64_t at, std::span<char> buffer) = 0;
  virtual uint64_t size_bytes() const = 0;
};

// A file in an archive, or why it is not read.
struct ArchiveEntry {
  std::string name;  // as the archive gives it, without "./" before it; any bytes
  Result<std::string> bytes = std::string();
};

// What an archive may hold before it is refused.
struct ArchiveLimits {
  size_t max_entry_bytes = Limits().max_capture_bytes;  // a larger entry is named and passed over
  uint64_t max_entries = 200'000;
  // All of it unpacked may be so large, and for each byte of the archive so many more.
  uint64_t free_bytes = uint64_t{64} << 20;
  uint64_t max_ratio = 200;
};

// Reads the files of a tar or zip archive one by one, in memory; nothing is unpacked to a disk, no link is
// followed, no password asked for. What is no regular file, is encrypted or has a hostile name
// (CheckEntryName) is given with the reason. Folders are passed over. Thread-safety: one thread.
class ArchiveReader {
 public:
  // A tar archive, already decompressed. `packed_bytes` says how many bytes of the file were read so far.
  // Both must outlive the reader. Errors: kInvalidArgument: libarchive is not on this machine.
  static Result<std::unique_ptr<ArchiveReader>> OpenTar(ByteSource& source,
                                                        std::function<uint64_t()> packed_bytes,
                                                        const ArchiveLimits& limits = {});
  // A zip archive, by the directory at its end. `source` must outlive the reader. Errors: likewise;
  // kInvalidArgument: it lists too many entries; as the source.
  static Result<std::unique_ptr<ArchiveReader>> OpenZip(RandomSource& source,
                                                        const ArchiveLimits& limits = {});
  ~ArchiveReader();

  // The next file into `entry`; false at the end. Errors: kInvalidArgument: a limit; kCorruption: the archive
  // is damaged; kIo, kCancelled: as the source. Nothing can be read behind an error.
  Result<bool> ReadInto(ArchiveEntry& entry);

 private:
  struct Impl;
  explicit ArchiveReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Whether a file of an archive may be called `name`: a path of at most 1,024 bytes of UTF-8 that stays below
// where it is, without control characters, backslashes and drive letters. Errors: kInvalidArgument, saying
// what is wrong with it.
Status CheckEntryName(std::string_view name);

}  // namespace muragat::import
