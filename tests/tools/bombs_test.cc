// Inputs that are small, or without end, and would become more than a machine has: each is refused within a
// second of computing and 256 MiB.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>

#include <gtest/gtest.h>

#include "tests/support/archive_bytes.h"
#include "tests/tools/child.h"

namespace muragat::tools {
namespace {

// A sanitizer takes time and memory for itself.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MURAGAT_NO_LIMIT
#endif
#endif
#ifdef MURAGAT_NO_LIMIT
constexpr bool kHasLimit = false;
#else
constexpr bool kHasLimit = true;
#endif
constexpr uint64_t kMostMilliseconds = 1'000, kMostBytes = uint64_t{256} << 20;

constexpr std::string_view kAknHead = "<akomaNtoso><act><meta/><body>";

std::string Repeat(std::string_view text, size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) all += text;
  return all;
}

struct Bomb {
  const char* name;  // with the ending of its file
  std::function<std::string()> bytes;
  const char* why;  // a part of the message
};

const std::vector<Bomb>& Bombs() {
  const auto entities = [](const std::string& root, const std::string& inside) {
    std::string bytes = "<!DOCTYPE " + root + " [<!ENTITY a0 \"lol\">";
    for (int i = 1; i < 40; ++i) {
      const std::string one = "&a" + std::to_string(i - 1) + ";";
      bytes += "<!ENTITY a" + std::to_string(i) + " \"" + Repeat(one, 10) + "\">";
    }
    return bytes + "]><" + root + ">" + inside + "&a39;</" + root + ">";
  };
  static const std::vector<Bomb> bombs = {
      {"entities.xml", [=] { return entities("akomaNtoso", ""); }, "a document type declaration"},
      {"entities.wiki.xml", [=] { return entities("mediawiki", ""); }, "a document type declaration"},
      {"deep.xml",
       [] {
         return std::string(kAknHead) + Repeat("<p>", 400'000) + Repeat("</p>", 400'000) +
                "</body></act></akomaNtoso>";
       },
       "deep within each other"},
      {"wide.xml", [] { return std::string(kAknHead) + Repeat("<p/>", 4'000'000); }, "a million tags"},
      {"deep.html", [] { return "<body>" + Repeat("<div>", 6'000'000); }, "nested deeper than 512"},
      {"wide.html", [] { return "<body>" + Repeat("<p>x", 6'000'000); }, "500,000 elements"},
      {"attributes.html", [] { return "<p " + Repeat("a=1 ", 6'000'000) + ">"; }, "512 attributes"},
      {"headings.md", [] { return Repeat("#\n", 10'000'000); }, "16 MiB"},
      {"sections.md", [] { return Repeat("# a\n", 4'000'000); }, "100000 sections"},
      {"page.html", [] { return "<body>" + std::string(size_t{65} << 20, 'x'); }, "64 MiB"},
      {"many.zip",
       [] {
         std::vector<test::ArchiveFile> files;
         files.reserve(200'001);
         for (int i = 0; i <= 200'000; ++i) files.push_back({std::to_string(i) + ".md", "x"});
         return test::MakeZip(files);
       },
       "more than 200000 files"},
      {"brackets.jsonl", [] { return Repeat("[", 60'000'000) + "\n"; }, "too many values"},
      {"nested.jsonl", [] { return "{\"document\":\"d\",\"x\":" + Repeat("{\"a\":", 12'000'000) + "\n"; },
       "too many values"},
      {"line.jsonl",
       [] { return "{\"document\":\"d\",\"body\":\"" + std::string(size_t{200} << 20, 'x') + "\"}\n"; },
       "longer than 134217728 bytes"},
      {"text.md.zst", [] { return test::MakeZstdBomb("# Law\n", size_t{40} << 30); }, "16 MiB"},
      {"record.warc",
       [] {
         return std::string(
             "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/\r\n"
             "Content-Type: application/http\r\nContent-Length: 9000000000\r\n\r\nHTTP/1.1 200 OK\r\n");
       },
       "at most 67108864"},
  };
  return bombs;
}

// What a second is on this machine, in which others may have a part: where fresh memory is slow to come, all
// that is read is. 128 MiB are filled in 80 ms where nothing else runs.
uint64_t SecondInMilliseconds() {
  static const uint64_t second = [] {
    const std::clock_t began = std::clock();
    const std::string memory(size_t{128} << 20, 'x');
    const auto used = static_cast<uint64_t>(std::clock() - began) * 1'000 / CLOCKS_PER_SEC;
    EXPECT_EQ(memory.back(), 'x');
    return std::max(kMostMilliseconds, kMostMilliseconds * used / 80);
  }();
  return second;
}

// Files of one document are told its date.
Words WordsFor(const std::string& path) {
  Words words = {"import", path};
  if (path.ends_with(".jsonl")) {
    words.insert(words.end(), {"--format", "jsonl"});
    return words;
  }
  for (const char* ending : {".wiki.xml", ".warc"}) {
    if (path.ends_with(ending)) return words;
  }
  words.insert(words.end(), {"--date", "2020"});
  return words;
}

// Runs it up to three times: a machine that others use computes longer, now and then, for the same.
void ExpectRefused(
    const std::string& name, const std::string& why, const Workbench& bench, const Words& words,
    const std::function<void(Child&)>& feed = [](Child&) {}) {
  uint64_t least_milliseconds = UINT64_MAX, most_bytes = 0;
  for (int run = 0; run < 3 && least_milliseconds >= SecondInMilliseconds(); ++run) {
    Child child(ProgramWords(bench, words));
    feed(child);
    const Outcome outcome = child.Wait();
    ASSERT_EQ(outcome.code, 2) << name << ": " << outcome.out << outcome.err;
    EXPECT_NE(outcome.err.find(why), std::string::npos) << name << ": " << outcome.err;
    EXPECT_LT(outcome.err.size(), 2'000u) << name;
    least_milliseconds = std::min(least_milliseconds, child.cpu_milliseconds());
    most_bytes = std::max(most_bytes, child.peak_bytes());
  }
  EXPECT_TRUE(bench.Listing().empty()) << name;
  if (!kHasLimit) return;
  EXPECT_LT(least_milliseconds, SecondInMilliseconds()) << name;
  EXPECT_LT(most_bytes, kMostBytes) << name;
}

TEST(Bombs, AreRefusedInASecondAndLittleMemory) {
  for (const Bomb& bomb : Bombs()) {
    const Workbench bench;
    ExpectRefused(bomb.name, bomb.why, bench, WordsFor(bench.Write(bomb.name, bomb.bytes())));
  }
}

// Of gzip, bzip2 and xz: 16 MiB of zeros, put end to end until they are 4 GiB.
TEST(Bombs, OfOtherPackersAreRefusedToo) {
  for (const std::string packer : {"gzip", "bzip2", "xz"}) {
    const Workbench bench;
    const std::string one = bench.Path("one");
    const std::string pack = "head -c 16777216 /dev/zero | " + packer + " -9 >'" + one + "' 2>/dev/null";
    if (std::system(pack.c_str()) != 0) {
      std::cout << "skipped: no " << packer << '\n';
      continue;
    }
    const std::string packed = Repeat(bench.Read("one"), 256);
    ExpectRefused(packer, "16 MiB", bench, WordsFor(bench.Write("text.md", packed)));
  }
}

// A line without an end comes through a pipe; nobody holds it.
TEST(Bombs, ALineOfAGibibyteIsRefused) {
  const std::string block(size_t{1} << 20, 'x');
  const auto feed = [&](Child& child) {
    for (int i = 0; i < 1'024 && child.Write(block); ++i) continue;
  };
  const Workbench bench;
  ExpectRefused("text", "longer than", bench,
                {"import", "-", "--format", "text", "--document", "d", "--date", "2020"}, feed);
}

}  // namespace
}  // namespace muragat::tools
