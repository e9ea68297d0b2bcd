#include "import/warc.h"

#include <gtest/gtest.h>

#include "import/page_address.h"

namespace muragat::import {
namespace {

std::string Record(const std::string& head, const std::string& block) {
  return "WARC/1.1\r\n" + head +
         "WARC-Date: 2020-02-03T04:05:06Z\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

std::string Response(const std::string& address, const std::string& fields, const std::string& body,
                     const std::string& more = "") {
  return Record("WARC-Type: response\r\nWARC-Target-URI: " + address +
                    "\r\nContent-Type: application/http; msgtype=response\r\n" + more,
                "HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body);
}

// A line a state, or why it is none.
std::vector<std::string> ReadAll(const std::string& bytes) {
  const auto source = ReadMemory(bytes);
  WarcMemory memory;
  WarcReader reader(*source, memory);
  std::vector<std::string> lines;
  StateOrReason next;
  while (true) {
    const auto found = reader.ReadInto(next);
    if (!found.ok()) lines.push_back("ends: " + found.status().message());
    if (!found.ok() || !*found) return lines;
    lines.push_back(next.state.ok() ? next.state->document.text() + " " + FormatDate(next.state->valid) +
                                          " " + next.state->content->Text()
                                    : next.place + ": " + next.state.status().message());
  }
}

const std::string kHtmlType = "Content-Type: text/html\r\n";

TEST(Warc, GivesAStateForEachPage) {
  const std::string page = "<!doctype html><p>Text</p>";
  const auto lines =
      ReadAll(Record("WARC-Type: warcinfo\r\n", "software: x\r\n") +
              Response("<http://Example.org/a>", kHtmlType, page) +
              Record("WARC-Type: request\r\nWARC-Target-URI: http://example.org/a\r\n", "GET /") +
              Response("http://example.org/b.png", "Content-Type: image/png\r\n", "x") +
              Record("WARC-Type: resource\r\nWARC-Target-URI: http://example.org/c\r\n"
                     "Content-Type: text/plain\r\n",
                     "plain"));
  EXPECT_EQ(lines, (std::vector<std::string>{"example.org/a 2020-02-03T04:05:06Z Text\n",
                                             "example.org/c 2020-02-03T04:05:06Z plain"}));
}

TEST(Warc, TakesABodyOutOfItsChunks) {
  const std::string fields = kHtmlType + "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(ReadAll(Response("http://x/", fields, "8;a=b\r\n<p>abc</\r\n2\r\np>\r\n0\r\n\r\n")).front(),
            "x 2020-02-03T04:05:06Z abc\n");
  EXPECT_EQ(ReadAll(Response("http://x/", fields, "<p>no chunks</p>")).front(),
            "x 2020-02-03T04:05:06Z no chunks\n");
  EXPECT_EQ(ReadAll(Response("http://x/", fields, "4\r\n<p>a\r\n9999\r\nb")).front(),
            "record 1, http://x/: its chunks are broken");
}

TEST(Warc, ACharsetOfTheResponseGoesFirst) {
  const std::string body = "<meta charset=utf-8><p>\xc7\xe0\xea\xee\xed</p>";
  EXPECT_EQ(
      ReadAll(Response("http://x/", "Content-Type: text/html; charset=\"windows-1251\"\r\n", body)).front(),
      "x 2020-02-03T04:05:06Z Закон\n");
}

TEST(Warc, ComparesDigests) {
  // SHA-1 and SHA-256 of "abc", FIPS 180-4.
  const std::string head =
      "WARC-Type: resource\r\nWARC-Target-URI: http://x/\r\nContent-Type: text/plain\r\n";
  EXPECT_EQ(
      ReadAll(Record(head + "WARC-Block-Digest: sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5\r\n", "abc")).front(),
      "x 2020-02-03T04:05:06Z abc");
  EXPECT_EQ(
      ReadAll(Record(head + "WARC-Block-Digest: sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5\r\n", "abd")).front(),
      "record 1, http://x/: its block does not fit its digest");
  EXPECT_EQ(ReadAll(Record(head + "WARC-Payload-Digest: sha256:"
                                  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ae\r\n",
                           "abc"))
                .front(),
            "record 1, http://x/: its payload does not fit its digest");
  EXPECT_EQ(ReadAll(Record(head + "WARC-Payload-Digest: new:zz\r\n", "abc")).size(), 1u);
}

TEST(Warc, ARevisitIsThePageAgain) {
  const std::string revisit =
      Record("WARC-Type: revisit\r\nWARC-Target-URI: http://x/\r\nWARC-Refers-To-Target-URI: http://x/\r\n",
             "HTTP/1.1 200\r\n");
  EXPECT_EQ(ReadAll(Response("http://x/", kHtmlType, "<p>a</p>") + revisit),
            (std::vector<std::string>{"x 2020-02-03T04:05:06Z a\n", "x 2020-02-03T04:05:06Z a\n"}));
  EXPECT_EQ(ReadAll(revisit).front(),
            "record 1, http://x/: the record that it refers to was not read before it");
}

TEST(Warc, GoesOnBehindARecordThatMakesNoSense) {
  const std::string good = Response("http://x/", kHtmlType, "<p>a</p>");
  const auto lines =
      ReadAll("WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n" + good + "stray\r\nbytes\r\n" + good);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0], "behind record 1: record 1 does not say how long it is");
  EXPECT_EQ(lines[1], "x 2020-02-03T04:05:06Z a\n");
  EXPECT_EQ(lines[2], "behind record 2: where record 3 should begin stands something else");
  EXPECT_EQ(lines[3], lines[1]);
  EXPECT_EQ(ReadAll(good.substr(0, good.size() - 8)).front(),
            "ends: record 1, http://x/: the file ends within a record");
}

TEST(Warc, ABombIsRefused) {
  const std::string huge =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/\r\n"
      "Content-Type: application/http\r\nContent-Length: 9000000000\r\n\r\nHTTP/1.1 200 OK\r\n";
  EXPECT_EQ(ReadAll(huge).front(), "record 1, http://x/: it has 9000000000 bytes; at most 67108864 are read");
  EXPECT_EQ(ReadAll("WARC/1.0\r\n" + std::string(size_t{1} << 20, 'a')).size(), 1u);
}

TEST(PageAddress, IsTheIdOfADocument) {
  EXPECT_EQ(DocumentIdOfAddress("https://Example.org/"), "example.org");
  EXPECT_EQ(DocumentIdOfAddress("https://Example.org/a//B/?x=1/2#top"), "example.org/a/B?x=1%2F2");
  EXPECT_EQ(DocumentIdOfAddress("http://x/../y"), "x/%2E%2E/y");
  EXPECT_EQ(DocumentIdOfAddress("/za/act/1996"), "za/act/1996");
  EXPECT_EQ(DocumentIdOfAddress(""), "");
}

}  // namespace
}  // namespace muragat::import
