#include "tools/import.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Import, PrintsALineADocumentAndOneForAll) {
  const Workbench bench;
  const std::string one = bench.Write("one.md", kEnglish1995), two = bench.Write("two.md", kRussian);
  Outcome outcome = bench.Run({"import", one, two, "--date", "1995"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "one: +3 added\n"
            "two: +3 added\n"
            "committed 2 states in 2 documents, commit 1\n");
  EXPECT_EQ(outcome.err, "");
  bench.Write("one.md", kEnglish1998);
  outcome = bench.Run({"import", one, two, "--date", "1998"});
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "one: +1 added, 1 changed\n"
            "two: same text\n"
            "committed 2 states in 2 documents, commit 2\n");
}

TEST(Import, TheSameAgainAddsNothing) {
  const Workbench bench;
  const Words words = {"import", bench.Write("d.md", kKazakh), "--date", "1995", "--reform", "R"};
  ASSERT_EQ(bench.Run(words).code, 0);
  const auto before = bench.Run({"log", "--json"}).out;
  const Outcome outcome = bench.Run(words);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "d: known already\ncommitted 0 states in 0 documents, commit 1\n");
  EXPECT_EQ(bench.Run({"log", "--json"}).out, before);
}

TEST(Import, AgainRecordsAKnownState) {
  const Workbench bench;
  const std::string path = bench.Write("d.md", kKazakh);
  ASSERT_EQ(bench.Run({"import", path, "--date", "1995"}).code, 0);
  const Outcome outcome = bench.Run({"import", path, "--date", "1995", "--again"});
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "d: same text\ncommitted 1 states in 1 documents, commit 2\n");
  EXPECT_EQ(Lines(bench.Run({"log", "d", "--json"}).out).size(), 2u);
}

TEST(Import, AsJsonHasOneObjectALine) {
  const Workbench bench;
  const std::string out =
      bench.Run({"import", bench.Write("d.md", kChinese), "--date", "1995", "--json"}).out;
  EXPECT_EQ(
      out,
      "{\"document\":\"d\",\"states\":1,\"known\":0,\"added\":2,\"changed\":0,\"removed\":0,\"moved\":0,"
      "\"removals\":0}\n"
      "{\"committed\":1,\"documents\":1,\"commit\":1,\"root\":\"" +
          Lines(bench.Run({"checkpoint"}).out)[2] + "\"}\n");
}

TEST(Import, QuietSaysOnlyTheLastLine) {
  const Workbench bench;
  EXPECT_EQ(Workbench::WithoutRoot(
                bench.Run({"import", bench.Write("d.md", kChinese), "--date", "1995", "-q"}).out),
            "committed 1 states in 1 documents, commit 1\n");
}

TEST(Import, EveryByteComesBack) {
  const Workbench bench;
  const std::vector<std::string> texts = {
      "# T\r\n\r\nlines of Windows\r\n",
      "\xef\xbb\xbf# Byte order mark\n",
      "no last newline",
      "",
      "trailing  \t \n\n\n\n",
      "\n\n# Late\n",
      "---\na: b\n---\n# Front\n",
      "Setext\n======\n\ntext\n",
      "\r",
      "```\n# no heading\n```\n",
      "Ұлттық құрылтай – 国民会议\n",
  };
  for (size_t i = 0; i < texts.size(); ++i) {
    for (const std::string format : {"markdown", "text"}) {
      const std::string id = format + std::to_string(i);
      bench.Import(id, "2020", texts[i], {"--format", format});
      EXPECT_EQ(bench.Run({"show", id, "--raw"}).out, texts[i]) << id;
      EXPECT_EQ(bench.Run({"show", id, "--capture"}).out, texts[i]) << id;
    }
  }
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(Import, NamesAFileAfterItselfUnlessTold) {
  const Workbench bench;
  const std::string path = bench.Write("folder/Article D163..md", "text");
  ASSERT_EQ(bench.Run({"import", path, "--date", "2020"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "Article D163.", "--raw"}).out, "text");
  ASSERT_EQ(bench.Run({"import", path, "--date", "2020", "--document", "Article D163..md"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "Article D163..md", "--raw"}).out, "text");
}

TEST(Import, RefusesIdsThatCouldLeadElsewhere) {
  const Workbench bench;
  const std::string path = bench.Write("d.md", "text");
  for (const std::string id : {"..", ".", "a/../b", "./a", "a/.", "/a", "a/", "a//b", "a\nb", "a\x01", "\x7f",
                               "a\xc2\x85", "\xff"}) {
    const Outcome outcome = bench.Run({"import", path, "--date", "2020", "--document", id});
    EXPECT_EQ(outcome.code, 2) << id;
    EXPECT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
    EXPECT_TRUE(bench.Listing().empty()) << id;
  }
}

TEST(Import, RefusesWhatIsNoText) {
  const Workbench bench;
  const Outcome invalid = bench.Run({"import", bench.Write("bad.md", "one\ntwo \xff\n"), "--date", "2020"});
  EXPECT_EQ(invalid.code, 2);
  EXPECT_EQ(invalid.out, "");
  EXPECT_EQ(invalid.err, "muragat: " + bench.Path("bad.md") + ": line 2 is not UTF-8\n");
  const std::string_view nul("a\0b", 3);
  EXPECT_EQ(bench.Run({"import", bench.Write("nul.md", nul), "--date", "2020"}).code, 2);
  EXPECT_EQ(bench.Run({"import", bench.Path("no such file.md")}).code, 2);
  EXPECT_EQ(bench.Run({"import", bench.Path("")}).code, 2);
  EXPECT_EQ(bench.Run({"import", bench.Write("page.xml", "<x/>")}).code, 2);
  EXPECT_EQ(bench.Run({"import", bench.Write("d.md", "text"), "--format", "latex"}).code, 2);
  EXPECT_TRUE(bench.Listing().empty());
}

TEST(Import, ABadOptionLeavesNoArchiveBehind) {
  const Workbench bench;
  const std::string path = bench.Write("d.md", "text");
  EXPECT_EQ(bench.Run({"import", path, "--date", "2022-02-31"}).code, 2);
  EXPECT_EQ(bench.Run({"import", path, "--zone", "Europe/Atlantis"}).code, 2);
  EXPECT_EQ(bench.Run({"import", path, "--captured", "soon"}).code, 2);
  EXPECT_EQ(bench.Run({"import", path, path, "--document", "d"}).code, 2);
  EXPECT_EQ(bench.Run({"import", path, "--date", "2020", "--reform", "a\nb"}).code, 2);
  EXPECT_EQ(bench.Run({"import", path, "--date", "2020", "--author", "a\x1b"}).code, 2);
  EXPECT_EQ(bench.Run({"import", "-"}, "text").code, 2);
  EXPECT_TRUE(bench.Listing().empty());
}

TEST(Import, OneBadFileOfSeveralIsPassedOver) {
  const Workbench bench;
  const Outcome outcome =
      bench.Run({"import", bench.Write("bad.md", "\xff"), bench.Write("good.md", "# G\n"), "--date", "2020"});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "good: +1 added\ncommitted 1 states in 1 documents, commit 1\n");
  EXPECT_EQ(Lines(outcome.err).size(), 1u);
  EXPECT_NE(outcome.err.find("bad.md: line 1 is not UTF-8"), std::string::npos) << outcome.err;
}

TEST(Import, ABadFileLeavesTheArchiveAsItWas) {
  const Workbench bench;
  bench.Import("d", "2020", "text");
  const auto before = bench.Run({"export", "--to", "jsonl"}).out;
  EXPECT_EQ(bench.Run({"import", bench.Write("bad.md", "\xff"), "--date", "2021"}).code, 2);
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl"}).out, before);
  EXPECT_EQ(bench.Run({"stats", "--json"}).out.find("\"commits\":2"), std::string::npos);
}

TEST(Import, RefusesAnIdThatLooksLikeAnother) {
  const Workbench bench;
  bench.Import("Закон", "2020", "text");
  const Outcome outcome =
      bench.Run({"import", bench.Write("d.md", "text"), "--document", "ЗАКОН", "--date", "2020"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("Закон"), std::string::npos) << outcome.err;
}

TEST(Import, ReadsStandardInput) {
  const Workbench bench;
  ASSERT_EQ(bench.Run({"import", "-", "--document", "d", "--date", "2020"}, "# From a pipe\n").code, 0);
  EXPECT_EQ(bench.Run({"show", "d", "--raw"}).out, "# From a pipe\n");
}

TEST(Import, TextWithoutADateWasSeenWhenItWasCapturedOrToday) {
  const Workbench bench;  // on 2024-01-15
  const std::string path = bench.Write("d.md", "text");
  ASSERT_EQ(bench.Run({"import", path}).code, 0);
  ASSERT_EQ(bench.Run({"import", path, "--document", "e", "--captured", "2021-02-03"}).code, 0);
  EXPECT_EQ(
      bench.Run({"show", "d", "--json"}).out,
      "{\"document\":\"d\",\"section\":null,\"title\":\"\",\"language\":\"und\",\"valid\":\"2024-01-15\","
      "\"commit\":1,\"basis\":\"seen\",\"text\":\"text\"}\n");
  EXPECT_NE(
      bench.Run({"show", "e", "--json"}).out.find("\"valid\":\"2021-02-03\",\"commit\":2,\"basis\":\"seen\""),
      std::string::npos);
}

TEST(Import, AZoneMakesLocalMidnightsDays) {
  const Workbench bench;
  const std::string path = bench.Write("d.md", "text");
  ASSERT_EQ(bench.Run({"import", path, "--date", "1990-06-14T22:00:00Z", "--zone", "Europe/Paris"}).code, 0);
  EXPECT_NE(bench.Run({"log", "d", "--json"}).out.find("\"valid\":\"1990-06-15\""), std::string::npos);
}

TEST(Import, ADryRunSaysWhatItWouldDoAndChangesNoByte) {
  const Workbench bench;
  const std::string path = bench.Write("d.md", kEnglish1995);
  Outcome outcome = bench.Run({"import", path, "--date", "1995", "--dry-run"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, path +
                             ": markdown, d, 1995, 3 sections: +3 added\n"
                             "d: +3 added\nwould commit 1 states in 1 documents\n");
  EXPECT_TRUE(bench.Listing().empty());
  ASSERT_EQ(bench.Run({"import", path, "--date", "1995"}).code, 0);
  const auto before = bench.Fingerprint();
  bench.Write("d.md", kEnglish1998);
  outcome = bench.Run({"import", path, "--date", "1998", "--dry-run"});
  EXPECT_EQ(outcome.out, path +
                             ": markdown, d, 1998, 4 sections: +1 added, 1 changed\n"
                             "d: +1 added, 1 changed\nwould commit 1 states in 1 documents\n");
  EXPECT_EQ(bench.Run({"remove", "d", "--date", "2001", "--reform", "R", "--dry-run"}).code, 0);
  EXPECT_EQ(bench.Run({"withdraw", "d", "1995", "--because", "R", "--dry-run"}).code, 0);
  EXPECT_EQ(bench.Run({"reform", "add", "R", "--date", "2001", "--dry-run"}).code, 0);
  EXPECT_EQ(bench.Run({"compact", "--dry-run"}).code, 0);
  EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site"), "--dry-run"}).code, 0);
  EXPECT_EQ(bench.Fingerprint(), before);
  EXPECT_TRUE(bench.Listing("site").empty());
}

TEST(Import, ADryRunSaysOfEachStateWhatItIsAndChanges) {
  const Workbench bench;
  const std::string page = bench.Write("page.html", "<!doctype html><h1>A</h1><p>x</p>");
  const std::string states =
      bench.Write("states.jsonl",
                  "{\"document\":\"j\",\"date\":\"2001\",\"reform\":\"R\",\"body\":\"# One\\n\"}\n"
                  "{\"document\":\"j\",\"date\":\"2002\",\"body\":null}\n");
  EXPECT_EQ(bench.Run({"import", page, states, "--dry-run"}).out,
            page + ": html, page, 2024-01-15 (seen), 1 section: +1 added\n" + states +
                " line 1: jsonl, j, 2001, 1 section: +1 added\n" + states +
                " line 2: jsonl, j, 2002, 0 sections: text removed\n"
                "page: +1 added\nj: +1 added, text removed in 2 states\n"
                "would commit 3 states in 2 documents\n");
  const auto lines = Lines(bench.Run({"import", states, "--dry-run", "--json"}).out);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0],
            "{\"input\":\"" + states +
                "\",\"place\":\"line "
                "1\",\"format\":\"jsonl\",\"document\":\"j\",\"date\":\"2001\",\"basis\":\"in-force\","
                "\"reform\":\"R\",\"sections\":1,\"known\":false,\"removal\":false,\"added\":1,\"changed\":0,"
                "\"removed\":0,"
                "\"moved\":0}");
  EXPECT_TRUE(bench.Listing().empty());
}

// Behind the first few MiB a thread reads ahead; where a pipe makes it wait, what it has goes on at once.
TEST(Import, OfAPipeThatPausesRecordsEveryState) {
  const Workbench bench;
  std::string states;
  for (int i = 0; states.size() < (size_t{6} << 20); ++i) {
    const std::string body =
        "# Law\\n\\n" + std::string(3'000 + static_cast<size_t>(i) % 700, static_cast<char>('a' + i % 26));
    states += "{\"document\":\"law/" + std::to_string(i % 40) + "\",\"date\":\"" +
              std::to_string(1000 + i / 40) + "\",\"reform\":\"\",\"body\":\"" + body + "\"}\n";
  }
  const size_t count = static_cast<size_t>(std::count(states.begin(), states.end(), '\n'));
  Child child(ProgramWords(bench, {"import", "-", "--format", "jsonl", "-q"}));
  for (size_t at = 0; at < states.size(); at += 700'001) {  // not at the ends of lines
    ASSERT_TRUE(child.Write(std::string_view(states).substr(at, 700'001)));
    ASSERT_TRUE(WaitUntil([&child] { return child.Unread() == 0; }));
  }
  child.CloseInput();
  const Outcome outcome = child.Wait();
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("committed " + std::to_string(count) + " states"), std::string::npos)
      << outcome.out;
  const Workbench other;
  EXPECT_EQ(other.Run({"import", other.Write("states.jsonl", states)}).code, 0);
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl"}).out, other.Run({"export", "--to", "jsonl"}).out);
  const Workbench alone;
  EXPECT_EQ(alone.Run({"import", alone.Write("states.jsonl", states), "--jobs", "1"}).code, 0);
  EXPECT_EQ(alone.Run({"export", "--to", "jsonl"}).out, other.Run({"export", "--to", "jsonl"}).out);
}

TEST(Import, ABadLineFarBehindIsNamedByItsNumberAndTheOthersStay) {
  const Workbench bench;
  std::string states;
  for (int i = 0; i < 3'000; ++i) {
    if (i == 2'500) states += "no JSON\n";
    states += "{\"document\":\"law\",\"date\":\"" + std::to_string(1000 + i) +
              "\",\"reform\":\"\",\"body\":\"" + std::string(2'000, static_cast<char>('a' + i % 26)) +
              "\"}\n";
  }
  const Outcome outcome = bench.Run({"import", bench.Write("states.jsonl", states)});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_NE(outcome.err.find("line 2501"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.out.find("committed 3000 states"), std::string::npos) << outcome.out;
}

TEST(Import, AnEmptyStandardInputRecordsNothing) {
  const Workbench bench;
  bench.Import("law", "2001", "# Act\n");
  const Outcome outcome = bench.Run({"import", "-", "--document", "law", "--date", "2002"}, "");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(bench.Run({"show", "law"}).out, "# Act\n");
}

TEST(Import, ALanguageHasTheFormOfATag) {
  const Workbench bench;
  const auto import = [&](const std::string& tag) {
    return bench.Run({"import", "-", "--document", "law", "--date", "2001", "--language", tag, "--again"},
                     "# Act\n");
  };
  for (const std::string tag : {"kk", "zh-Hans", "x-old", "kk-Cyrl-KZ"})
    EXPECT_EQ(import(tag).code, 0) << tag;
  for (const std::string tag : {"not a tag", "k", "қаз", "kk_KZ"}) EXPECT_EQ(import(tag).code, 2) << tag;
}

TEST(Import, AByteOrderMarkHidesNoFormat) {
  const Workbench bench;
  ASSERT_EQ(
      bench.Run({"import", "-", "--document", "law", "--date", "2001"}, "\xef\xbb\xbf# Act\n\ntext\n").code,
      0);
  EXPECT_EQ(Lines(bench.Run({"tree", "law", "--json"}).out).size(), 1u);
  EXPECT_NE(bench.Run({"tree", "law", "--json"}).out.find("\"title\":\"Act\""), std::string::npos);
  const std::string line =
      "{\"document\":\"b\",\"date\":\"2001\",\"reform\":\"R\",\"author\":\"\",\"body\":\"# B\\n\"}\n";
  EXPECT_EQ(bench.Run({"import", "-"}, "\xef\xbb\xbf" + line).code, 0);
  EXPECT_EQ(bench.Run({"show", "b"}).out, "# B\n");
}

}  // namespace
}  // namespace muragat::tools
