#include "tools/changes.h"

#include <gtest/gtest.h>

#include "tests/tools/json_line.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Changes, ShowTheSentenceBeforeAndAfter) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"changes", "--since", "1998", "kz/parliament"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out,
            "kz/parliament#s4\t1998-10-07\t+8 −0\tAmendments of 1998\tArticle 49. Laws\n"
            "    + ## Article 49. Laws The Parliament makes the laws.\n"
            "kz/parliament#s2\t1998-10-07\t+1 −1\tAmendments of 1998\tArticle 50. Majilis\n"
            "    - The Majilis has 67 deputies.\n"
            "    + The Majilis has 77 deputies.\n");
}

TEST(Changes, BeginWithTheMostWords) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nOne.\n");
  bench.Import("b", "2001", "# B\n\nOne two three four five six.\n");
  bench.Import("a", "2002", "# A\n\nOne two.\n");
  const Outcome all = bench.Run({"changes", "--since", "2001", "--json"});
  std::vector<std::string> addresses;
  for (const std::string& line : Lines(all.out)) addresses.push_back(*JsonLine(line).Text("address"));
  EXPECT_EQ(addresses, (std::vector<std::string>{"b#s1", "a#s1", "a#s1"}));
  const Outcome one = bench.Run({"changes", "--since", "2001", "-n", "1"});
  EXPECT_EQ(one.out.substr(0, one.out.find('\t')), "b#s1");
  EXPECT_EQ(one.err, "the 1 greatest of 3 changes are shown\n");
}

TEST(Changes, AreOfTheDatesThatAreAskedFor) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"changes", "--since", "1996", "--until", "1997"}).code, 1);
  EXPECT_EQ(Lines(bench.Run({"changes", "--since", "1998-10-07", "--until", "1998", "--json"}).out).size(),
            2u);
  EXPECT_EQ(bench.Run({"changes", "--since", "1999"}).err, "nothing changed since 1999\n");
  EXPECT_EQ(bench.Run({"changes"}).code, 2);
}

TEST(Changes, ThatWereLearnedLateAreNewByTheDateOfRecording) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nOne.\n");
  bench.clock.Set("2024-06-01T00:00:00Z");
  bench.Import("a", "1999", "# A\n\nZero.\n");
  const Outcome outcome = bench.Run({"changes", "--since", "2024-05", "--recorded", "--json"});
  ASSERT_EQ(Lines(outcome.out).size(), 1u) << outcome.out;
  EXPECT_EQ(JsonLine(Lines(outcome.out)[0]).Text("valid"), "1999");
  EXPECT_EQ(bench.Run({"changes", "--since", "2024-05"}).code, 1);
}

TEST(Changes, HaveTheDocumentedFields) {
  const Workbench bench;
  ImportSample(bench);
  const std::vector<std::string> lines = Lines(bench.Run({"changes", "--since", "1998", "--json"}).out);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1],
            "{\"address\":\"kz/parliament#s2\",\"document\":\"kz/parliament\",\"section\":\"s2\","
            "\"title\":\"Article 50. Majilis\",\"valid\":\"1998-10-07\",\"reform\":\"Amendments of 1998\","
            "\"reform_id\":\"1998-10-07/amendments-of-1998\",\"commit\":2,"
            "\"recorded\":\"2024-01-15T10:00:00Z\",\"events\":[\"changed\"],\"kind\":\"substantive\","
            "\"words_in\":1,\"words_out\":1,\"passages\":[{\"before\":\"The Majilis has 67 deputies.\","
            "\"after\":\"The Majilis has 77 deputies.\"}],\"passages_left_out\":0}");
}

// What stands in <id> of each entry.
std::vector<std::string> Ids(const std::string& feed) {
  std::vector<std::string> ids;
  for (size_t at = 0; (at = feed.find("<entry><id>", at)) != std::string::npos; ++at)
    ids.push_back(feed.substr(at + 11, feed.find('<', at + 11) - at - 11));
  return ids;
}

TEST(Changes, InAFeedHaveIdsThatAreTheSameInEveryArchive) {
  const Workbench bench, other;
  ImportSample(bench);
  other.clock.Set("2025-01-01T00:00:00Z");
  other.Import("first", "1990", "# Another\n\nText.\n");
  // In another order, so that numbers of sections and commits differ.
  other.Import("kz/parliament", "1998-10-07", kEnglish1998,
               {"--reform", "Amendments of 1998", "--language", "en"});
  other.Import("kz/parliament", "1995-08-30", kEnglish1995,
               {"--reform", "Constitution of 1995", "--language", "en"});
  const Words words = {"changes", "--since", "1998", "--atom"};
  const Outcome feed = bench.Run(words), again = other.Run(words);
  EXPECT_EQ(Ids(feed.out).size(), 2u) << feed.out;
  EXPECT_EQ(Ids(feed.out), Ids(again.out));
  EXPECT_EQ(Ids(feed.out)[0].substr(0, 32), "tag:muragat.invalid,2026:change:");
  EXPECT_EQ(feed.out, bench.Run(words).out);
  EXPECT_NE(feed.out.find("<updated>2024-01-15T10:00:00Z</updated>"), std::string::npos);
}

}  // namespace
}  // namespace muragat::tools
