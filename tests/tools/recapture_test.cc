#include "tools/recapture.h"

#include <gtest/gtest.h>

#include "muragat/store/archive.h"
#include "muragat/store/writer.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

// A page with two parts, of which an import with --select takes one.
std::string Page(const std::string& old_part, const std::string& rest) {
  return "<!doctype html><html lang=en><title>T</title><main><div id=old><h1>A</h1><p>" + old_part +
         "</p></div><h2>B</h2><p>" + rest + "</p></main>";
}

// Two dates of a page, read by a reader that saw only its first part.
void ImportOldReadings(const Workbench& bench) {
  const std::string one = bench.Write("p/page.2019-07-17.html", Page("first", "x"));
  bench.Write("p/page.2020-01-01.html", Page("second", "x"));
  ASSERT_EQ(bench.Run({"import", bench.Path("p"), "--select", "#old", "--reform", "R"}).code, 0);
}

TEST(Recapture, RecordsWhatTodaysReaderMakesOfTheCaptures) {
  const Workbench bench;
  ImportOldReadings(bench);
  bench.clock.Set("2025-01-01T00:00:00Z");
  const Outcome outcome = bench.Run({"recapture"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "page: 2 of 2 read otherwise: +2 added, 2 changed, −0 removed\n"
            "recorded 2 readings in 1 documents, commit 2\n");
  EXPECT_EQ(bench.Run({"show", "page", "--as-of", "2019-08-01", "--raw"}).out, "# A\n\nfirst\n\n## B\n\nx\n");
  EXPECT_EQ(bench.Run({"show", "page", "--raw"}).out, "# A\n\nsecond\n\n## B\n\nx\n");
  EXPECT_EQ(bench.Run({"show", "page", "--capture"}).out, Page("second", "x"));
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(Recapture, WhatWasKnownBeforeCanStillBeAsked) {
  const Workbench bench;
  ImportOldReadings(bench);
  const std::string before = bench.Run({"show", "page", "--known-at", "1", "--raw"}).out;
  const std::string log = bench.Run({"log", "page", "--known-at", "1", "--json"}).out;
  ASSERT_EQ(bench.Run({"recapture"}).code, 0);
  EXPECT_EQ(before, "# A\n\nsecond\n");
  EXPECT_EQ(bench.Run({"show", "page", "--known-at", "1", "--raw"}).out, before);
  EXPECT_EQ(bench.Run({"log", "page", "--known-at", "1", "--json"}).out, log);
}

TEST(Recapture, IsNoChangeByTheReform) {
  const Workbench bench;
  ImportOldReadings(bench);
  ASSERT_EQ(bench.Run({"recapture"}).code, 0);
  const auto lines = Lines(bench.Run({"log", "page", "--json", "--stat"}).out);
  ASSERT_EQ(lines.size(), 2u);
  // The reform of 2020 changed the one word that it changed, whatever the reading.
  EXPECT_NE(lines[0].find("\"valid\":\"2020-01-01\",\"commit\":2"), std::string::npos) << lines[0];
  EXPECT_NE(lines[0].find("\"words_in\":1,\"words_out\":1"), std::string::npos) << lines[0];
  EXPECT_NE(lines[0].find("\"reform\":\"R\""), std::string::npos) << lines[0];
  EXPECT_NE(lines[1].find("\"valid\":\"2019-07-17\""), std::string::npos) << lines[1];
  EXPECT_EQ(Lines(bench.Run({"log", "page#B", "--json"}).out).size(), 1u);
  EXPECT_EQ(Lines(bench.Run({"reform", "list", "--json"}).out).size(), 2u);
}

TEST(Recapture, SectionsKeepTheirLineage) {
  const Workbench bench;
  ImportOldReadings(bench);
  ASSERT_EQ(bench.Run({"recapture"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "page#s1", "--raw"}).out, "# A\n\nsecond\n\n");
  EXPECT_EQ(bench.Run({"show", "page#s1", "--as-of", "2019-08-01", "--raw"}).out, "# A\n\nfirst\n\n");
  EXPECT_EQ(bench.Run({"show", "page#s2", "--raw"}).out, "## B\n\nx\n");
  EXPECT_EQ(bench.Run({"show", "page#s2", "--as-of", "2019-08-01", "--raw"}).out, "## B\n\nx\n");
}

TEST(Recapture, TwiceRecordsNothing) {
  const Workbench bench;
  ImportOldReadings(bench);
  bench.Import("law", "2001", kEnglish1995);
  ASSERT_EQ(bench.Run({"recapture"}).code, 0);
  const std::string states = bench.Run({"export", "--to", "jsonl"}).out;
  const Outcome again = bench.Run({"recapture"});
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.out, "recorded 0 readings in 0 documents, commit 3\n");
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl"}).out, states);
}

TEST(Recapture, ADryRunWritesNothing) {
  const Workbench bench;
  ImportOldReadings(bench);
  const auto before = bench.Fingerprint();
  EXPECT_EQ(bench.Run({"recapture", "--dry-run"}).out,
            "page: 2 of 2 read otherwise: +2 added, 2 changed, −0 removed\n"
            "would record 2 readings in 1 documents\n");
  EXPECT_EQ(bench.Run({"recapture", "--dry-run", "--json"}).out,
            "{\"document\":\"page\",\"editions\":2,\"readings\":2,\"added\":2,\"changed\":2,\"removed\":0,"
            "\"moved\":0}\n{\"would_record\":2,\"documents\":1,\"commit\":0}\n");
  EXPECT_EQ(bench.Fingerprint(), before);
}

TEST(Recapture, ReadsOnlyTheDocumentsThatAreAsked) {
  const Workbench bench;
  ImportOldReadings(bench);
  EXPECT_EQ(bench.Run({"recapture", "kz/*"}).out, "recorded 0 readings in 0 documents, commit 1\n");
  EXPECT_EQ(bench.Run({"recapture", "kz/*", "pa*", "--select", "#old"}).out,
            "recorded 0 readings in 0 documents, commit 1\n");
  EXPECT_EQ(bench.Run({"recapture", "pa*", "-q"}).out, "recorded 2 readings in 1 documents, commit 2\n");
}

TEST(Recapture, TheSameStateAgainIsKnownAfterwards) {
  const Workbench bench;
  ImportOldReadings(bench);
  ASSERT_EQ(bench.Run({"recapture"}).code, 0);
  EXPECT_EQ(Workbench::WithoutRoot(bench.Run({"import", bench.Path("p"), "--reform", "R"}).out),
            "page: known already\ncommitted 0 states in 0 documents, commit 2\n");
}

TEST(Recapture, EveryFormatIsReadAsItsImportReadIt) {
  const Workbench bench;
  const std::string cyrillic =
      "<meta charset=windows-1251><h1>\xc7\xe0\xea\xee\xed</h1><p>\xf2\xe5\xea\xf1\xf2";
  bench.Write("in/p.2020-01-01.html", "<!doctype html>" + cyrillic);
  bench.Write("in/m.2020-01-01.md", "# A\n\nx\n\n## B\n\ny\n");
  bench.Write("in/t.2020-01-01.txt", "TITLE\n\nx\n");
  bench.Write("in/w.2020-01-01.wiki", "== A ==\nx\n");
  bench.Write(
      "in/s.jsonl",
      "{\"document\":\"j\",\"date\":\"2001\",\"title\":\"Own\",\"language\":\"kk\",\"body\":\"# One\\n\"}\n"
      "{\"document\":\"h\",\"date\":\"2001\",\"type\":\"text/html\",\"body\":\"<!doctype html><meta "
      "charset=windows-1251><h1>Закон</h1><p>x\"}\n"
      "{\"document\":\"j\",\"date\":\"2002\",\"body\":null}\n");
  ASSERT_EQ(bench.Run({"import", bench.Path("in")}).code, 0);
  EXPECT_EQ(bench.Run({"recapture"}).out, "recorded 0 readings in 0 documents, commit 1\n");
}

// A text that an older reader did not cut.
TEST(Recapture, CutsATextAnewThatIsItsOwnCapture) {
  const Workbench bench;
  {
    const auto archive = Archive::Create(bench.Archive(), "", bench.clock);
    ASSERT_TRUE(archive.ok());
    Writer writer((*archive)->database(), bench.clock, {});
    State state;
    state.document = *DocumentId::Parse("law");
    state.valid = *ParseDate("2020");
    state.content.emplace();
    state.content->sections.resize(1);
    state.content->sections.front().body = "# A\n\nx\n\n# B\n\ny\n";
    state.capture.media_type = "text/markdown";
    ASSERT_TRUE(writer.Add(state).ok());
    state.reform = "Second";  // of the same date: the text is the last one's
    state.content->sections.front().body = "# A\n\nx\n\n# B\n\nz\n";
    ASSERT_TRUE(writer.Add(state).ok());
    ASSERT_TRUE(writer.Commit().ok());
  }
  const Outcome outcome = bench.Run({"recapture"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("law: 2 of 2 read otherwise"), std::string::npos) << outcome.out;
  EXPECT_EQ(bench.Run({"show", "law", "--raw"}).out, "# A\n\nx\n\n# B\n\nz\n");
  EXPECT_EQ(bench.Run({"show", "law#B", "--raw"}).out, "# B\n\nz\n");
  EXPECT_EQ(Lines(bench.Run({"tree", "law", "--json"}).out).size(), 2u);
  EXPECT_EQ(bench.Run({"recapture"}).out, "recorded 0 readings in 0 documents, commit 2\n");
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(Recapture, NamesWhatCannotBeReadAnyMore) {
  const Workbench bench;
  ImportOldReadings(bench);
  const Outcome outcome = bench.Run({"recapture", "--select", "#none"});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Lines(outcome.err).size(), 2u) << outcome.err;
  EXPECT_EQ(outcome.err.substr(0, 47), "muragat: not read anew: page of 2019-07-17: not");
  EXPECT_EQ(outcome.out, "recorded 0 readings in 0 documents, commit 1\n");
}

TEST(Recapture, WithoutAnArchiveMakesNone) {
  const Workbench bench;
  EXPECT_EQ(bench.Run({"recapture"}).code, 3);
  EXPECT_EQ(bench.Run({"recapture", "--select", "("}).code, 2);
  EXPECT_TRUE(bench.Listing().empty());
}

}  // namespace
}  // namespace muragat::tools
