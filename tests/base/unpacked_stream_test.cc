#include "muragat/base/unpacked_stream.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "muragat/base/inflate.h"

namespace muragat {
namespace {

// "Two members.\n", as gzip, bzip2 and xz pack it.
const std::map<std::string, std::vector<uint8_t>>& Packed() {
  static const std::map<std::string, std::vector<uint8_t>> packed = {
      {"gzip",
       {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x0b, 0x29, 0xcf, 0x57, 0xc8, 0x4d, 0xcd,
        0x4d, 0x4a, 0x2d, 0x2a, 0xd6, 0xe3, 0x02, 0x00, 0x79, 0xff, 0x1f, 0xad, 0x0d, 0x00, 0x00, 0x00}},
      {"bzip2", {0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0x8e, 0x86, 0x8c, 0xbd,
                 0x00, 0x00, 0x01, 0xd3, 0x80, 0x00, 0x10, 0x40, 0x01, 0x04, 0x00, 0x12, 0x02, 0x98,
                 0x80, 0x20, 0x00, 0x22, 0x00, 0x64, 0xd0, 0x80, 0x69, 0xa6, 0x89, 0x1d, 0x45, 0x81,
                 0x0a, 0x52, 0xf1, 0x77, 0x24, 0x53, 0x85, 0x09, 0x08, 0xe8, 0x68, 0xcb, 0xd0}},
      {"xz", {0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0x00, 0x04, 0xe6, 0xd6, 0xb4, 0x46, 0x02, 0x00, 0x21,
              0x01, 0x0c, 0x00, 0x00, 0x00, 0x8f, 0x98, 0x41, 0x9c, 0x01, 0x00, 0x0c, 0x54, 0x77, 0x6f,
              0x20, 0x6d, 0x65, 0x6d, 0x62, 0x65, 0x72, 0x73, 0x2e, 0x0a, 0x00, 0x00, 0x00, 0x00, 0x73,
              0xd2, 0x96, 0x61, 0x42, 0x98, 0xaf, 0xf2, 0x00, 0x01, 0x25, 0x0d, 0x71, 0x19, 0xc4, 0xb6,
              0x1f, 0xb6, 0xf3, 0x7d, 0x01, 0x00, 0x00, 0x00, 0x00, 0x04, 0x59, 0x5a}},
      {"lzma", {0x5d, 0x00, 0x00, 0x04, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                0x00, 0x2a, 0x1d, 0xc9, 0xe2, 0x03, 0x04, 0x23, 0x08, 0xc2, 0x31, 0xc9, 0x55,
                0x7b, 0x73, 0x6c, 0xdc, 0x32, 0xff, 0xff, 0xee, 0x5d, 0x00, 0x00}},
  };
  return packed;
}

std::string Bytes(const std::string& name) { return {Packed().at(name).begin(), Packed().at(name).end()}; }

// A few bytes at a time.
class SlowSource final : public ByteSource {
 public:
  SlowSource(std::string bytes, size_t step) : bytes_(std::move(bytes)), step_(step) {}
  Result<size_t> Read(std::span<char> buffer) override {
    const size_t count = std::min({step_, buffer.size(), bytes_.size() - at_});
    std::copy_n(bytes_.data() + at_, count, buffer.data());
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  size_t step_, at_ = 0;
};

Result<std::string> ReadAll(const std::string& bytes, size_t step, size_t buffer_bytes) {
  const auto source = Unpack(std::make_unique<SlowSource>(bytes, step));
  std::string text;
  std::vector<char> buffer(buffer_bytes);
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(const size_t count, source->Read(buffer));
    if (count == 0) return text;
    text.append(buffer.data(), count);
  }
}

TEST(UnpackedStream, GivesWhatEachFormatHolds) {
  for (const auto& [name, bytes] : Packed()) {
    for (const size_t step : {1U, 7U, 4096U}) {
      for (const size_t buffer : {1U, 5U, 4096U}) {
        EXPECT_EQ(*ReadAll(Bytes(name), step, buffer), "Two members.\n")
            << name << " " << step << " " << buffer;
      }
    }
  }
}

TEST(UnpackedStream, SeveralMembersAreOneStream) {
  for (const char* name : {"gzip", "bzip2", "xz"}) {
    const std::string twice = Bytes(name) + Bytes(name) + std::string(8, '\0');
    EXPECT_EQ(*ReadAll(twice, 3, 4), "Two members.\nTwo members.\n") << name;
  }
}

TEST(UnpackedStream, LeavesOtherBytesAsTheyAre) {
  for (const std::string text :
       {"", "B", "BZh9 is a text", "plain text that is longer than a magic", "\x1f\x8b"}) {
    EXPECT_EQ(*ReadAll(text, 2, 3), text);
  }
}

TEST(UnpackedStream, WhatIsCutShortOrDamagedIsCorrupt) {
  for (const auto& [name, packed] : Packed()) {
    const std::string bytes = Bytes(name);
    EXPECT_EQ(ReadAll(bytes.substr(0, bytes.size() - 3), 64, 64).status().code(), StatusCode::kCorruption)
        << name;
    std::string damaged = bytes;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    const auto read = ReadAll(damaged, 64, 64);
    if (name == "lzma") continue;  // it has no check
    EXPECT_EQ(read.status().code(), StatusCode::kCorruption) << name;
  }
  EXPECT_EQ(ReadAll(Bytes("gzip") + "no member", 64, 64).status().code(), StatusCode::kCorruption);
}

TEST(Inflate, TellsTheThreeStreamsApart) {
  const std::vector<uint8_t> zlib = {0x78, 0x9c, 0x0b, 0x29, 0xcf, 0x57, 0xc8, 0x4d, 0xcd, 0x4d, 0x4a,
                                     0x2d, 0x2a, 0xd6, 0xe3, 0x02, 0x00, 0x21, 0xae, 0x04, 0x7e};
  const std::vector<uint8_t> bare = {0x0b, 0x29, 0xcf, 0x57, 0xc8, 0x4d, 0xcd, 0x4d,
                                     0x4a, 0x2d, 0x2a, 0xd6, 0xe3, 0x02, 0x00};
  EXPECT_EQ(*Inflate(Bytes("gzip"), 100), "Two members.\n");
  EXPECT_EQ(*Inflate({reinterpret_cast<const char*>(zlib.data()), zlib.size()}, 100), "Two members.\n");
  EXPECT_EQ(*Inflate({reinterpret_cast<const char*>(bare.data()), bare.size()}, 100), "Two members.\n");
}

TEST(Inflate, GivesNoMoreThanItMay) {
  EXPECT_EQ(Inflate(Bytes("gzip"), 12).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(Inflate(Bytes("gzip").substr(0, 20), 100).status().code(), StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace muragat
