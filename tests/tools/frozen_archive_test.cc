// Archives that earlier versions of the format left (tests/archives/make.sh) answer as they did when they
// were made, for ever.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "muragat/store/archive.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(MURAGAT_SOURCE_DIR) / "tests/archives";

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::set<std::string> Versions() {
  std::set<std::string> versions;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.is_directory()) versions.insert(entry.path().filename().string());
  }
  return versions;
}

TEST(FrozenArchives, AreThereForEveryVersionOfTheFormat) {
  std::set<std::string> expected;
  for (int version = 1; version <= kFormatVersion; ++version) expected.insert("v" + std::to_string(version));
  EXPECT_EQ(Versions(), expected);
}

class FrozenArchive : public testing::TestWithParam<std::string> {
 protected:
  FrozenArchive() {
    fs::copy(kFolder / GetParam() / "archive", bench_.Archive(), fs::copy_options::recursive);
  }
  std::string Kept(const std::string& name) const { return ReadFile(kFolder / GetParam() / name); }

  Workbench bench_;
};

TEST_P(FrozenArchive, AnswersAsItDidAndIsNotTouched) {
  const auto files = bench_.Fingerprint();
  EXPECT_EQ(bench_.Run({"export", "--to", "jsonl", "--history"}).out, Kept("states.jsonl"));
  EXPECT_EQ(bench_.Run({"log", "--json"}).out, Kept("log.jsonl"));
  EXPECT_EQ(bench_.Run({"lineage", "kz/parliament", "--json"}).out, Kept("lineage.jsonl"));
  EXPECT_EQ(bench_.Run({"blame", "kz/parliament", "--json"}).out, Kept("blame.jsonl"));
  EXPECT_EQ(bench_.Run({"phrase", "senators serve"}).out,
            "kz/parliament#s3\t1995-08-30\tnow\t"
            "Constitution of 1995\t\tArticle 51. Senate\n");
  // Their index of words counts nothing, or there is none.
  const Outcome verified = bench_.Run({"verify"});
  EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
  EXPECT_NE(verified.err.find("muragat reindex"), std::string::npos) << verified.err;
  EXPECT_NE(bench_.Run({"search", "senators"}).err.find("muragat reindex"), std::string::npos);
  EXPECT_EQ(bench_.Fingerprint(), files);
}

TEST_P(FrozenArchive, GoesOnInItsOwnFormat) {
  const std::string marker = bench_.Read("archive/MURAGAT");
  EXPECT_EQ(marker, "muragat archive\nformat " + GetParam().substr(1) + "\n");
  bench_.Import("kz/senate", "2024", "# Senate\n\nFifty senators.\n");
  const Outcome shown = bench_.Run({"show", "kz/senate", "--raw"});
  EXPECT_EQ(shown.out, "# Senate\n\nFifty senators.\n");
  for (const Words& words : {Words{"verify"}, {"compact"}, {"reindex"}, {"verify"}}) {
    const Outcome outcome = bench_.Run(words);
    EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
  }
  const Outcome found = bench_.Run({"search", "fifty"});
  EXPECT_NE(found.out.find("kz/senate#s1"), std::string::npos) << found.out;
  EXPECT_EQ(found.err.find("muragat reindex"), std::string::npos) << found.err;
  EXPECT_EQ(bench_.Read("archive/MURAGAT"), marker);
  EXPECT_EQ(bench_.Run({"lineage", "kz/parliament", "--json"}).out, Kept("lineage.jsonl"));
}

TEST_P(FrozenArchive, IsBackedUpAsItIs) {
  ASSERT_EQ(bench_.Run({"backup", bench_.Path("copy")}).code, 0);
  EXPECT_EQ(bench_.Read("copy/MURAGAT"), bench_.Read("archive/MURAGAT"));
  EXPECT_EQ(bench_.RunOn("copy", {"export", "--to", "jsonl", "--history"}).out, Kept("states.jsonl"));
}

INSTANTIATE_TEST_SUITE_P(Of, FrozenArchive, testing::ValuesIn(Versions()),
                         [](const auto& version) { return version.param; });

}  // namespace
}  // namespace muragat::tools
