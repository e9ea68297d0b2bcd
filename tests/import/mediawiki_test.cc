#include "import/mediawiki.h"

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

constexpr std::string_view kDump = R"(<?xml version="1.0"?>
<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="kk">
  <siteinfo><sitename>Wiki</sitename><base>https://wiki.example/w/Main_Page</base></siteinfo>
  <page>
    <title>Law of 1995</title><ns>0</ns><id>7</id>
    <revision>
      <id>11</id><timestamp>2004-05-06T07:08:09Z</timestamp>
      <contributor><username>Aigul</username><id>3</id></contributor>
      <comment>First
text</comment><origin>11</origin><model>wikitext</model><format>text/x-wiki</format>
      <text bytes="22">Lead.
== One ==
a &amp; b</text>
      <content><role>meta</role><model>json</model><text>{}</text></content>
    </revision>
    <revision>
      <id>12</id><parentid>11</parentid><timestamp>2004-05-07T00:00:00Z</timestamp>
      <contributor><ip>192.0.2.1</ip></contributor><minor/>
      <text bytes="3">abc</text>
    </revision>
    <revision><id>13</id><timestamp>2004-05-08T00:00:00Z</timestamp><text deleted="deleted"/></revision>
    <revision><id>14</id><timestamp>2004-05-09T00:00:00Z</timestamp><text id="9" bytes="50"/></revision>
    <revision><id>15</id><timestamp>some day</timestamp><text>x</text></revision>
    <revision><id>16</id><timestamp>2004-05-10T00:00:00Z</timestamp><model>css</model><text>== a ==</text></revision>
    <upload><comment>a file</comment><timestamp>2009-01-01T00:00:00Z</timestamp></upload>
  </page>
  <page><title>/x</title><revision><id>20</id><timestamp>2004-05-10T00:00:00Z</timestamp><text>y</text></revision></page>
</mediawiki>)";

// Every item of a dump as a line, and last how the stream ended.
std::vector<std::string> ReadAll(std::string_view dump, const Limits& limits = {}) {
  const auto source = ReadMemory(dump);
  MediaWikiReader reader(*source, limits);
  std::vector<std::string> lines;
  StateOrReason next;
  while (true) {
    const auto found = reader.ReadInto(next);
    if (!found.ok() || !*found) {
      lines.push_back(found.ok() ? "end" : found.status().message());
      return lines;
    }
    std::string line = next.place + ": ";
    if (next.state.ok()) {
      const State& state = *next.state;
      line += state.document.text() + " " + FormatDate(state.valid) + " [" + state.reform + "] " +
              state.author + " " + std::to_string(state.content->sections.size()) + " " +
              state.capture.media_type;
    } else {
      line += next.state.status().message();
    }
    lines.push_back(line);
  }
}

TEST(MediaWiki, GivesAStateForEachRevision) {
  const auto lines = ReadAll(kDump);
  ASSERT_EQ(lines.size(), 8u);
  EXPECT_EQ(lines[0],
            "page \"Law of 1995\", revision 11: Law of 1995 2004-05-06T07:08:09Z [First text] Aigul 2 "
            "text/x-wiki");
  EXPECT_EQ(lines[1],
            "page \"Law of 1995\", revision 12: Law of 1995 2004-05-07T00:00:00Z [] 192.0.2.1 1 text/x-wiki");
  EXPECT_EQ(lines[2], "page \"Law of 1995\", revision 13: its text is not in the file");
  EXPECT_EQ(lines[3], "page \"Law of 1995\", revision 14: its text is not in the file");
  EXPECT_TRUE(lines[4].starts_with("page \"Law of 1995\", revision 15: ")) << lines[4];
  EXPECT_EQ(lines[5], "page \"Law of 1995\", revision 16: Law of 1995 2004-05-10T00:00:00Z []  1 text/plain");
  EXPECT_TRUE(lines[6].starts_with("page \"/x\", revision 20: ")) << lines[6];
  EXPECT_EQ(lines[7], "end");
}

TEST(MediaWiki, AStateIsSeenAndSaysWhereItIsFrom) {
  const auto source = ReadMemory(kDump);
  MediaWikiReader reader(*source);
  StateOrReason next;
  ASSERT_TRUE(*reader.ReadInto(next));
  const State& state = *next.state;
  EXPECT_EQ(state.basis, Basis::kSeen);
  EXPECT_EQ(state.content->Text(), "Lead.\n== One ==\na & b");
  EXPECT_EQ(state.content->title, "Law of 1995");
  EXPECT_EQ(state.content->language, "kk");
  EXPECT_EQ(state.capture.source_url, "https://wiki.example/w/Law_of_1995");
}

TEST(MediaWiki, WhatIsCutShortKeepsWhatStandsBefore) {
  const auto lines = ReadAll(kDump.substr(0, kDump.find("<revision><id>14")));
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_NE(lines[3].find("line 22"), std::string::npos) << lines[3];
}

TEST(MediaWiki, ReadsNoDocumentType) {
  const std::string bomb =
      "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + std::string(kDump.substr(22));
  EXPECT_EQ(ReadAll(bomb), std::vector<std::string>{"a document type declaration is not read"});
  EXPECT_EQ(ReadAll("<html/>"), std::vector<std::string>{"the outermost element is no <mediawiki>"});
}

TEST(MediaWiki, HasLimits) {
  Limits limits;
  limits.max_text_bytes = 10;
  EXPECT_EQ(ReadAll(kDump, limits)[0],
            "page \"Law of 1995\", revision 11: the text is longer than the limit");
  EXPECT_EQ(ReadAll(kDump, limits)[1].find("longer"), std::string::npos) << "the next one is read";
  std::string deep = "<mediawiki>";
  for (int i = 0; i < 100; ++i) deep += "<a>";
  EXPECT_EQ(ReadAll(deep), std::vector<std::string>{"elements stand more than 64 deep within each other"});
  const std::string wide = "<mediawiki a=\"" + std::string(size_t{4} << 20, 'x') + "\"/>";
  EXPECT_EQ(ReadAll(wide), std::vector<std::string>{"a tag or comment is longer than 1 MiB"});
}

TEST(MediaWiki, IsKnownByItsOutermostElement) {
  EXPECT_TRUE(LooksLikeMediaWiki(kDump));
  EXPECT_TRUE(LooksLikeMediaWiki("\xef\xbb\xbf<!-- x --> <mediawiki>"));
  EXPECT_TRUE(LooksLikeMediaWiki(std::string_view("\0<\0m\0e\0d\0i\0a\0w\0i\0k\0i\0>", 22)));
  EXPECT_FALSE(LooksLikeMediaWiki("<akomaNtoso>"));
  EXPECT_FALSE(LooksLikeMediaWiki("# mediawiki"));
}

}  // namespace
}  // namespace muragat::import
