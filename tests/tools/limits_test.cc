// Limits of doc/cli.md: what is as large as one is taken, what is larger is refused with one message. Those
// of a line of JSON, of XML and of WARC are in tests/import.
#include <gtest/gtest.h>

#include "muragat/store/archive.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

std::string Repeat(std::string_view text, size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) all += text;
  return all;
}

// Tries an input without writing.
Outcome Try(const std::string& name, std::string_view bytes, const Words& options = {"--date", "2020"}) {
  const Workbench bench;
  Words words = {"import", bench.Write(name, bytes), "--dry-run"};
  words.insert(words.end(), options.begin(), options.end());
  return bench.Run(words);
}

void ExpectLimit(const std::string& name, const std::string& at, const std::string& over,
                 const std::string& why, const Words& options = {"--date", "2020"}) {
  const Outcome taken = Try(name, at, options);
  EXPECT_EQ(taken.code, 0) << name << ": " << taken.err;
  const Outcome refused = Try(name, over, options);
  EXPECT_EQ(refused.code, 2) << name << ": " << refused.out;
  EXPECT_EQ(Lines(refused.err).size(), 1u) << name << ": " << refused.err;
  EXPECT_NE(refused.err.find(why), std::string::npos) << name << ": " << refused.err;
}

TEST(Limits, ATextOfSixteenMebibytes) {
  const size_t most = size_t{16} << 20;
  ExpectLimit("d.md", std::string(most, 'x'), std::string(most + 1, 'x'), "longer than 16 MiB");
  ExpectLimit("d.txt", std::string(most, 'x'), std::string(most + 1, 'x'), "longer than 16 MiB");
}

TEST(Limits, APageOfSixtyFourMebibytes) {
  const size_t most = size_t{64} << 20;
  const std::string page = "<!DOCTYPE html><p>A text.</p><!--";
  const std::string filler(most - page.size() - 3, 'x');
  ExpectLimit("d.html", page + filler + "-->", page + filler + "x-->", "64 MiB");
}

TEST(Limits, ElementsOfAPage) {
  const auto nested = [](size_t depth) { return Repeat("<div>", depth) + "x" + Repeat("</div>", depth); };
  ExpectLimit("d.html", nested(500), nested(513), "nested deeper than 512");
  const auto many = [](size_t count) { return Repeat("<br>", count) + "x"; };
  ExpectLimit("d.html", many(499'000), many(500'001), "more than 500,000 elements");
  const auto attributes = [](size_t count) {
    std::string tag = "<p";
    for (size_t i = 0; i < count; ++i) tag += " a" + std::to_string(i) + "=1";
    return tag + ">x</p>";
  };
  ExpectLimit("d.html", attributes(512), attributes(513), "more than 512 attributes");
}

TEST(Limits, TheSectionsOfADocument) {
  ExpectLimit("d.md", Repeat("# a\n", 100'000), Repeat("# a\n", 100'001), "more than 100000 sections");
}

TEST(Limits, TheIdOfADocument) {
  const std::string id(1024, 'i');
  EXPECT_EQ(Try("d.md", "x", {"--document", id, "--date", "2020"}).code, 0);
  const Outcome refused = Try("d.md", "x", {"--document", id + "i", "--date", "2020"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_EQ(Lines(refused.err).size(), 1u) << refused.err;
  EXPECT_NE(refused.err.find("longer than 1024 bytes"), std::string::npos) << refused.err;
}

TEST(Limits, AQuestionToCat) {
  const Workbench bench;
  bench.Import("d", "2001", "text");
  const auto ask = [&](size_t size) {
    return bench.Run({"cat", "--batch"}, "d\t2001\n" + std::string(size, 'q') + "\t2001\nd\t2001\n");
  };
  EXPECT_EQ(ask((size_t{64} << 10) - 5).out, "4\ntext\nmissing\n4\ntext\n");
  const Outcome refused = ask(size_t{256} << 10);
  EXPECT_EQ(refused.code, 2);
  EXPECT_EQ(refused.out, "4\ntext\n");
  EXPECT_NE(refused.err.find("longer than 64 KiB"), std::string::npos) << refused.err;
}

TEST(Limits, AChainOfSixteenDiffs) {
  const Workbench bench;
  std::string states;
  for (int i = 0; i < 40; ++i)
    states += "{\"document\":\"d\",\"date\":\"" + std::to_string(2000 + i) + "\",\"body\":\"" +
              Repeat("A long text that stays as it was. ", 20) + std::to_string(i) + "\"}\n";
  ASSERT_EQ(bench.Run({"import", "-", "--format", "jsonl"}, states).code, 0);
  EXPECT_NE(bench.Run({"stats", "--json"}).out.find("\"longest_chain\":16}"), std::string::npos)
      << bench.Run({"stats", "--json"}).out;
}

// Two ids that are the same after NFKC and folding of case: the second is refused, and named is the first.
TEST(Limits, NoTwoIdsThatLookAlike) {
  const Workbench bench;
  bench.Import("kz/\xef\xac\x81nance", "2020", "text");  // the ligature fi
  for (const char* id : {"kz/finance", "KZ/Finance", "kz/\xef\xbd\x86inance"}) {
    const Outcome outcome =
        bench.Run({"import", bench.Write("d.md", "text"), "--document", id, "--date", "2021"});
    EXPECT_EQ(outcome.code, 2) << id;
    EXPECT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
    EXPECT_NE(outcome.err.find("kz/\xef\xac\x81nance"), std::string::npos) << outcome.err;
  }
  EXPECT_EQ(Lines(bench.Run({"documents", "--json"}).out).size(), 1u);
}

// A capture keeps what is no text; a text with controls of direction is shown with marks, and kept as it is.
TEST(Limits, NulAndBadUtf8AreKeptInCapturesAndControlsAreShownAsMarks) {
  const Workbench bench;
  const std::string page("<p>A\0\xff text.</p>", 17);
  ASSERT_EQ(bench.Run({"import", bench.Write("d.html", page), "--date", "2020"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "d", "--capture"}).out, page);
  const std::string hostile =
      "One \xe2\x80\xae"
      "two\xe2\x80\xac \x1b[31mthree\n";
  bench.Import("e", "2020", hostile);
  EXPECT_EQ(bench.Run({"show", "e", "--raw"}).out, hostile);
  const std::string shown = bench.Run({"show", "e"}).out;
  for (const char* control : {"\xe2\x80\xae", "\xe2\x80\xac", "\x1b"})
    EXPECT_EQ(shown.find(control), std::string::npos) << shown;
  EXPECT_NE(shown.find("202E"), std::string::npos) << shown;
}

}  // namespace
}  // namespace muragat::tools
