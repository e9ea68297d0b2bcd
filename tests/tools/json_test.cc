// What doc/cli.md says of --json: one object a line, these fields, and diffs that can be carried out.
#include <random>

#include <gtest/gtest.h>

#include "tests/tools/json_line.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

constexpr uint32_t kSeed = 20190717;

void ExpectFields(const std::string& line, const std::vector<std::string>& wanted) {
  const auto fields = JsonLine(line).Fields();
  for (const std::string& field : wanted) {
    EXPECT_NE(std::find(fields.begin(), fields.end(), field), fields.end()) << field << " is not in " << line;
  }
}

TEST(Json, EveryLineIsAnObjectWithTheDocumentedFields) {
  const Workbench bench;
  ImportSample(bench);
  const std::vector<std::pair<Words, std::vector<std::string>>> verbs = {
      {{"documents"}, {"document", "title", "language", "editions", "first", "last"}},
      {{"tree", "kz/parliament"},
       {"document", "section", "number", "title", "depth", "words", "teaser", "since"}},
      {{"log"},
       {"document", "section", "valid", "commit", "recorded", "reform", "kind", "words_in", "words_out"}},
      {{"diff", "kz/parliament", "1996", "1999"}, {"section", "events", "title", "old", "new", "ops"}},
      {{"stats"},
       {"documents", "sections", "editions", "revisions", "captures", "reforms", "commits", "raw_bytes",
        "stored_bytes", "families", "longest_chain"}},
      {{"verify"}, {"checked", "findings"}},
  };
  for (const auto& [verb, fields] : verbs) {
    Words words = verb;
    words.emplace_back("--json");
    const Outcome outcome = bench.Run(words);
    EXPECT_EQ(outcome.code, 0);
    const auto lines = Lines(outcome.out);
    EXPECT_FALSE(lines.empty());
    for (const std::string& line : lines) ExpectFields(line, fields);
  }
}

TEST(Json, DatesAreUniversalTimeOrAsCoarseAsTheyAre) {
  const Workbench bench;
  bench.clock.Set("2022-06-08T12:00:00+05:00");
  bench.Import("d", "2001-02-03T04:05:06+05:00", "a");
  bench.Import("d", "2002", "b");
  bench.Import("d", "2003-04", "c");
  const auto lines = Lines(bench.Run({"log", "d", "--json"}).out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(JsonLine(lines[0]).Text("valid"), "2003-04");
  EXPECT_EQ(JsonLine(lines[1]).Text("valid"), "2002");
  EXPECT_EQ(JsonLine(lines[2]).Text("valid"), "2001-02-02T23:05:06Z");
  EXPECT_EQ(JsonLine(lines[2]).Text("recorded"), "2022-06-08T07:00:00Z");
}

// A page of sections that come, go, move and change, in several scripts, with odd bytes.
std::string MakePage(std::mt19937& random) {
  static const std::vector<std::string> titles = {"Majilis",   "Сенат",     "Құрылтай", "选举",
                                                  "Article 1", "§ 2 Quota", "50-бап",   ""};
  static const std::vector<std::string> words = {"deputies",
                                                 "депутатов",
                                                 "депутат",
                                                 "名议员",
                                                 "107",
                                                 "98",
                                                 "the",
                                                 "\r\n",
                                                 "\n\n",
                                                 "\u00a0",
                                                 "é",
                                                 "e\u0301",
                                                 "\U0001f1f0\U0001f1ff",
                                                 "\\\"",
                                                 "\t"};
  std::string page;
  for (size_t section = random() % 3; section < 6; ++section) {
    const std::string& title = titles[random() % titles.size()];
    if (!title.empty()) page += "## " + title + "\n\n";
    for (size_t word = random() % 12; word > 0; --word) page += words[random() % words.size()] + " ";
    page += "\n\n";
  }
  return page;
}

TEST(JsonDiff, ItsOpsMakeTheNewOfTheOldForEveryPairOfNeighbours) {
  constexpr int kEditions = 60;
  std::mt19937 random(kSeed);
  const Workbench bench;
  std::vector<std::string> pages;
  for (int i = 0; i < kEditions; ++i) {
    pages.push_back(i % 11 == 10 ? "" : MakePage(random));
    const std::string date = std::to_string(1950 + i);
    bench.Import("d", date, pages.back());
  }
  for (int i = 1; i < kEditions; ++i) {
    const std::string from = std::to_string(1949 + i), to = std::to_string(1950 + i);
    const std::string where = "seed " + std::to_string(kSeed) + ", " + from + " to " + to;
    const Outcome outcome = bench.Run({"diff", "d", from, to, "--json"});
    ASSERT_EQ(outcome.code, 0) << where << outcome.err;
    EXPECT_EQ(outcome.out.empty(), pages[static_cast<size_t>(i - 1)] == pages[static_cast<size_t>(i)])
        << where;
    bool removed_came = false;
    for (const std::string& text : Lines(outcome.out)) {
      const JsonLine line(text);
      const auto older = line.Text("old"), newer = line.Text("new");
      EXPECT_EQ(line.ApplyOps(older.value_or("")), newer.value_or("")) << where << text;
      // The slices are those of the day; sections that were removed come last.
      const std::string address = "d#" + line.Text("section").value_or("?");
      if (older) {
        EXPECT_EQ(bench.Run({"show", address, "--as-of", from, "--raw"}).out, *older);
      }
      if (newer) {
        EXPECT_EQ(bench.Run({"show", address, "--as-of", to, "--raw"}).out, *newer);
      }
      EXPECT_FALSE(removed_came && newer) << where;
      removed_came = removed_came || !newer;
    }
  }
}

TEST(JsonDiff, ByCharacterAndByLineCanBeCarriedOutToo) {
  std::mt19937 random(kSeed);
  const Workbench bench;
  bench.Import("d", "2001", MakePage(random));
  bench.Import("d", "2002", MakePage(random));
  for (const std::string unit : {"char", "line"}) {
    for (const std::string& text :
         Lines(bench.Run({"diff", "d", "2001", "2002", "--unit", unit, "--json"}).out)) {
      const JsonLine line(text);
      EXPECT_EQ(line.ApplyOps(line.Text("old").value_or("")), line.Text("new").value_or("")) << text;
    }
  }
}

}  // namespace
}  // namespace muragat::tools
