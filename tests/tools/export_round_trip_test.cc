// What --to jsonl writes gives, imported into an empty archive, the same answers.
#include <random>

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

constexpr uint32_t kSeed = 20220605;

// An archive with everything that a history can hold.
void ImportEverything(const Workbench& bench) {
  ImportSample(bench);
  // Coarse dates, and several states of one first instant.
  bench.Import("coarse", "2001", "of the year", {"--reform", "A"});
  bench.Import("coarse", "2001-01", "of the month", {"--reform", "A"});
  bench.Import("coarse", "2001-01-01", "of the day", {"--reform", "A"});
  bench.Import("coarse", "2001-01-01T00:00:00Z", "of the second", {"--reform", "A"});
  // Ties: a correction under one reform, two reforms of one day, and a flip back to an earlier text.
  bench.Import("ties", "2005-05-05", "first", {"--reform", "A"});
  bench.Import("ties", "2005-05-05", "corrected", {"--reform", "A"});
  bench.Import("ties", "2005-05-05", "of another reform", {"--reform", "B"});
  bench.Import("ties", "2005-05-05", "first", {"--reform", "A"});
  bench.Import("ties", "2004-01-01", "dated before, recorded later");
  // Removals, a return, withdrawals of a text and of a removal.
  bench.Import("gone", "2001", "# Gone\n\nhere\n");
  ASSERT_EQ(bench.Run({"remove", "gone", "--date", "2003", "--reform", "Repeal", "--author", "me"}).code, 0);
  bench.Import("gone", "2006", "# Gone\n\nhere again\n");
  bench.Import("withdrawn", "2001", "stands");
  bench.Import("withdrawn", "2007", "a mistake");
  ASSERT_EQ(bench.Run({"withdraw", "withdrawn", "2007", "--because", "wrong"}).code, 0);
  ASSERT_EQ(bench.Run({"remove", "withdrawn", "--date", "2009", "--reform", "Repeal"}).code, 0);
  ASSERT_EQ(bench.Run({"withdraw", "withdrawn", "2009", "--because", "wrong too"}).code, 0);
  // Seen, with a source and an author, in the plain layout; empty; odd bytes.
  const std::string page =
      bench.Write("page.txt", "Domestic Policy\n\nPage\n\nText that is c... Read more\r\n");
  ASSERT_EQ(bench
                .Run({"import", page, "--captured", "2010-10-10T10:10:10Z", "--source", "https://x.example/ü",
                      "--author", "Ә", "--language", "kk"})
                .code,
            0);
  bench.Import("empty.txt", "2001", "");
  bench.Import("odd \"name\"\\", "2001",
               "\xef\xbb\xbf\"quoted\" \\ \x01 \x7f \u2028 \U0001f1f0\U0001f1ff\r\n");
}

// Every question that tells two archives apart: each document on each of many days.
std::string Questions() {
  std::string questions;
  const std::vector<std::string> documents = {"kz/parliament",
                                              "kz/parliament-ru",
                                              "kz/parliament-kk",
                                              "kz/parliament-zh",
                                              "coarse",
                                              "ties",
                                              "gone",
                                              "withdrawn",
                                              "page",
                                              "empty.txt",
                                              "odd \"name\"\\"};
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<int> year(1994, 2025), month(1, 12), day(1, 28);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  for (int i = 0; i < 1000; ++i) {
    const std::string date = std::to_string(year(random)) + "-" + two(month(random)) + "-" + two(day(random));
    questions += documents[random() % documents.size()] + "\t" + date + "\n";
  }
  for (const std::string& document : documents) {
    for (const std::string date :
         {"2000-12-31T23:59:59Z", "2001-01-01T00:00:00Z", "2001", "2005-05-05", "2007-01-01", "2009-01-01",
          "2010-10-10T10:10:09Z", "2010-10-10T10:10:10Z", "9999"}) {
      questions.append(document).append("\t").append(date).append("\n");
    }
  }
  return questions;
}

class RoundTrip : public testing::Test {
 protected:
  RoundTrip() {
    ImportEverything(bench_);
    states_ = bench_.Run({"export", "--to", "jsonl"}).out;
    const Outcome outcome = copy_.Run({"import", "-"}, states_);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
  }
  Workbench bench_, copy_;
  std::string states_;
};

TEST_F(RoundTrip, GivesTheSameTextOnEveryDay) {
  const std::string questions = Questions();
  const std::string answers = bench_.Run({"cat", "--batch"}, questions).out;
  EXPECT_EQ(copy_.Run({"cat", "--batch"}, questions).out, answers) << "seed " << kSeed;
  EXPECT_NE(answers.find("missing"), std::string::npos);
  EXPECT_EQ(answers.find("a mistake"), std::string::npos);
}

TEST_F(RoundTrip, GivesTheSameStatesAgain) {
  EXPECT_EQ(copy_.Run({"export", "--to", "jsonl"}).out, states_);
  EXPECT_EQ(copy_.Run({"verify"}).code, 0);
  for (const std::string what :
       {"\"date\":\"2001\"", "\"date\":\"2001-01\"", "\"date\":\"2001-01-01T00:00:00Z\"",
        "\"basis\":\"seen\"", "\"body\":null", "\"type\":\"text/plain\"",
        "\"source\":\"https://x.example/ü\"", "\"language\":\"kk\""}) {
    EXPECT_NE(states_.find(what), std::string::npos) << what;
  }
}

TEST_F(RoundTrip, GivesTheSameTreesAndReforms) {
  for (const std::string document : {"kz/parliament", "gone", "page", "odd \"name\"\\"}) {
    EXPECT_EQ(copy_.Run({"tree", document, "--json"}).out, bench_.Run({"tree", document, "--json"}).out);
  }
  EXPECT_EQ(copy_.Run({"documents", "--json"}).out, bench_.Run({"documents", "--json"}).out);
  // A reform whose only edition was withdrawn is in no state.
  std::string reforms;
  for (const std::string& line : Lines(bench_.Run({"reform", "list", "--json"}).out)) {
    if (line.find("2009/repeal") == std::string::npos) reforms += line + "\n";
  }
  EXPECT_EQ(copy_.Run({"reform", "list", "--json"}).out, reforms);
}

TEST_F(RoundTrip, OfWhatWasKnownEarlierGivesTheAnswersOfThen) {
  Workbench earlier;
  const std::string states = bench_.Run({"export", "--to", "jsonl", "--known-at", "16"}).out;
  ASSERT_EQ(earlier.Run({"import", "-"}, states).code, 0);
  std::string asked = Questions(), asked_then;
  for (const std::string& line : Lines(asked)) asked_then += line + "\t16\n";
  EXPECT_EQ(earlier.Run({"cat", "--batch"}, asked).out, bench_.Run({"cat", "--batch"}, asked_then).out);
}

}  // namespace
}  // namespace muragat::tools
