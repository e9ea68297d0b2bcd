#include "tests/support/archive_bytes.h"

#include <algorithm>
#include <cstdint>

namespace muragat::test {
namespace {

void AppendOctal(std::string& out, size_t value, size_t digits) {
  for (size_t i = digits; i-- > 0;) out += static_cast<char>('0' + ((value >> (3 * i)) & 7));
  out += '\0';
}

void AppendLittle(std::string& out, uint64_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xff);
}

uint32_t Crc32(std::string_view bytes) {
  uint32_t crc = 0xffffffff;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
  }
  return ~crc;
}

}  // namespace

std::string MakeTarHeader(const ArchiveFile& file, size_t size_bytes) {
  std::string block = file.name.substr(0, 100);
  block.resize(100, '\0');
  AppendOctal(block, 0644, 7);
  AppendOctal(block, 0, 7);
  AppendOctal(block, 0, 7);
  AppendOctal(block, size_bytes, 11);
  AppendOctal(block, 0, 11);
  block.append(8, ' ');
  block += file.type;
  block += file.target.substr(0, 100);
  block.resize(257, '\0');
  block.append(
      "ustar\0"
      "00",
      8);
  block.resize(512, '\0');
  size_t sum = 0;
  for (const char c : block) sum += static_cast<unsigned char>(c);
  std::string digits;
  AppendOctal(digits, sum, 6);
  block.replace(148, 7, digits);
  return block;
}

std::string MakeTar(const std::vector<ArchiveFile>& files) {
  std::string out;
  for (const ArchiveFile& file : files) {
    out += MakeTarHeader(file, file.bytes.size());
    out += file.bytes;
    out.append((512 - file.bytes.size() % 512) % 512, '\0');
  }
  return out + std::string(1024, '\0');
}

std::string MakeZip(const std::vector<ArchiveFile>& files) {
  constexpr uint16_t kUtf8Names = 0x0800, kEncrypted = 0x0001, kStored = 0, kDeflated = 8;
  std::string out, directory;
  for (const ArchiveFile& file : files) {
    const bool packed = !file.packed.empty();
    const std::string_view data = packed ? file.packed : std::string_view(file.bytes);
    std::string common;
    AppendLittle(common, 20, 2);
    AppendLittle(common, kUtf8Names | (file.encrypted ? kEncrypted : 0), 2);
    AppendLittle(common, packed ? kDeflated : kStored, 2);
    AppendLittle(common, 0x00210000, 4);  // 1 January 1980
    AppendLittle(common, packed ? 0 : Crc32(file.bytes), 4);
    AppendLittle(common, data.size(), 4);
    AppendLittle(common, packed ? file.unpacked_bytes : file.bytes.size(), 4);
    AppendLittle(common, file.name.size(), 2);
    AppendLittle(common, 0, 2);
    directory += "PK\x01\x02";
    AppendLittle(directory, (3 << 8) | 20, 2);  // made on Unix
    directory += common;
    AppendLittle(directory, 0, 6);
    const uint32_t mode = file.type == '2' ? 0120777 : 0100644;
    AppendLittle(directory, uint64_t{mode} << 16, 4);
    AppendLittle(directory, out.size(), 4);
    directory += file.name;
    out += "PK\x03\x04" + common + file.name;
    out += data;
  }
  const size_t begin = out.size();
  out += directory + "PK\x05\x06";
  AppendLittle(out, 0, 4);
  AppendLittle(out, files.size(), 2);
  AppendLittle(out, files.size(), 2);
  AppendLittle(out, directory.size(), 4);
  AppendLittle(out, begin, 4);
  AppendLittle(out, 0, 2);
  return out;
}

std::string MakeZstdBomb(std::string_view head, size_t zeros) {
  constexpr size_t kMaxBlock = size_t{128} << 10, kRaw = 0, kRun = 1, kLast = 1;
  std::string out("\x28\xb5\x2f\xfd\x00\x38", 6);  // no content size, a window of 128 KiB
  for (size_t at = 0; at < head.size(); at += kMaxBlock) {
    const std::string_view block = head.substr(at, kMaxBlock);
    AppendLittle(out, (block.size() << 3) | (kRaw << 1), 3);
    out += block;
  }
  for (size_t left = zeros; left > 0;) {
    const size_t size = std::min(left, kMaxBlock);
    left -= size;
    AppendLittle(out, (size << 3) | (kRun << 1) | (left == 0 ? kLast : 0), 3);
    out += '\0';
  }
  return out;
}

}  // namespace muragat::test
