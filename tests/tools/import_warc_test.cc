// Imports of archived pages, from files that are made here.
#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

struct Record {
  std::string type, address, date, block;
  std::string more = {};  // header lines, each with its end
};

std::string MakeWarc(const std::vector<Record>& records) {
  std::string warc;
  for (const Record& record : records) {
    warc += "WARC/1.0\r\nWARC-Type: " + record.type + "\r\nWARC-Target-URI: " + record.address +
            "\r\nWARC-Date: " + record.date + "\r\n" + record.more +
            "Content-Length: " + std::to_string(record.block.size()) + "\r\n\r\n" + record.block + "\r\n\r\n";
  }
  return warc;
}

std::string Answer(const std::string& body, const std::string& headers = "Content-Type: text/html\r\n") {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

constexpr std::string_view kHttp = "Content-Type: application/http; msgtype=response\r\n";

TEST(ImportWarc, AnAddressIsADocumentWithAllItsDates) {
  const Workbench bench;
  const std::string more(kHttp);
  const std::string path =
      bench.Write("crawl.warc", MakeWarc({{"warcinfo", "", "2020-01-01T00:00:00Z", "software: x\r\n"},
                                          {"response", "http://a.kz/law", "2020-01-02T00:00:00Z",
                                           Answer("<!doctype html><h1>A</h1><p>old"), more},
                                          {"response", "http://a.kz/law", "2021-01-02T00:00:00Z",
                                           Answer("<!doctype html><h1>A</h1><p>new"), more},
                                          {"response", "http://a.kz/logo", "2021-01-02T00:00:00Z",
                                           Answer("x", "Content-Type: image/png\r\n"), more}}));
  const Outcome outcome = bench.Run({"import", path});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "a.kz/law: +1 added, 1 changed in 2 states\ncommitted 2 states in 1 documents, commit 1\n");
  EXPECT_NE(outcome.err.find("passed over"), std::string::npos) << outcome.err;
  EXPECT_EQ(bench.Run({"show", "a.kz/law", "--as-of", "2020-06-01", "--raw"}).out, "# A\n\nold\n");
  EXPECT_EQ(bench.Run({"show", "a.kz/law", "--capture"}).out, "<!doctype html><h1>A</h1><p>new");
  EXPECT_NE(bench.Run({"export", "--to", "jsonl"}).out.find("\"source\":\"http://a.kz/law\""),
            std::string::npos);
}

TEST(ImportWarc, ChunksAndCharsetsAreUndoneAndARevisitFindsItsPage) {
  const Workbench bench;
  const std::string chunked =
      Answer("12\r\n<h1>\xc7\xe0\xea\xee\xed</h1><p>x\r\n0\r\n\r\n",
             "Content-Type: text/html; charset=windows-1251\r\nTransfer-Encoding: chunked\r\n");
  const std::string path =
      bench.Write("crawl.warc",
                  MakeWarc({{"response", "http://a.kz/", "2020-01-02T00:00:00Z", chunked, std::string(kHttp)},
                            {"revisit", "http://a.kz/", "2021-01-02T00:00:00Z", "HTTP/1.1 200 OK\r\n\r\n",
                             "WARC-Refers-To-Target-URI: http://a.kz/\r\n"
                             "WARC-Refers-To-Date: 2020-01-02T00:00:00Z\r\n"}}));
  const Outcome outcome = bench.Run({"import", path});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("committed 2 states in 1 documents"), std::string::npos) << outcome.out;
  EXPECT_EQ(bench.Run({"show", "a.kz", "--raw"}).out.substr(0, 12), "# Закон");
}

TEST(ImportWarc, BrokenRecordsAreNamedAndTheOthersStay) {
  const Workbench bench;
  const std::string path = bench.Write(
      "crawl.warc",
      MakeWarc(
          {{"resource", "http://a.kz/bad", "2020-01-02T00:00:00Z", "text",
            "Content-Type: text/plain\r\nWARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"},
           {"resource", "http://a.kz/undated", "soon", "text", "Content-Type: text/plain\r\n"},
           {"resource", "http://a.kz/good", "2020-01-02T00:00:00Z", "text",
            "Content-Type: text/plain\r\n"}}) +
          "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 100\r\n\r\ncut");
  const Outcome outcome = bench.Run({"import", path});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "a.kz/good: +1 added\ncommitted 1 states in 1 documents, commit 1\n");
  EXPECT_EQ(Lines(outcome.err).size(), 4u) << outcome.err;
  EXPECT_NE(outcome.err.find("http://a.kz/bad"), std::string::npos) << outcome.err;
}

TEST(ImportWarc, OfNothingButBrokenRecordsLeavesNothing) {
  const Workbench bench;
  const std::string path =
      bench.Write("crawl.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n");
  EXPECT_EQ(bench.Run({"import", path}).code, 2);
  EXPECT_TRUE(bench.Listing().empty());
}

}  // namespace
}  // namespace muragat::tools
