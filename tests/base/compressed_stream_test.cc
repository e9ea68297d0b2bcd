#include "muragat/base/compressed_stream.h"

#include <algorithm>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace muragat {
namespace {

// `zstd -19` of "Free and fair elections.\n"; the frame knows its checksum.
constexpr unsigned char kFrame[] = {0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x68, 0xc9, 0x00, 0x00, 0x46,
                                    0x72, 0x65, 0x65, 0x20, 0x61, 0x6e, 0x64, 0x20, 0x66, 0x61,
                                    0x69, 0x72, 0x20, 0x65, 0x6c, 0x65, 0x63, 0x74, 0x69, 0x6f,
                                    0x6e, 0x73, 0x2e, 0x0a, 0x0a, 0x5c, 0x97, 0xd3};
// The same of the empty text.
constexpr unsigned char kEmptyFrame[] = {0x28, 0xb5, 0x2f, 0xfd, 0x24, 0x00, 0x01,
                                         0x00, 0x00, 0x99, 0xe9, 0xd8, 0x51};
// The header of a frame whose window is 256 MiB.
constexpr unsigned char kWideFrame[] = {0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x90, 0x01, 0x00, 0x00};
constexpr std::string_view kText = "Free and fair elections.\n";

template <size_t N>
std::string Bytes(const unsigned char (&bytes)[N]) {
  return std::string(bytes, bytes + N);
}

// Gives its bytes `step_bytes` at a time, then fails if it is told to.
class SlowSource final : public ByteSource {
 public:
  SlowSource(std::string bytes, size_t step_bytes, Status end = Status::Ok())
      : bytes_(std::move(bytes)), step_bytes_(step_bytes), end_(std::move(end)) {}

  Result<size_t> Read(std::span<char> buffer) override {
    const size_t count = std::min({buffer.size(), step_bytes_, bytes_.size() - at_});
    if (count == 0 && !end_.ok()) return end_;
    bytes_.copy(buffer.data(), count, at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  size_t step_bytes_;
  Status end_;
  size_t at_ = 0;
};

Result<std::string> ReadAll(ByteSource& source, size_t buffer_bytes = 4096) {
  std::string all, buffer(buffer_bytes, '\0');
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(const size_t count, source.Read(buffer));
    if (count == 0) return all;
    all.append(buffer, 0, count);
  }
}

Result<std::string> Decompressed(const std::string& bytes, size_t step_bytes = 1 << 20,
                                 size_t buffer_bytes = 4096) {
  const auto source = Decompress(std::make_unique<SlowSource>(bytes, step_bytes));
  return ReadAll(*source, buffer_bytes);
}

TEST(Decompress, ReadsAFrameHoweverItIsCut) {
  for (const size_t step : {1u, 2u, 3u, 5u, 1000u}) {
    for (const size_t buffer : {1u, 7u, 4096u}) {
      const Result<std::string> text = Decompressed(Bytes(kFrame), step, buffer);
      ASSERT_TRUE(text.ok()) << text.status().message();
      EXPECT_EQ(*text, kText);
    }
  }
}

TEST(Decompress, LeavesPlainBytesAsTheyAre) {
  for (const std::string& bytes :
       {std::string(), std::string("{"), std::string("abc"), std::string("{\"a\":1}\n"),
        std::string("\x28\xb5\x2f"), std::string("\x28\xb5\x2f\xfe rest")}) {
    for (const size_t step : {1u, 1000u}) {
      const Result<std::string> text = Decompressed(bytes, step, 3);
      ASSERT_TRUE(text.ok());
      EXPECT_EQ(*text, bytes);
    }
  }
}

TEST(Decompress, SeveralFramesAreOneStream) {
  const std::string skippable("\x50\x2a\x4d\x18\x03\x00\x00\x00xyz", 11);
  const Result<std::string> text =
      Decompressed(skippable + Bytes(kFrame) + Bytes(kEmptyFrame) + skippable + Bytes(kFrame), 1);
  ASSERT_TRUE(text.ok()) << text.status().message();
  EXPECT_EQ(*text, std::string(kText) + std::string(kText));
}

TEST(Decompress, AnEmptyFrameIsAnEmptyStream) {
  const Result<std::string> text = Decompressed(Bytes(kEmptyFrame));
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(*text, "");
}

TEST(Decompress, AFrameCutAnywhereIsCorruption) {
  const std::string frame = Bytes(kFrame);
  for (size_t size = 4; size < frame.size(); ++size) {
    EXPECT_EQ(Decompressed(frame.substr(0, size)).status().code(), StatusCode::kCorruption) << size;
  }
}

TEST(Decompress, AChangedBitIsCorruption) {
  const std::string frame = Bytes(kFrame);
  for (size_t bit = 8 * 12; bit < frame.size() * 8; ++bit) {
    std::string damaged = frame;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_EQ(Decompressed(damaged).status().code(), StatusCode::kCorruption) << bit;
  }
}

TEST(Decompress, WhatFollowsTheLastFrameMustBeAFrame) {
  EXPECT_EQ(Decompressed(Bytes(kFrame) + "plain text").status().code(), StatusCode::kCorruption);
  EXPECT_EQ(Decompressed(Bytes(kFrame) + "x").status().code(), StatusCode::kCorruption);
}

TEST(Decompress, RefusesAWindowOver128MiB) {
  EXPECT_EQ(Decompressed(Bytes(kWideFrame)).status().code(), StatusCode::kCorruption);
}

TEST(Decompress, PassesOnWhatItsSourceSaysAndSaysItAgain) {
  const auto source =
      Decompress(std::make_unique<SlowSource>(Bytes(kFrame).substr(0, 9), 3, Status::Io("disk")));
  std::string buffer(100, '\0');
  EXPECT_EQ(source->Read(buffer).status().code(), StatusCode::kIo);
  EXPECT_EQ(source->Read(buffer).status().code(), StatusCode::kIo);
}

TEST(ReadMemory, GivesItsBytesOnce) {
  const auto source = ReadMemory("abcdef");
  const Result<std::string> text = ReadAll(*source, 4);
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(*text, "abcdef");
  std::string buffer(4, '\0');
  EXPECT_EQ(*source->Read(buffer), 0u);
}

TEST(ReadDescriptor, ReadsAPipeToItsEnd) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  ASSERT_EQ(write(ends[1], "abcdef", 6), 6);
  close(ends[1]);
  const auto source = ReadDescriptor(ends[0]);
  const Result<std::string> text = ReadAll(*source, 4);
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(*text, "abcdef");
  EXPECT_EQ(close(ends[0]), 0) << "the source must not have closed it";
}

TEST(ReadDescriptor, AFolderOrAClosedDescriptorIsAnInputError) {
  std::string buffer(4, '\0');
  const int folder = open("/", O_RDONLY);
  ASSERT_GE(folder, 0);
  EXPECT_EQ(ReadDescriptor(folder)->Read(buffer).status().code(), StatusCode::kIo);
  close(folder);
  EXPECT_EQ(ReadDescriptor(-1)->Read(buffer).status().code(), StatusCode::kIo);
}

}  // namespace
}  // namespace muragat
