// Imports of many states at once: JSON lines.
#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

constexpr std::string_view kMixed =
    "{\"document\":\"a\",\"date\":\"2001\",\"reform\":\"R\",\"body\":\"# One\\n\"}\n"
    "{broken\n"
    "\n"
    "{\"document\":\"b\",\"date\":\"2022-02-31\",\"body\":\"x\"}\n"
    "{\"document\":\"../x\",\"date\":\"2001\",\"body\":\"x\"}\n"
    "{\"document\":\"x\\u0007\",\"date\":\"2001\",\"body\":\"x\"}\n"
    "{\"document\":\"Article D163..md\",\"date\":\"2001-02-03\",\"body\":\"x\"}\n"
    "{\"document\":\"c\",\"body\":\"x\"}\n"
    "{\"document\":\"a\",\"date\":\"2002\",\"reform\":\"R\",\"body\":null}";

TEST(ImportStream, NamesBadLinesByNumberAndKeepsTheOthers) {
  const Workbench bench;
  const std::string path = bench.Write("mixed.jsonl", kMixed);
  const Outcome outcome = bench.Run({"import", path});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "a: +1 added, text removed in 2 states\n"
            "Article D163..md: +1 added\n"
            "committed 3 states in 2 documents, commit 1\n");
  const auto lines = Lines(outcome.err);
  ASSERT_EQ(lines.size(), 5u) << outcome.err;
  const std::string where = "muragat: refused: " + path + " line ";
  for (const auto& [line, number] :
       std::map<size_t, std::string>{{0, "2: "}, {1, "4: "}, {2, "5: "}, {3, "6: "}, {4, "8: "}}) {
    EXPECT_EQ(lines[line].substr(0, where.size() + 3), where + number);
  }
  EXPECT_EQ(bench.Run({"show", "a", "--as-of", "2001", "--raw"}).out, "# One\n");
  EXPECT_EQ(bench.Run({"show", "a", "--as-of", "2002"}).code, 3);
  EXPECT_EQ(bench.Run({"show", "Article D163..md", "--raw"}).out, "x");
}

TEST(ImportStream, WithoutAnyGoodLineLeavesNothing) {
  const Workbench bench;
  const Outcome outcome = bench.Run({"import", bench.Write("bad.jsonl", "{\"document\":\"a\"}\n{}\n")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(Lines(outcome.err).size(), 3u) << outcome.err;
  EXPECT_TRUE(bench.Listing().empty());
}

TEST(ImportStream, OfNothingIsNothing) {
  const Workbench bench;
  const Outcome outcome = bench.Run({"import", bench.Write("empty.jsonl", "\n\n")});
  EXPECT_EQ(outcome.code, 2) << outcome.out;
  EXPECT_TRUE(bench.Listing().empty());
}

TEST(ImportStream, IsReadPlainCompressedAndFromStandardInput) {
  const std::string plain(kMixed);
  const Workbench bench;
  const std::string path = bench.Write("plain", plain);
  const Outcome zstd = Child({"zstd", "-q", path, "-o", bench.Path("squeezed")}).Wait();
  if (zstd.code == 127) GTEST_SKIP() << "skipped: no zstd on PATH";
  ASSERT_EQ(zstd.code, 0) << zstd.err;
  ASSERT_EQ(bench.Run({"import", path}).code, 6);
  const std::string states = bench.Run({"export", "--to", "jsonl"}).out;
  EXPECT_NE(states, "");
  const Workbench from_squeezed, from_plain_input, from_squeezed_input;
  EXPECT_EQ(from_squeezed.Run({"import", bench.Path("squeezed")}).code, 6);
  EXPECT_EQ(from_plain_input.Run({"import", "-"}, plain).code, 6);
  EXPECT_EQ(from_squeezed_input.Run({"import", "-", "--format", "jsonl"}, bench.Read("squeezed")).code, 6);
  for (const Workbench* other : {&from_squeezed, &from_plain_input, &from_squeezed_input}) {
    EXPECT_EQ(other->Run({"export", "--to", "jsonl"}).out, states);
  }
}

TEST(ImportStream, BrokenCompressionIsNamedAndLeavesTheArchiveAsItWas) {
  const Workbench bench;
  const std::string path = bench.Write("plain", std::string(20'000, '\n') + std::string(kMixed));
  if (Child({"zstd", "-q", path, "-o", bench.Path("squeezed")}).Wait().code != 0) {
    GTEST_SKIP() << "skipped: no zstd on PATH";
  }
  std::string bytes = bench.Read("squeezed");
  bytes.resize(bytes.size() - 5);
  for (const std::string format : {"jsonl", "markdown"}) {
    const Outcome outcome = bench.Run({"import", bench.Write("cut.zst", bytes), "--format", format});
    EXPECT_EQ(outcome.code, 2) << outcome.err;
    EXPECT_TRUE(bench.Listing().empty());
  }
}

TEST(ImportStream, TheSameFileTwiceAddsNoStateAndNoCommit) {
  const Workbench bench;
  const std::string path = bench.Write("mixed.jsonl", kMixed);
  ASSERT_EQ(bench.Run({"import", path}).code, 6);
  const std::string before = bench.Run({"export", "--to", "jsonl"}).out;
  const Outcome outcome = bench.Run({"import", path});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "a: known already\nArticle D163..md: known already\n"
            "committed 0 states in 0 documents, commit 1\n");
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl"}).out, before);
}

TEST(ImportStream, AZoneMakesFrenchMidnightsDays) {
  const Workbench bench;
  const std::string path =
      bench.Write("paris.jsonl",
                  "{\"document\":\"summer\",\"date\":\"2003-07-31T22:00:00Z\",\"body\":\"x\"}\n"
                  "{\"document\":\"winter\",\"date\":\"2003-12-31T23:00:00Z\",\"body\":\"x\"}\n"
                  "{\"document\":\"noon\",\"date\":\"2003-12-31T12:00:00Z\",\"body\":\"x\"}\n");
  ASSERT_EQ(bench.Run({"import", path, "--zone", "Europe/Paris"}).code, 0);
  EXPECT_EQ(bench.Run({"documents"}).out,
            "document  title  language  editions  first       last\n"
            "noon             und              1  2003-12-31  2003-12-31\n"
            "summer           und              1  2003-08-01  2003-08-01\n"
            "winter           und              1  2004-01-01  2004-01-01\n");
  EXPECT_NE(bench.Run({"log", "noon", "--json"}).out.find("\"valid\":\"2003-12-31T12:00:00Z\""),
            std::string::npos);
  EXPECT_NE(bench.Run({"log", "winter", "--json"}).out.find("\"valid\":\"2004-01-01\""), std::string::npos);
}

TEST(ImportStream, TakesWhatALineLeavesOpenFromTheCommandLine) {
  const Workbench bench;
  const std::string path = bench.Write("open.jsonl",
                                       "{\"document\":\"a\",\"date\":\"2001\",\"body\":\"x\"}\n"
                                       "{\"document\":\"b\",\"date\":\"2001\",\"reform\":\"Own\",\"author\":"
                                       "\"me\",\"language\":\"kk\",\"body\":\"y\"}\n");
  ASSERT_EQ(bench.Run({"import", path, "--reform", "Given", "--author", "you", "--language", "ru"}).code, 0);
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl"}).out,
            "{\"document\":\"a\",\"date\":\"2001\",\"reform\":\"Given\",\"author\":\"you\",\"language\":"
            "\"ru\",\"body\":\"x\"}\n"
            "{\"document\":\"b\",\"date\":\"2001\",\"reform\":\"Own\",\"author\":\"me\",\"language\":\"kk\","
            "\"body\":\"y\"}\n");
}

TEST(ImportStream, NamesItsOwnDocumentsAndDates) {
  const Workbench bench;
  const std::string path = bench.Write("mixed.jsonl", kMixed);
  EXPECT_EQ(bench.Run({"import", path, "--document", "a"}).code, 2);
  EXPECT_EQ(bench.Run({"import", path, "--date", "2001"}).code, 2);
  EXPECT_TRUE(bench.Listing().empty());
}

}  // namespace
}  // namespace muragat::tools
