#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

constexpr std::string_view kPage =
    "<!doctype html><html lang=kk><title>Сайлау | Портал</title><link rel=canonical href='https://a.kz/s'>"
    "<meta property=article:modified_time content=2022-06-08><nav><a href=/>Басты бет</a></nav>"
    "<main><h1>Сайлау</h1><p>Бірінші мәтін.</p><h2>Мәжіліс</h2><p>Екінші мәтін.</p></main>";

TEST(ImportHtml, TakesTextTitleLanguageSourceAndDateFromThePage) {
  const Workbench bench;
  const Outcome outcome = bench.Run({"import", bench.Write("s.html", kPage), "--document", "kz/s"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "kz/s: +2 added\ncommitted 1 states in 1 documents, commit 1\n");
  EXPECT_NE(outcome.err.find("dated 2022-06-08, as the page says of itself"), std::string::npos)
      << outcome.err;
  EXPECT_EQ(bench.Run({"show", "kz/s", "--raw"}).out,
            "# Сайлау\n\nБірінші мәтін.\n\n## Мәжіліс\n\nЕкінші мәтін.\n");
  EXPECT_EQ(bench.Run({"show", "kz/s", "--capture"}).out, kPage);
  EXPECT_NE(bench.Run({"show", "kz/s", "--json"})
                .out.find("\"title\":\"Сайлау\",\"language\":\"kk\",\"valid\":\"2022-06-08\""),
            std::string::npos);
  EXPECT_NE(bench.Run({"show", "kz/s", "--json"}).out.find("\"basis\":\"seen\""), std::string::npos);
  EXPECT_NE(bench.Run({"export", "--to", "jsonl"}).out.find("\"source\":\"https://a.kz/s\""),
            std::string::npos);
}

TEST(ImportHtml, OptionsGoBeforeWhatThePageSays) {
  const Workbench bench;
  const Outcome outcome = bench.Run({"import", bench.Write("s.html", kPage), "--date", "2021", "--language",
                                     "ru", "--source", "https://b.kz/", "--quiet"});
  EXPECT_EQ(outcome.err, "");
  const std::string line = bench.Run({"export", "--to", "jsonl"}).out;
  for (const char* field : {"\"date\":\"2021\"", "\"language\":\"ru\"", "\"source\":\"https://b.kz/\"",
                            "\"type\":\"text/markdown\""}) {
    EXPECT_NE(line.find(field), std::string::npos) << field << " in " << line;
  }
  const Workbench captured;
  EXPECT_EQ(captured.Run({"import", captured.Write("s.html", kPage), "--captured", "2023-01-02"}).err, "");
  EXPECT_NE(captured.Run({"log", "s", "--json"}).out.find("\"valid\":\"2023-01-02\""), std::string::npos);
}

TEST(ImportHtml, IsKnownByNameAndByContent) {
  const Workbench bench;
  EXPECT_EQ(bench
                .Run({"import", bench.Write("a.HTM", "<p>a"), bench.Write("b", "<html><p>b"),
                      bench.Write("c.txt.x", "<!DOCTYPE html><p>c"), bench.Write("d.bin", "<p>d"), "--format",
                      "auto"})
                .code,
            0);
  EXPECT_EQ(bench.Run({"show", "a"}).out, "a\n");
  EXPECT_EQ(bench.Run({"show", "b"}).out, "b\n");
  EXPECT_EQ(bench.Run({"show", "c.txt"}).out, "c\n");
  EXPECT_EQ(bench.Run({"show", "d"}).out, "<p>d\n");
  EXPECT_EQ(bench.Run({"import", bench.Write("e", "<p>e"), "--format", "html"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "e"}).out, "e\n");
}

TEST(ImportHtml, ReadsTheEncodingThatThePageDeclares) {
  const Workbench bench;
  const std::string bytes = "<html><meta charset=windows-1251><p>\xc7\xe0\xea\xee\xed";
  ASSERT_EQ(bench.Run({"import", bench.Write("a.html", bytes)}).code, 0);
  EXPECT_EQ(bench.Run({"show", "a"}).out, "Закон\n");
  EXPECT_EQ(bench.Run({"show", "a", "--capture"}).out, bytes);
}

TEST(ImportHtml, TakesThePartThatIsSelected) {
  const Workbench bench;
  const std::string path = bench.Write("s.html", kPage);
  ASSERT_EQ(bench.Run({"import", path, "--select", "nav, main > p"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "s"}).out, "[Басты бет](/)\n\nБірінші мәтін.\n\nЕкінші мәтін.\n");
}

TEST(ImportHtml, ASelectorThatCannotBeUsedIsTheCommandsFault) {
  const Workbench bench;
  const std::string path = bench.Write("s.html", kPage);
  Outcome outcome = bench.Run({"import", path, "--select", "p:first-child"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("the selector \"p:first-child\" cannot be read"), std::string::npos)
      << outcome.err;
  outcome = bench.Run({"import", path, "--select", "#none"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("nothing in the page fits the selector \"#none\""), std::string::npos)
      << outcome.err;
  EXPECT_TRUE(bench.Listing().empty());
}

TEST(ImportHtml, AStreamOfPagesKeepsTheirTextsAndCaptures) {
  const Workbench bench;
  const std::string lines =
      "{\"document\":\"a.html\",\"date\":\"2020\",\"body\":\"<p>one</p>\"}\n"
      "{\"document\":\"a.html\",\"date\":\"2021\",\"body\":\"<div><p>one</p></div>\"}\n"
      "{\"document\":\"b.html\",\"date\":\"2021\",\"body\":\"<script>\"}\n";
  const Outcome outcome = bench.Run({"import", "-", "--format", "jsonl"}, lines);
  EXPECT_EQ(outcome.code, 6);
  EXPECT_NE(outcome.err.find("line 3: the field \"body\": the page holds no text"), std::string::npos)
      << outcome.err;
  EXPECT_EQ(bench.Run({"show", "a.html", "--capture"}).out, "<div><p>one</p></div>");
  EXPECT_EQ(bench.Run({"show", "a.html", "--capture", "--as-of", "2020"}).out, "<p>one</p>");
  EXPECT_EQ(bench.Run({"diff", "a.html", "2020", "2021", "--exit-code"}).code, 0);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(ImportHtml, WhatIsExportedComesBackAsTheSameTexts) {
  const Workbench bench, other;
  ASSERT_EQ(bench.Run({"import", bench.Write("s.html", kPage), "--date", "2021"}).code, 0);
  const std::string lines = bench.Run({"export", "--to", "jsonl"}).out;
  ASSERT_EQ(other.Run({"import", "-"}, lines).code, 0);
  EXPECT_EQ(other.Run({"show", "s"}).out, bench.Run({"show", "s"}).out);
  EXPECT_EQ(other.Run({"export", "--to", "jsonl"}).out, lines);
}

}  // namespace
}  // namespace muragat::tools
