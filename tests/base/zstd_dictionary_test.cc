#include "muragat/base/zstd_dictionary.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <zdict.h>
#include <zstd.h>

namespace muragat {
namespace {

// A dictionary begins with its magic number and its id, least byte first; here without what follows.
std::string Beginning(char id) { return std::string("\x37\xa4\x30\xec", 4) + id + std::string(3, '\0'); }

// Made of 2,000 lines that differ in a number and in `word`.
std::string Dictionary(const std::string& word) {
  std::string lines;
  std::vector<size_t> sizes;
  for (int i = 0; i < 2000; ++i) {
    const std::string line = "Article " + std::to_string(i) + ". The " + word + " has " +
                             std::to_string(i * 7919 % 1000) + " deputies, elected for four years.\n";
    lines += line;
    sizes.push_back(line.size());
  }
  std::string made(4096, '\0');
  const size_t size = ZDICT_trainFromBuffer(made.data(), made.size(), lines.data(), sizes.data(),
                                            static_cast<unsigned>(sizes.size()));
  EXPECT_FALSE(ZDICT_isError(size));
  made.resize(ZDICT_isError(size) ? 0 : size);
  return made;
}

TEST(ZstdDictionaries, DecompressWhatWasCompressedWithTheirBytes) {
  const std::string text = "Article 50. The Majilis has 67 deputies, elected for four years.\n";
  ZstdDictionaries dictionaries;
  ZSTD_CCtx* const compression = ZSTD_createCCtx();
  ZSTD_DCtx* const decompression = ZSTD_createDCtx();
  const void* first = nullptr;
  for (int turn = 0; turn < 30; ++turn) {  // of more dictionaries than are held
    const std::string dictionary = Dictionary("chamber " + std::to_string(turn % 10));
    std::string packed(1000, '\0'), unpacked(text.size(), '\0');
    const size_t size = ZSTD_compress_usingDict(compression, packed.data(), packed.size(), text.data(),
                                                text.size(), dictionary.data(), dictionary.size(), 9);
    ASSERT_FALSE(ZSTD_isError(size));
    const ZSTD_DDict* made = dictionaries.Find(dictionary.data(), dictionary.size());
    ASSERT_NE(made, nullptr);
    ASSERT_EQ(ZSTD_decompress_usingDDict(decompression, unpacked.data(), unpacked.size(), packed.data(), size,
                                         made),
              text.size());
    EXPECT_EQ(unpacked, text);
    const std::string copy = dictionary;
    EXPECT_EQ(dictionaries.Find(copy.data(), copy.size()), made) << "the bytes count, not where they are";
    if (turn == 0) first = made;
    if (turn == 1) {
      EXPECT_NE(made, first);
    }
  }
  ZSTD_freeCCtx(compression);
  ZSTD_freeDCtx(decompression);
}

TEST(ZstdDictionaries, BytesWithoutAnIdAreNone) {
  ZstdDictionaries dictionaries;
  EXPECT_EQ(dictionaries.Find(nullptr, 0), nullptr);
  EXPECT_EQ(dictionaries.Find("any text will do", 16), nullptr);
  const std::string no_id = Beginning('\0');
  EXPECT_EQ(dictionaries.Find(no_id.data(), no_id.size()), nullptr);
}

TEST(ZstdDictionaries, ADamagedOneIsLeftToZstd) {
  ZstdDictionaries dictionaries;
  const std::string cut = Beginning('\7') + "no tables";
  EXPECT_EQ(dictionaries.Find(cut.data(), cut.size()), nullptr);
}

}  // namespace
}  // namespace muragat
