#include "tools/export.h"

#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

TEST(ExportHtml, IsTheSameBytesTwice) {
  const Workbench bench;
  ImportSample(bench);
  ASSERT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("one"), "--as-of", "2000"}).code, 0);
  bench.clock.Set("2031-01-01T00:00:00Z");
  ASSERT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("two"), "--as-of", "2000"}).code, 0);
  const auto pages = bench.Listing("one");
  EXPECT_EQ(bench.Fingerprint("one"), bench.Fingerprint("two"));
  EXPECT_TRUE(pages.contains("index.html"));
  EXPECT_TRUE(pages.contains("documents/kz/parliament.html"));
  EXPECT_NE(pages.at("documents/kz/parliament.html").find("The Majilis has"), std::string::npos);
}

TEST(ExportHtml, LeavesOutWhatHadNoTextThen) {
  const Workbench bench;
  ImportSample(bench);
  bench.Import("kz/senate", "2001", "# Senate\n");
  ASSERT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site"), "--as-of", "2000"}).code, 0);
  EXPECT_FALSE(bench.Listing("site").contains("documents/kz/senate.html"));
  EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("none"), "--as-of", "1990"}).code, 1);
  EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("none"), "kz/nothing*"}).code, 1);
  EXPECT_FALSE(fs::exists(bench.Path("none")));
  EXPECT_EQ(bench.Run({"export", "--to", "html"}).code, 2);
}

TEST(ExportHtml, LeavesAFolderThatHasSomethingAloneUnlessForced) {
  const Workbench bench;
  ImportSample(bench);
  bench.Write("site/index.html", "mine");
  bench.Write("site/other.txt", "mine");
  const auto before = bench.Fingerprint("site");
  const Words words = {"export", "--to", "html", "-o", bench.Path("site")};
  EXPECT_EQ(bench.Run(words).code, 2);
  EXPECT_EQ(bench.Fingerprint("site"), before);
  Words forced = words;
  forced.emplace_back("--force");
  EXPECT_EQ(bench.Run(forced).code, 0);
  EXPECT_NE(bench.Read("site/index.html"), "mine");
  EXPECT_EQ(bench.Read("site/other.txt"), "mine");
}

TEST(ExportHtml, AFileInItsPlaceIsLeftAlone) {
  const Workbench bench;
  ImportSample(bench);
  const std::string path = bench.Write("site", "a file");
  EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", path}).code, 2);
  EXPECT_NE(bench.Run({"export", "--to", "html", "-o", path, "--force"}).code, 0);
  EXPECT_EQ(bench.Read("site"), "a file");
}

// The names of everything in the bench's folder but the archive's own files.
std::vector<std::string> Around(const Workbench& bench) {
  std::vector<std::string> names;
  for (const auto& [path, bytes] : bench.Listing("")) {
    if (!path.starts_with("archive")) names.push_back(path);
  }
  return names;
}

TEST(ExportHtml, AFailureLeavesNothingBehind) {
  const Workbench bench;
  ImportSample(bench);
  const auto before = Around(bench);
  const Outcome outcome =
      RunProgram(bench, {"export", "--to", "html", "-o", bench.Path("site")}, {.max_file_bytes = 2000});
  EXPECT_EQ(outcome.code, 8) << outcome.err;
  EXPECT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
  EXPECT_EQ(Around(bench), before);
  EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("no/such/../site")}).code, 0);
}

// A hundred documents, one in three with two dates, and one with a text of so many bytes.
void ImportOrders(const Workbench& bench, size_t large_bytes) {
  std::string lines;
  for (int i = 0; i < 100; ++i) {
    const std::string document = R"({"document":"kz/order-)" + std::to_string(i) + R"(","date":")";
    lines +=
        document + R"(2001","body":"# Order\n\n)" + std::string(i == 77 ? large_bytes : 10, 'x') + "\"}\n";
    if (i % 3 == 0) lines += document + R"(2003","body":"# Order\n\nAnother text."})" + "\n";
  }
  ASSERT_EQ(bench.Run({"import", "--format", "jsonl", "-"}, lines).code, 0);
}

TEST(ExportHtml, IsTheSameBytesWithAnyNumberOfThreads) {
  const Workbench bench;
  ImportSample(bench);
  ImportOrders(bench, 10);
  const auto pages_of = [&](const std::string& jobs) {
    EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path(jobs), "--jobs", jobs}).code, 0);
    return bench.Listing(jobs);
  };
  const auto pages = pages_of("1");
  // 105 pages and two folders; two reforms, each a page in a folder of its date, in one folder, and their
  // list.
  EXPECT_EQ(pages.size(), 107u + 6u);
  EXPECT_EQ(pages_of("2"), pages);
  EXPECT_EQ(pages_of("7"), pages);
}

TEST(ExportHtml, LeavesNothingBehindWhereOneOfSeveralThreadsFails) {
  const Workbench bench;
  ImportOrders(bench, 60'000);
  const auto before = Around(bench);
  const Outcome outcome = RunProgram(
      bench, {"export", "--to", "html", "-o", bench.Path("site"), "--jobs", "4"}, {.max_file_bytes = 50'000});
  EXPECT_EQ(outcome.code, 8) << outcome.err;
  EXPECT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
  EXPECT_EQ(Around(bench), before);
}

// Asks to stop after some pages.
class StoppingProgress final : public ProgressSink {
 public:
  void Report(std::string_view, uint64_t, uint64_t) override { ++reports_; }
  bool Cancelled() const override { return reports_ > 2; }

 private:
  int reports_ = 0;
};

TEST(ExportHtml, StopsWhereItIsAskedToWithoutHalfFiles) {
  const Workbench bench;
  ImportSample(bench);
  const auto before = Around(bench);
  for (const size_t jobs : {size_t{1}, size_t{3}}) {
    StoppingProgress progress;
    std::ostringstream out, err;
    Context context{
        .archive = bench.Archive(), .out = out, .err = err, .clock = bench.clock, .progress = progress};
    const auto stopped = RunExport({.to = "html", .output = bench.Path("site"), .jobs = jobs}, context);
    EXPECT_EQ(stopped.status().code(), StatusCode::kCancelled);
  }
  EXPECT_EQ(Around(bench), before);
}

TEST(ExportHtml, HostileNamesStayBelowTheTarget) {
  const Workbench bench;
  const std::vector<std::string> names = {"...",
                                          "a/..b/c",
                                          "-rf",
                                          "CON",
                                          "a\\..\\b",
                                          "%2e%2e",
                                          "index.html",
                                          "a b\"c'd<e>",
                                          std::string(300, 'x'),
                                          "Ж/" + std::string(200, 'q') + "é",
                                          "con.txt",
                                          "x/index.html",
                                          "documents"};
  for (const std::string& name : names) bench.Import(name, "2020", "# T\n\ntext\n");
  auto before = Around(bench);
  ASSERT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site")}).code, 0);
  ASSERT_EQ(bench.Run({"export", "--to", "markdown", "-o", bench.Path("texts")}).code, 0);
  size_t pages = 0, texts = 0;
  for (const std::string& path : Around(bench)) {
    if (path.starts_with("site/") && path.ends_with(".html")) ++pages;
    if (path.starts_with("texts/") && fs::is_regular_file(bench.Path(path))) ++texts;
    if (!path.starts_with("site") && !path.starts_with("texts")) {
      EXPECT_NE(std::find(before.begin(), before.end(), path), before.end()) << path;
    }
  }
  EXPECT_EQ(pages, names.size() + 2);  // with the index and the list of reforms
  EXPECT_EQ(texts, names.size());
}

TEST(ExportHtml, DoesNotFollowAPlantedLink) {
  const Workbench bench;
  ImportSample(bench);
  bench.Write("outside/keep.txt", "mine");
  fs::create_directories(bench.Path("site"));
  fs::create_directory_symlink(bench.Path("outside"), bench.Path("site/documents"));
  EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site"), "--force"}).code, 2);
  EXPECT_EQ(bench.Listing("outside"), (std::map<std::string, std::string>{{"keep.txt", "mine"}}));
  EXPECT_EQ(bench.Listing("site").size(), 1u);
  fs::remove(bench.Path("site/documents"));
  bench.Write("outside/page", "mine");
  fs::create_symlink(bench.Path("outside/page"), bench.Path("site/index.html"));
  EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("site"), "--force"}).code, 2);
  EXPECT_EQ(bench.Read("outside/page"), "mine");
}

TEST(ExportMarkdown, IsWhatShowGives) {
  const Workbench bench;
  ImportSample(bench);
  bench.Import("crlf.md", "2000", "# W\r\n\r\ntext");
  for (const std::string day : {"1996", "2020"}) {
    for (const std::string id : {"kz/parliament", "kz/parliament-zh"}) {
      EXPECT_EQ(bench.Run({"export", "--to", "markdown", id, "--as-of", day}).out,
                bench.Run({"show", id, "--raw", "--as-of", day}).out);
    }
  }
  ASSERT_EQ(bench.Run({"export", "--to", "markdown", "-o", bench.Path("texts")}).code, 0);
  EXPECT_EQ(bench.Listing("texts").at("kz/parliament.md"), kEnglish1998);
  EXPECT_EQ(bench.Listing("texts").at("kz/parliament-kk.md"), kKazakh);
  EXPECT_EQ(bench.Listing("texts").at("crlf.md"), "# W\r\n\r\ntext");
  EXPECT_EQ(bench.Run({"export", "--to", "markdown"}).code, 2);
}

TEST(ExportJsonl, GoesToAFileThatIsNotThere) {
  const Workbench bench;
  ImportSample(bench);
  const std::string path = bench.Path("states.jsonl");
  ASSERT_EQ(bench.Run({"export", "--to", "jsonl", "-o", path}).code, 0);
  EXPECT_EQ(bench.Read("states.jsonl"), bench.Run({"export", "--to", "jsonl"}).out);
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl", "-o", path}).code, 2);
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl", "-o", path, "--force", "*-zh"}).code, 0);
  EXPECT_EQ(Lines(bench.Read("states.jsonl")).size(), 1u);
  const auto before = Around(bench);
  EXPECT_EQ(
      RunProgram(bench, {"export", "--to", "jsonl", "-o", bench.Path("more.jsonl")}, {.max_file_bytes = 100})
          .code,
      8);
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl", "-o", bench.Path("no/folder/here.jsonl")}).code, 8);
  EXPECT_EQ(Around(bench), before);
}

TEST(ExportJsonl, OfADayIsOneStateADocument) {
  const Workbench bench;
  ImportSample(bench);
  const auto lines = Lines(bench.Run({"export", "--to", "jsonl", "--as-of", "1996"}).out);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_NE(lines[0].find("67 deputies"), std::string::npos);
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl", "--history"}).out,
            bench.Run({"export", "--to", "jsonl"}).out);
  EXPECT_EQ(bench.Run({"export", "--to", "html", "-o", bench.Path("x"), "--history"}).code, 2);
  EXPECT_EQ(bench.Run({"export", "--to", "pdf"}).code, 2);
}

TEST(ExportJsonl, DoesNotFollowAPlantedLink) {
  const Workbench bench;
  ImportSample(bench);
  bench.Write("outside", "mine");
  fs::create_symlink(bench.Path("outside"), bench.Path("states.jsonl"));
  const Words words = {"export", "--to", "jsonl", "-o", bench.Path("states.jsonl")};
  EXPECT_EQ(bench.Run(words).code, 2);
  Words forced = words;
  forced.emplace_back("--force");
  EXPECT_EQ(bench.Run(forced).code, 0);
  EXPECT_EQ(bench.Read("outside"), "mine");
  EXPECT_FALSE(fs::is_symlink(bench.Path("states.jsonl")));
}

TEST(ExportHistory, IsOneFileOfOneDocument) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome one =
      bench.Run({"export", "--to", "html", "--history", "kz/parliament", "-o", bench.Path("h.html")});
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_NE(bench.Read("h.html").find("<script id=\"data\""), std::string::npos);
  const Outcome many = bench.Run({"export", "--to", "html", "--history"});
  EXPECT_EQ(many.code, 2);
  EXPECT_NE(many.err.find("name one"), std::string::npos) << many.err;
}

TEST(Export, OfNothingSaysSo) {
  const Workbench bench;
  bench.Import("law", "2001", "# Act\n");
  for (const std::string form : {"jsonl", "markdown", "akn", "git", "html"}) {
    const Outcome outcome = bench.Run({"export", "--to", form, "-o", bench.Path(form), "nothing*"});
    EXPECT_EQ(outcome.code, 1) << form;
    EXPECT_NE(outcome.err.find("no document"), std::string::npos) << form;
  }
}

}  // namespace
}  // namespace muragat::tools
