// init, verify, stats and compact.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Init, MakesAnEmptyArchive) {
  const Workbench bench;
  const Outcome outcome = bench.Run({"init", "--origin", "example.org/kz"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(bench.Run({"documents"}).out, "");
  EXPECT_EQ(bench.Run({"documents"}).code, 0);
  EXPECT_EQ(bench.Run({"log"}).code, 1);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
  EXPECT_EQ(bench.Run({"init"}).code, 2);
}

TEST(Init, LeavesAFolderWithSomethingElseAlone) {
  const Workbench bench;
  bench.Write("archive/letter.txt", "dear");
  EXPECT_EQ(bench.Run({"init"}).code, 2);
  EXPECT_EQ(bench.Run({"init", "--dry-run"}).code, 2);
  EXPECT_EQ(bench.Run({"import", bench.Write("d.md", "x"), "--date", "2020"}).code, 2);
  EXPECT_EQ(bench.Listing(), (std::map<std::string, std::string>{{"letter.txt", "dear"}}));
}

TEST(Verify, SaysWhatItChecked) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
  EXPECT_EQ(bench.Run({"verify"}).out.substr(0, 33), "checked 4 documents, 5 editions, ");
  const std::string json = bench.Run({"verify", "--json"}).out;
  EXPECT_EQ(json.substr(0, 12), "{\"checked\":{");
  EXPECT_NE(json.find("},\"findings\":0}\n"), std::string::npos);
  EXPECT_EQ(bench.Run({"verify", "--quick"}).code, 0);
}

// RocksDB's assertions would end the program by a signal where some bytes at a table's end are others.
TEST(Verify, EndsWithAFindingWhateverBitOfATablesEndIsFlipped) {
  const Workbench bench;
  ImportSample(bench);
  ASSERT_EQ(RunProgram(bench, {"compact"}).code, 0);
  const auto files = bench.Listing();
  const auto table =
      std::find_if(files.begin(), files.end(), [](const auto& file) { return file.first.ends_with(".sst"); });
  ASSERT_NE(table, files.end());
  const std::string shown = RunProgram(bench, {"export", "--to", "jsonl", "--history"}).out;
  constexpr size_t kFooterBytes = 53;
  for (size_t at = table->second.size() - kFooterBytes; at < table->second.size(); ++at) {
    std::string flipped = table->second;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
    bench.Write("archive/" + table->first, flipped);
    const Outcome verified = RunProgram(bench, {"verify", "--json"});
    if (verified.code == 0) {
      EXPECT_EQ(RunProgram(bench, {"export", "--to", "jsonl", "--history"}).out, shown) << at;
      continue;
    }
    EXPECT_EQ(verified.code, 4) << "byte " << at << ": " << verified.err;
    EXPECT_EQ(verified.out.substr(0, 11), "{\"code\":\"V0") << at;
  }
}

TEST(Verify, LooksIntoTheIndexOfWords) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_NE(bench.Run({"verify"}).out.find(" records compared with the log), 46 indexed words: 0 findings\n"),
            std::string::npos)
      << bench.Run({"verify"}).out;
  EXPECT_EQ(bench.Run({"verify", "--quick"}).out.find("indexed"), std::string::npos);
  bench.Import("a", "2001", "# A\n\nMore.\n", {"--no-index"});
  EXPECT_NE(bench.Run({"verify"}).out.find("6 commits (8 records compared with the log): 0 findings\n"),
            std::string::npos);
}

TEST(Verify, FindsADamagedText) {
  const Workbench bench;
  bench.Import("kz/law", "2001", "# Law\n\nA text that nobody may change.\n");
  bool damaged = false;
  for (const auto& [path, bytes] : bench.Listing()) {
    const size_t place = bytes.find("nobody may");
    if (place == std::string::npos) continue;
    std::string changed = bytes;
    changed[place] = 'N';
    bench.Write("archive/" + path, changed);
    damaged = true;
  }
  ASSERT_TRUE(damaged) << "no file of the archive holds the text as it is";
  const Outcome outcome = bench.Run({"verify", "--json"});
  EXPECT_EQ(outcome.code, 4);
  const auto lines = Lines(outcome.out);
  ASSERT_GE(lines.size(), 2u);
  EXPECT_EQ(lines[0].substr(0, 11), "{\"code\":\"V0");
  for (const std::string field : {"\"document\":", "\"section\":", "\"commit\":", "\"message\":"}) {
    EXPECT_NE(lines[0].find(field), std::string::npos) << lines[0];
  }
  EXPECT_EQ(lines.back().find("\"findings\":0}"), std::string::npos);
  EXPECT_EQ(bench.Run({"show", "kz/law"}).code, 4);
}

TEST(Stats, HasTheDocumentedFields) {
  const Workbench bench;
  ImportSample(bench);
  const std::string row = bench.Run({"stats", "--json"}).out;
  // 3 + 4 sections' texts of which two are unchanged, 3, 3, 2.
  EXPECT_EQ(row.substr(0, row.find(",\"raw_bytes\"")),
            "{\"documents\":4,\"sections\":12,\"editions\":5,\"revisions\":13,\"captures\":5,\"reforms\":2,"
            "\"commits\":5");
  const size_t raw =
      kEnglish1995.size() + kEnglish1998.size() + kRussian.size() + kKazakh.size() + kChinese.size();
  EXPECT_NE(row.find("\"raw_bytes\":" + std::to_string(raw) + ",\"stored_bytes\":"), std::string::npos)
      << row;
  for (const std::string field : {"\"families\":{", "\"catalog\":", "\"edition\":", "\"revision\":",
                                  "\"capture\":", "\"log\":", "\"derived\":", "\"longest_chain\":1}"}) {
    EXPECT_NE(row.find(field), std::string::npos) << field << row;
  }
  EXPECT_EQ(Lines(bench.Run({"stats"}).out)[0].substr(0, 9), "documents");
}

TEST(Compact, ChangesNoAnswer) {
  const Workbench bench;
  ImportSample(bench);
  const std::string before = bench.Run({"export", "--to", "jsonl"}).out;
  const Outcome outcome = bench.Run({"compact"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out.substr(0, 11), "compacted: ");
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl"}).out, before);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
  EXPECT_EQ(bench.Run({"compact", "--json"}).out.substr(0, 16), "{\"bytes_before\":");
}

TEST(Reading, ChangesNoByte) {
  const Workbench bench;
  ImportSample(bench);
  const auto before = bench.Fingerprint();
  for (const Words& words : std::vector<Words>{{"documents"},
                                               {"tree", "kz/parliament"},
                                               {"show", "kz/parliament"},
                                               {"log"},
                                               {"diff", "kz/parliament", "1996", "1999"},
                                               {"reform", "list"},
                                               {"verify"},
                                               {"stats"},
                                               {"export", "--to", "jsonl"}}) {
    EXPECT_EQ(bench.Run(words).code, 0) << words[0];
  }
  EXPECT_EQ(bench.Run({"show", "nothing"}).code, 3);
  EXPECT_EQ(bench.Fingerprint(), before);
}

TEST(CheckpointRenew, DryRunSignsNothing) {
  const Workbench bench;
  bench.Import("law", "2001", "# Act\n");
  const auto before = bench.Fingerprint();
  EXPECT_EQ(bench.Run({"checkpoint", "--renew", "--dry-run"}).code, 0);
  EXPECT_EQ(bench.Fingerprint(), before);
}

}  // namespace
}  // namespace muragat::tools
