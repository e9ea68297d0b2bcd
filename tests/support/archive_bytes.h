#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace muragat::test {

// An entry of an archive that is made for a test.
struct ArchiveFile {
  std::string name;
  std::string bytes;
  char type = '0';          // as tar says it: '1' a hard link, '2' a symbolic one, '3' a device, '5' a folder
  std::string target;       // of a link
  bool encrypted = false;   // zip: the flag is set
  std::string_view packed;  // zip: a raw deflate stream, instead of `bytes`
  size_t unpacked_bytes = 0;  // of `packed`
};

// A tar archive (ustar) of `files`, and the header alone of a file of `size_bytes`.
std::string MakeTar(const std::vector<ArchiveFile>& files);
std::string MakeTarHeader(const ArchiveFile& file, size_t size_bytes);

// A zip archive of `files`, stored as they are or as `packed`.
std::string MakeZip(const std::vector<ArchiveFile>& files);

// A zstd frame of `head` and, behind it, so many zeros in blocks of four bytes for each 128 KiB.
std::string MakeZstdBomb(std::string_view head, size_t zeros);

}  // namespace muragat::test
