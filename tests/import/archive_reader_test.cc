#include "import/archive_reader.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "muragat/base/deflate.h"
#include "tests/import/memory_file.h"
#include "tests/support/archive_bytes.h"

namespace muragat::import {
namespace {

// A line an entry, "name: bytes" or "name! why"; then why there is no end.
std::string ReadAll(const Result<std::unique_ptr<ArchiveReader>>& reader) {
  if (!reader.ok()) return "no reader: " + reader.status().message() + "\n";
  std::string lines;
  ArchiveEntry entry;
  while (true) {
    const auto found = (*reader)->ReadInto(entry);
    if (!found.ok()) return lines + "end: " + found.status().message() + "\n";
    if (!*found) return lines;
    lines += entry.name;
    lines += entry.bytes.ok() ? ": " + *entry.bytes : "! " + entry.bytes.status().message();
    lines += '\n';
  }
}

std::string ReadTar(const std::string& bytes, const ArchiveLimits& limits = {}) {
  const auto source = ReadMemory(bytes);
  return ReadAll(ArchiveReader::OpenTar(
      *source, [&] { return bytes.size(); }, limits));
}

std::string ReadZip(const std::string& bytes, const ArchiveLimits& limits = {}) {
  MemoryFile file(bytes);
  return ReadAll(ArchiveReader::OpenZip(file, limits));
}

const std::vector<test::ArchiveFile>& Hostile() {
  static const std::vector<test::ArchiveFile> files = {
      {"../up.md", "x"},    {"a/../../up.md", "x"}, {"/etc/passwd", "x"}, {"C:\\x.md", "x"},
      {"c:x.md", "x"},      {"a\\..\\b.md", "x"},   {"a//b.md", "x"},     {"a/./b.md", "x"},
      {"bell\x07.md", "x"}, {"\xff.md", "x"},       {"good.md", "y"},
  };
  return files;
}

TEST(ArchiveReader, GivesTheFilesOfTarAndZip) {
  const std::vector<test::ArchiveFile> files = {
      {"site/", "", '5'}, {"./site/a.md", "# A"}, {"Закон/бет.md", "# Б"}, {"empty", ""}};
  EXPECT_EQ(ReadTar(test::MakeTar(files)), "site/a.md: # A\nЗакон/бет.md: # Б\nempty: \n");
  const std::vector<test::ArchiveFile> plain(files.begin() + 1, files.end());
  EXPECT_EQ(ReadZip(test::MakeZip(plain)), "site/a.md: # A\nЗакон/бет.md: # Б\nempty: \n");
}

TEST(ArchiveReader, RefusesHostileNamesOneByOne) {
  for (const std::string& lines : {ReadTar(test::MakeTar(Hostile())), ReadZip(test::MakeZip(Hostile()))}) {
    EXPECT_EQ(std::count(lines.begin(), lines.end(), '!'), 10) << lines;
    EXPECT_NE(lines.find("good.md: y\n"), std::string::npos) << lines;
    EXPECT_EQ(lines.find(": x\n"), std::string::npos) << lines;
  }
}

TEST(ArchiveReader, ANameBeyondANulIsNotReached) {
  const std::string zip = test::MakeZip({{std::string("a.md\0/../../b", 13), "x"}});
  EXPECT_EQ(ReadZip(zip).find(".."), std::string::npos) << ReadZip(zip);
}

TEST(ArchiveReader, RefusesANameOfMoreThanAThousandBytes) {
  const std::string lines = ReadZip(test::MakeZip({{std::string(1025, 'a'), "x"}, {"b", "y"}}));
  EXPECT_NE(lines.find("it is longer than 1024 bytes"), std::string::npos) << lines;
  EXPECT_NE(lines.find("b: y\n"), std::string::npos) << lines;
}

TEST(ArchiveReader, RefusesWhatIsNoRegularFile) {
  EXPECT_EQ(ReadTar(test::MakeTar({{"soft", "", '2', "/etc/passwd"},
                                   {"hard", "", '1', "a"},
                                   {"device", "", '3'},
                                   {"pipe", "", '6'},
                                   {"a", "x"}})),
            "soft! it is a symbolic link\nhard! it is a link\ndevice! it is no regular file\n"
            "pipe! it is no regular file\na: x\n");
  EXPECT_EQ(ReadZip(test::MakeZip({{"soft", "/etc/passwd", '2'}, {"a", "x"}})),
            "soft! it is a symbolic link\na: x\n");
}

TEST(ArchiveReader, NamesWhatIsEncrypted) {
  test::ArchiveFile secret{"secret.md", "0123456789abcdef"};
  secret.encrypted = true;
  EXPECT_EQ(ReadZip(test::MakeZip({secret, {"a", "x"}})), "secret.md! it is encrypted\na: x\n");
}

TEST(ArchiveReader, PassesOverAnEntryThatIsTooLong) {
  const ArchiveLimits limits{.max_entry_bytes = 2};
  const std::vector<test::ArchiveFile> files = {{"long", "xyz"}, {"a", "xy"}};
  EXPECT_EQ(ReadTar(test::MakeTar(files), limits), "long! it is longer than 0 MiB\na: xy\n");
  EXPECT_EQ(ReadZip(test::MakeZip(files), limits), "long! it is longer than 0 MiB\na: xy\n");
}

TEST(ArchiveReader, EndsAtTooManyFiles) {
  const ArchiveLimits limits{.max_entries = 1};
  const std::vector<test::ArchiveFile> files = {{"a", "x"}, {"b", "y"}};
  EXPECT_EQ(ReadTar(test::MakeTar(files), limits), "a: x\nend: the archive holds more than 1 files\n");
  EXPECT_EQ(ReadZip(test::MakeZip(files), limits), "no reader: the archive holds more than 1 files\n");
}

TEST(ArchiveReader, EndsWhereItUnpacksToTooMuch) {
  const std::string zeros(1 << 20, '\0');
  const auto packed = Deflate(zeros);
  ASSERT_TRUE(packed.ok());
  test::ArchiveFile bomb{.name = "bomb"};
  bomb.packed = *packed;
  bomb.unpacked_bytes = zeros.size();
  const ArchiveLimits limits{.free_bytes = 1 << 18, .max_ratio = 10};
  const std::string end = "end: the archive unpacks to more than 10 times its size";
  EXPECT_NE(ReadZip(test::MakeZip({bomb}), limits).find(end), std::string::npos);
  const std::string tar = test::MakeTar({{"a", zeros}});
  const auto source = ReadMemory(tar);
  EXPECT_NE(ReadAll(ArchiveReader::OpenTar(
                        *source, [] { return 1'000; }, limits))
                .find(end),
            std::string::npos);
}

TEST(ArchiveReader, ACutArchiveIsDamaged) {
  const std::string tar = test::MakeTar({{"a", "x"}, {"b", std::string(2'000, 'y')}});
  EXPECT_NE(ReadTar(tar.substr(0, 1'700)).find("damaged"), std::string::npos)
      << ReadTar(tar.substr(0, 1'700));
  const std::string zip = test::MakeZip({{"a", "x"}});
  EXPECT_NE(ReadZip(zip.substr(0, zip.size() - 30)).find("damaged"), std::string::npos);
}

TEST(CheckEntryName, SaysWhatIsWrong) {
  EXPECT_TRUE(CheckEntryName("a/b..c/§ 5.md").ok());
  EXPECT_EQ(CheckEntryName("a\\b").message(), "its name holds a backslash");
  EXPECT_EQ(CheckEntryName("C:/x").message(), "its name begins with a drive's letter");
  EXPECT_FALSE(CheckEntryName("").ok());
  EXPECT_FALSE(CheckEntryName(std::string_view("a\0b", 3)).ok());
}

}  // namespace
}  // namespace muragat::import
