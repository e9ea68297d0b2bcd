#include "import/zip_directory.h"

#include <gtest/gtest.h>

#include "tests/import/memory_file.h"
#include "tests/support/archive_bytes.h"

namespace muragat::import {
namespace {

uint64_t Count(const std::string& bytes, uint64_t most = 1'000'000) {
  MemoryFile file(bytes);
  return CountZipEntries(file, most).value();
}

std::string ZipOf(size_t count) {
  std::vector<test::ArchiveFile> files;
  for (size_t i = 0; i < count; ++i) files.push_back({std::to_string(i) + ".md", "x"});
  return test::MakeZip(files);
}

TEST(CountZipEntries, CountsWhatTheDirectoryLists) {
  EXPECT_EQ(Count(ZipOf(0)), 0u);
  EXPECT_EQ(Count(ZipOf(1)), 1u);
  EXPECT_EQ(Count(ZipOf(3'000)), 3'000u) << "in several blocks";
  EXPECT_EQ(Count(ZipOf(70'000)), 70'000u) << "more than its end can say";
  EXPECT_EQ(Count(ZipOf(3'000), 2'001), 2'001u);
  EXPECT_EQ(Count("a program before it" + ZipOf(2)), 2u);
}

// What a zip of more than 65,535 entries, or of 4 GiB, ends with.
TEST(CountZipEntries, ReadsTheLongerRecordAtTheEnd) {
  std::string zip = ZipOf(2);
  const size_t end = zip.size() - 22;
  const std::string directory_bytes = zip.substr(end + 12, 4);
  std::string longer("PK\x06\x06");
  longer.append(36, '\0').append(directory_bytes).append(12, '\0');
  std::string place("PK\x06\x07");
  place.append(4, '\0').append({static_cast<char>(end & 0xff), static_cast<char>(end >> 8)}).append(10, '\0');
  zip.replace(end + 12, 4, "\xff\xff\xff\xff");
  zip.insert(end, longer + place);
  EXPECT_EQ(Count(zip), 2u);
  zip[end] = 'x';
  EXPECT_EQ(Count(zip), 0u);
}

TEST(CountZipEntries, FindsNoneWhereThereIsNoDirectory) {
  EXPECT_EQ(Count(""), 0u);
  EXPECT_EQ(Count("PK\x05\x06"), 0u);
  const std::string zip = ZipOf(2);
  for (size_t size = 0; size < zip.size(); ++size) EXPECT_LE(Count(zip.substr(0, size)), 2u);
  for (size_t at = 0; at < zip.size(); ++at) {
    std::string damaged = zip;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
    EXPECT_LE(Count(damaged), 2u) << at;
  }
}

}  // namespace
}  // namespace muragat::import
