// What --to akn writes, and what xmllint says of it.
#include "tools/export_akn.h"

#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/support/corpus.h"
#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

// An archive with what a document can hold.
void ImportMuch(const Workbench& bench) {
  ImportSample(bench);
  bench.Import("empty.txt", "2001", "");
  bench.Import("a", "2001-02", "text alone\n\nand more <b> & ]]>\n", {"--author", "Ә \"x\" <a@b>"});
  bench.Import(
      "a.xml/b", "2001-02-03T04:05:06Z",
      "before\n\n# Chapter 1\n\n### Article 1\n\n\x01\x1b\n\n## Article 1\n\n## Annex A\n\n| a |\n|---|\n",
      {"--reform", "№ 5 «Ә»", "--source", "https://x.example/ü?a=b&c"});
  bench.Import("gone", "2001", "# Gone\n");
  ASSERT_EQ(bench.Run({"remove", "gone", "--date", "2003", "--reform", "Repeal"}).code, 0);
  bench.Import("gone", "2006", "# Gone\n\nnot quite\n");
}

std::vector<std::string> ExportAll(const Workbench& bench) {
  const Outcome outcome = bench.Run({"export", "--to", "akn", "-o", bench.Path("akn")});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  std::vector<std::string> files;
  for (const auto& [path, bytes] : bench.Listing("akn")) {
    if (path.ends_with(".xml")) files.push_back(bench.Path("akn/" + path));
  }
  EXPECT_EQ(files.size(), 8u);
  return files;
}

Outcome Lint(const Words& options, const std::vector<std::string>& files) {
  Words words = {"xmllint", "--noout", "--nonet"};
  words.insert(words.end(), options.begin(), options.end());
  words.insert(words.end(), files.begin(), files.end());
  Child child(words);
  return child.Wait();
}

bool HasLint() { return std::system("command -v xmllint >/dev/null 2>&1") == 0; }

TEST(ExportAkn, HasTheOrderOfAkomaNtoso) {
  if (!HasLint()) GTEST_SKIP() << "skipped: no xmllint";
  const Workbench bench;
  ImportMuch(bench);
  const std::string grammar = std::string(MURAGAT_SOURCE_DIR) + "/tests/tools/akn_order.rng";
  const Outcome outcome = Lint({"--relaxng", grammar}, ExportAll(bench));
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const std::string other = bench.Write("other.xml", "<akomaNtoso/>");
  EXPECT_NE(Lint({"--relaxng", grammar}, {other}).code, 0);
}

TEST(ExportAkn, FitsTheSchema) {
  const auto schema = support::FindShared("samples/akn/oasis/akomantoso30.xsd");
  if (!schema) GTEST_SKIP() << "skipped: no schema";
  if (!HasLint()) GTEST_SKIP() << "skipped: no xmllint";
  const Workbench bench;
  ImportMuch(bench);
  const Outcome outcome = Lint({"--schema", *schema}, ExportAll(bench));
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}

TEST(ExportAkn, IsAFileADocument) {
  const Workbench bench;
  ImportSample(bench);
  bench.Import("a", "2001", "a");
  bench.Import("a.xml/b", "2001", "b");
  const Outcome outcome = bench.Run({"export", "--to", "akn", "-o", bench.Path("akn")});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(outcome.err.ends_with("wrote 6 documents to " + bench.Path("akn") + "\n")) << outcome.err;
  const auto files = bench.Listing("akn");
  for (const std::string name : {"kz/parliament.xml", "kz/parliament-zh.xml", "a.xml", "a%2Exml/b.xml"}) {
    EXPECT_TRUE(files.contains(name)) << name;
  }
  EXPECT_EQ(files.at("kz/parliament-kk.xml"), bench.Run({"export", "--to", "akn", "*-kk"}).out);
  EXPECT_NE(files.at("kz/parliament-kk.xml")
                .find("<article eId=\"art_50\" wId=\"s2\">\n          <num>50-бап.</num>"),
            std::string::npos);
  EXPECT_NE(files.at("kz/parliament-zh.xml").find("<article eId=\"art_五十\" wId=\"s2\">"),
            std::string::npos);
  EXPECT_EQ(bench.Run({"export", "--to", "akn"}).code, 2);
  EXPECT_EQ(bench.Run({"export", "--to", "akn", "-o", bench.Path("akn")}).code, 2);
  EXPECT_EQ(bench.Run({"export", "--to", "akn", "-o", bench.Path("akn"), "--force"}).code, 0);
}

TEST(ExportAkn, IsOfADay) {
  const Workbench bench;
  ImportSample(bench);
  const Words words = {"export", "--to", "akn", "kz/parliament", "--as-of"};
  const auto at = [&](const std::string& day) {
    Words all = words;
    all.push_back(day);
    return bench.Run(all);
  };
  const std::string then = at("1996").out, now = at("2020").out;
  EXPECT_NE(then.find("<p>The Majilis has 67 deputies.</p>"), std::string::npos);
  EXPECT_NE(then.find("<FRBRdate date=\"1995-08-30\" name=\"inForce\" />"), std::string::npos);
  EXPECT_EQ(then.find("Amendments of 1998"), std::string::npos);
  EXPECT_NE(now.find("<p>The Majilis has 77 deputies.</p>"), std::string::npos);
  EXPECT_NE(now.find("showAs=\"Amendments of 1998\""), std::string::npos);
  // A section keeps its wId whatever stands before it.
  EXPECT_NE(then.find("<article eId=\"art_50\" wId=\"s2\">"), std::string::npos);
  EXPECT_NE(now.find("<article eId=\"art_50\" wId=\"s2\">"), std::string::npos);
  EXPECT_EQ(at("1990").code, 1);
  EXPECT_EQ(bench.Run({"export", "--to", "akn", "*-zh", "--history"}).code, 2);
  EXPECT_EQ(bench.Run({"export", "--to", "akn", "--dry-run"}).err, "would export 4 documents\n");
}

TEST(ExportAkn, IsTheSameBytesTwice) {
  const Workbench bench;
  ImportMuch(bench);
  ASSERT_EQ(bench.Run({"export", "--to", "akn", "-o", bench.Path("one")}).code, 0);
  bench.clock.Set("2031-01-01T00:00:00Z");
  ASSERT_EQ(bench.Run({"export", "--to", "akn", "-o", bench.Path("two")}).code, 0);
  EXPECT_EQ(bench.Fingerprint("one"), bench.Fingerprint("two"));
}

TEST(ExportAkn, AFailureLeavesNothingBehind) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome =
      RunProgram(bench, {"export", "--to", "akn", "-o", bench.Path("akn")}, {.max_file_bytes = 500});
  EXPECT_EQ(outcome.code, 8) << outcome.err;
  for (const auto& [path, bytes] : bench.Listing("")) {
    EXPECT_TRUE(path.starts_with("archive") || path == "import.md") << path;
  }
}

TEST(ExportAkn, ListsWhatHasNoPlaceThere) {
  const Workbench bench;
  bench.Import("kz/list", "2001", "# T\n\n- one\n\x01\n");
  EXPECT_EQ(bench.Run({"export", "--to", "akn", "kz/list"}).err,
            "not carried: kz/list: 1 character is left out that XML does not allow\n"
            "not carried: kz/list: 1 list is given as paragraphs, as the source writes them\n"
            "not carried: kz/list: 1 date is known to the year or month only, and given as the first day\n");
}

}  // namespace
}  // namespace muragat::tools
