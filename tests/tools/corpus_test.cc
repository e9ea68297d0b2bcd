// Real texts through the real program. They lie where MURAGAT_CORPORA says, or beside the checkout.
#include <cstdlib>
#include <filesystem>
#include <map>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "import/json_lines.h"
#include "muragat/base/hash.h"
#include "tests/tools/child.h"
#include "tests/tools/json_line.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

// A file below `corpora` and `samples`; empty where it is not there.
std::string FindShared(const std::string& name) {
  const char* given = std::getenv("MURAGAT_CORPORA");
  const fs::path folder = given != nullptr ? fs::path(given) : fs::path(MURAGAT_SOURCE_DIR) / "../shared";
  const fs::path path = folder / name;
  return fs::exists(path) ? path.string() : "";
}

TEST(CorpusPage, OfKazakhstanHasNineRows) {
  const std::string path = FindShared("samples/kz/elections-and-political-reforms.txt");
  if (path.empty()) GTEST_SKIP() << "skipped: no corpus";
  const Workbench bench;
  const std::string id = "kz/elections-and-political-reforms";
  ASSERT_EQ(
      bench.Run({"import", path, "--document", id, "--captured", "2021-06-01", "--language", "en"}).code, 0);
  const std::vector<std::string> titles = {"Domestic Policy",
                                           "Elections & Political Reforms",
                                           "Institute of Parliamentary Opposition",
                                           "National Council of Public Trust",
                                           "Multi-party System",
                                           "Party List Quotas",
                                           "Past Elections",
                                           "Peaceful Assembly",
                                           "Political Reforms"};
  const auto rows = Lines(bench.Run({"tree", id, "--json"}).out);
  ASSERT_EQ(rows.size(), titles.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    const JsonLine row(rows[i]);
    EXPECT_EQ(row.Text("title"), titles[i]);
    EXPECT_EQ(row.Text("depth"), std::to_string(std::min<size_t>(i, 2)));
    EXPECT_EQ(row.Text("teaser"), i == 0 ? "false" : "true");
    EXPECT_EQ(row.Text("section"), "s" + std::to_string(i + 1));
    EXPECT_EQ(row.Text("since"), "2021-06-01");
  }
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::string bytes(fs::file_size(path), '\0');
  ASSERT_EQ(::read(file, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  ::close(file);
  EXPECT_EQ(bench.Run({"show", id, "--raw"}).out, bytes);
  EXPECT_NE(bytes.find("thge political processes"), std::string::npos);  // a misspelling of the source stays
  EXPECT_NE(bench.Run({"show", id + "#National Council", "--raw"}).out.find("The Coucil is"),
            std::string::npos);
  EXPECT_NE(bench.Run({"show", id + "#Multi", "--raw"}).out.find("“Different Opinions – One Nation.”"),
            std::string::npos);
}

// What a corpus says of each document and date: the hash of the text, or nothing where it was removed. The
// later line wins.
using Truth = std::map<std::pair<std::string, std::string>, std::optional<uint64_t>>;

Truth ReadTruth(const std::string& path) {
  Truth truth;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const auto source = Decompress(ReadDescriptor(file));
  import::JsonLinesReader reader(*source);
  while (true) {
    const auto line = reader.ReadNext();
    if (!line.ok() || !*line) break;
    const Result<State>& state = (*line)->state;
    if (!state.ok()) continue;
    auto& slot = truth[{state->document.text(), FormatDate(state->valid)}];
    slot.reset();
    if (state->content) slot = Hash64(state->content->Text());
  }
  ::close(file);
  return truth;
}

// %23 for # and %25 for %.
std::string AddressOf(const std::string& document) {
  std::string address;
  for (const char c : document) address += c == '#' ? "%23" : c == '%' ? "%25" : std::string(1, c);
  return address;
}

struct Corpus {
  const char* name;
  size_t states;  // with removals
  size_t documents;
};

class CorpusImport : public testing::TestWithParam<Corpus> {};

TEST_P(CorpusImport, EveryStateComesBackByteForByteAtItsOwnDate) {
  const Corpus& corpus = GetParam();
  const std::string path = FindShared("corpora/" + std::string(corpus.name) + ".jsonl.zst");
  if (path.empty()) GTEST_SKIP() << "skipped: no corpus";
  const Workbench bench;
  Child import(ProgramWords(bench, {"import", path, "-q"}));
  const Outcome imported = import.Wait();
  ASSERT_EQ(imported.code, 0) << imported.err;
  const std::string last = "committed " + std::to_string(corpus.states) + " states in " +
                           std::to_string(corpus.documents) + " documents, commit ";
  EXPECT_EQ(imported.out.substr(0, last.size()), last);
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_LT(import.peak_bytes(), uint64_t{512} << 20);
#endif
  RecordProperty("peak_mib", static_cast<int>(import.peak_bytes() >> 20));

  const Truth truth = ReadTruth(path);
  EXPECT_GT(truth.size(), corpus.documents);
  std::string questions;
  for (const auto& [key, hash] : truth) questions += AddressOf(key.first) + "\t" + key.second + "\n";
  Child answers(ProgramWords(bench, {"cat", "--batch"}), {.input = bench.Write("questions", questions)});
  for (const auto& [key, hash] : truth) {
    const std::string line = answers.ReadLine();
    if (!hash) {
      ASSERT_EQ(line, "missing") << key.first << " " << key.second;
      continue;
    }
    ASSERT_NE(line, "missing") << key.first << " " << key.second;
    const std::string text = answers.ReadBytes(std::stoull(line));
    ASSERT_EQ(Hash64(text), *hash) << key.first << " " << key.second;
    ASSERT_EQ(answers.ReadBytes(1), "\n");
  }
  EXPECT_EQ(answers.Wait().code, 0);
  const Outcome verified = RunProgram(bench, {"verify"});
  EXPECT_EQ(verified.code, 0) << verified.out;

  const Outcome again = RunProgram(bench, {"import", path, "-q"});
  EXPECT_EQ(again.out.substr(0, 40), "committed 0 states in 0 documents, commi");
}

INSTANTIATE_TEST_SUITE_P(Corpus, CorpusImport,
                         testing::Values(Corpus{"kz-laws", 46, 26}, Corpus{"code-civil", 4094, 2802},
                                         Corpus{"site-policy", 1267, 152}, Corpus{"ota-pga", 4842, 133}),
                         [](const auto& corpus) {
                           std::string name = corpus.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace muragat::tools
