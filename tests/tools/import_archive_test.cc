// Imports of zip and tar archives of files.
#include <algorithm>
#include <cstdlib>
#include <map>

#include <gtest/gtest.h>

#include "tests/support/archive_bytes.h"
#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

const std::vector<test::ArchiveFile>& Site() {
  static const std::vector<test::ArchiveFile> files = {
      {"2020-01-01/kz/page.md", "# A\n\nnew\n"},
      {"2019-07-17/kz/page.md", "# A\n\nold\n"},
      {"2019-07-17/.hidden", "x"},
      {"kz/other.2019-07-17.html", "<!doctype html><h1>Other</h1><p>text</p>"},
  };
  return files;
}

constexpr std::string_view kSiteOut =
    "kz/other: +1 added\nkz/page: +1 added, 1 changed in 2 states\n"
    "committed 3 states in 2 documents, commit 1\n";

std::string Sorted(const std::string& out) {
  auto lines = Lines(out);
  std::sort(lines.begin(), lines.end());
  std::string sorted;
  for (const auto& line : lines) sorted += line + "\n";
  return sorted;
}

TEST(ImportArchive, IsReadAsTheFolderThatItHolds) {
  for (const auto& [name, bytes] : std::map<std::string, std::string>{{"s.tar", test::MakeTar(Site())},
                                                                      {"s.zip", test::MakeZip(Site())}}) {
    const Workbench bench;
    const std::string path = bench.Write(name, bytes);
    const Outcome outcome = bench.Run({"import", path});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(Sorted(Workbench::WithoutRoot(outcome.out)), Sorted(std::string(kSiteOut))) << name;
    EXPECT_EQ(outcome.err, "muragat: " + path + ": passed over 1 hidden: 2019-07-17/.hidden\n");
    EXPECT_EQ(bench.Run({"show", "kz/page", "--as-of", "2019-08-01", "--raw"}).out, "# A\n\nold\n");
    EXPECT_EQ(bench.Run({"show", "kz/page", "--raw"}).out, "# A\n\nnew\n");
    EXPECT_EQ(Lines(Workbench::WithoutRoot(bench.Run({"import", path}).out)).back(),
              "committed 0 states in 0 documents, commit 1");
    for (const auto& [file, size] : bench.Fingerprint(""))
      EXPECT_EQ(file.find("page"), std::string::npos) << file;
  }
}

TEST(ImportArchive, IsUnpackedAndReadFromStandardInput) {
  const Workbench bench;
  const std::string path = bench.Write("s.tar", test::MakeTar(Site()));
  const Outcome plain = bench.Run({"import", "-"}, bench.Read("s.tar"));
  EXPECT_EQ(plain.code, 0) << plain.err;
  for (const std::string packer : {"gzip", "zstd -q"}) {
    const Workbench other;
    const std::string packed = other.Path("s.packed");
    if (std::system((packer + " <'" + path + "' >'" + packed + "' 2>/dev/null").c_str()) != 0) continue;
    EXPECT_EQ(other.Run({"import", packed}).out, plain.out) << packer;
  }
  const Outcome zip = bench.Run({"import", "-"}, test::MakeZip(Site()));
  EXPECT_EQ(zip.code, 2);
  EXPECT_NE(zip.err.find("a zip archive is read from its end"), std::string::npos) << zip.err;
}

TEST(ImportArchive, ItsOwnNameMayBeTheDateOrTheDocument) {
  const Workbench bench;
  bench.Write("in/kz/2019-07-17.zip", test::MakeZip({{"page.md", "# A\n"}}));
  bench.Write("in/parliament.tar", test::MakeTar({{"2021-05-25.md", "# P\n"}}));
  ASSERT_EQ(bench.Run({"import", bench.Path("in")}).code, 0);
  ASSERT_EQ(bench.Run({"import", bench.Path("in/kz/2019-07-17.zip")}).code, 0);
  EXPECT_EQ(bench.Run({"documents"}).out,
            "document    title  language  editions  first       last\n"
            "kz/page     A      und              1  2019-07-17  2019-07-17\n"
            "page        A      und              1  2019-07-17  2019-07-17\n"
            "parliament  P      und              1  2021-05-25  2021-05-25\n");
}

TEST(ImportArchive, HostileEntriesAreNamedAndTheOthersStay) {
  const Workbench bench;
  const std::string path = bench.Write("s.tar", test::MakeTar({{"../../up.md", "x"},
                                                               {"/etc/passwd", "x"},
                                                               {"soft.md", "", '2', "/etc/passwd"},
                                                               {"inner.tar", test::MakeTar({{"a.md", "x"}})},
                                                               {"evil\x1b[31m.md", "x"},
                                                               {"good.md", "# G\n"}}));
  const Outcome outcome = bench.Run({"import", path});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "good: +1 added\ncommitted 1 states in 1 documents, commit 1\n");
  EXPECT_EQ(Lines(outcome.err).size(), 5u) << outcome.err;
  EXPECT_EQ(outcome.err.find('\x1b'), std::string::npos);
  EXPECT_NE(outcome.err.find("inner.tar: it is an archive within an archive"), std::string::npos)
      << outcome.err;
}

TEST(ImportArchive, ADamagedOneLeavesTheArchiveAsItWas) {
  const Workbench bench;
  const std::string tar = test::MakeTar({{"a.md", "x"}, {"b.md", std::string(2'000, 'y')}});
  const Outcome cut = bench.Run({"import", bench.Write("s.tar", tar.substr(0, 1'700))});
  EXPECT_EQ(cut.code, 2);
  EXPECT_EQ(Lines(cut.err).size(), 1u) << cut.err;
  const std::string zip = test::MakeZip({{"a.md", "x"}});
  EXPECT_EQ(bench.Run({"import", bench.Write("s.zip", zip.substr(0, zip.size() - 25))}).code, 2);
  EXPECT_EQ(bench.Run({"import", bench.Write("e.zip", test::MakeZip({}))}).code, 2);
  EXPECT_TRUE(bench.Listing().empty());
}

// A sanitizer takes more memory for itself than is to be had here.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MURAGAT_NO_LIMIT
#endif
#endif
#ifdef MURAGAT_NO_LIMIT
constexpr const char* kLimit = "";
#else
constexpr const char* kLimit = "ulimit -d 262144; ";
#endif

TEST(ImportArchive, ABombIsRefusedWithinItsMemory) {
  const Workbench bench;
  constexpr size_t kMany = size_t{40} << 30;
  const std::string whole = bench.Write(
      "bomb.tar.zst", test::MakeZstdBomb(test::MakeTarHeader({"a.md", ""}, size_t{7} << 30), kMany));
  const std::string within = bench.Write(
      "within.tar.zst",
      test::MakeZstdBomb(test::MakeTarHeader({"a.html", ""}, size_t{60} << 20), size_t{200} << 20));
  for (const std::string& path : {whole, within}) {
    Words words = {"/bin/sh", "-c", kLimit + std::string("exec \"$0\" \"$@\"")};
    for (const std::string& word : ProgramWords(bench, {"import", path})) words.push_back(word);
    const Outcome outcome = Child(words).Wait();
    EXPECT_EQ(outcome.code, 2) << outcome.err;
    EXPECT_TRUE(bench.Listing().empty());
  }
}

TEST(ImportArchive, OfficeDocumentsAreNoArchivesOfPages) {
  const Workbench bench;
  const std::string path = bench.Write("law.zip", test::MakeZip({{"[Content_Types].xml", "<x/>"}}));
  const Outcome outcome = bench.Run({"import", path});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("office documents"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace muragat::tools
