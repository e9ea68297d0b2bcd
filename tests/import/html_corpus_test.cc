#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "import/html.h"
#include "muragat/diff/change.h"
#include "muragat/diff/section_match.h"
#include "tests/support/corpus.h"

namespace muragat::import {
namespace {

std::string ReadFile(const std::filesystem::path& path) {
  std::stringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// The sections of both pages with the lineages that the later has from the earlier.
std::vector<LineageSection> Number(const Document& document,
                                   const std::vector<std::optional<size_t>>* older_of) {
  std::vector<LineageSection> sections;
  uint32_t fresh = 1000;
  for (size_t i = 0; i < document.sections.size(); ++i) {
    const uint32_t number = older_of == nullptr ? static_cast<uint32_t>(i + 1)
                            : (*older_of)[i]    ? static_cast<uint32_t>(*(*older_of)[i] + 1)
                                                : fresh++;
    sections.push_back({{number}, document.sections[i]});
  }
  return sections;
}

ChangeKind KindOfPair(const std::filesystem::path& folder) {
  const auto older = ReadHtml(ReadFile(folder / "a.html")), newer = ReadHtml(ReadFile(folder / "b.html"));
  EXPECT_TRUE(older.ok() && newer.ok()) << folder;
  if (!older.ok() || !newer.ok()) return ChangeKind::kUnchanged;
  const auto older_of = MatchSections(older->document.sections, newer->document.sections);
  const auto before = Number(older->document, nullptr), after = Number(newer->document, &older_of);
  return CompareEditions(before, after).kind;
}

// Pages of which a person said what changed: nothing but the page's furniture, or the text.
TEST(HtmlCorpusPairs, AChangeIsSubstantiveWhereAPersonSaidSo) {
  const auto folder = support::FindShared("samples/html-pairs");
  if (!folder) GTEST_SKIP() << "skipped: no corpus";
  size_t false_positives = 0, true_positives = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    const std::string name = entry.path().filename().string();
    const bool quiet = name.find("falsepos") != std::string::npos,
               loud = name.find("truepos") != std::string::npos;
    const bool law = name.starts_with("dc-code") || name == "edgi-doe-home";
    if (!quiet && !loud && !law) continue;
    const ChangeKind kind = KindOfPair(entry.path());
    EXPECT_EQ(kind == ChangeKind::kSubstantive, !quiet) << name << ": " << KindName(kind);
    ++(quiet ? false_positives : true_positives);
  }
  EXPECT_GE(false_positives, 2u);
  EXPECT_GE(true_positives, 7u);
}

TEST(HtmlCorpusPairs, EncodingsAreReadAsFarAsTheyGo) {
  const auto folder = support::FindShared("samples/html-pairs/edgi-encodings");
  if (!folder) GTEST_SKIP() << "skipped: no corpus";
  const std::filesystem::path path = *folder;
  EXPECT_EQ(ReadHtml(ReadFile(path / "has_null_byte.txt"))->document.Text(),
            "blah blah \ufffd null! blah blah\n");
  const std::string text = ReadHtml(ReadFile(path / "poorly_encoded_utf8.txt"))->document.Text();
  EXPECT_NE(text.find("\ufffd"), std::string::npos);
  EXPECT_NE(text.find("THE END"), std::string::npos);
  const auto unknown = ReadHtml(ReadFile(path / "unknown_encoding.html"));
  EXPECT_EQ(unknown->document.title, "NWS Level II Radar Receive Status");
  EXPECT_NE(unknown->document.Text().find("44 sites up (97.8%) of 45 radar sites monitored"),
            std::string::npos);
}

// All pages of a code: each has a text, its number as the title's, and the received bytes as its capture.
TEST(HtmlCorpus, APageOfACodeIsReadWhole) {
  const auto path = support::FindCorpus("dc-html-title1");
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  uint64_t states = 0, removals = 0, raw_bytes = 0, headed = 0;
  const Status status = support::ReadCorpus(*path, [&](State&& state) {
    if (!state.content) {
      ++removals;
      return;
    }
    ++states;
    ASSERT_TRUE(state.capture.bytes);
    raw_bytes += state.capture.bytes->size();
    EXPECT_EQ(state.capture.media_type, "text/html");
    EXPECT_EQ(state.content->language, "en-US");
    for (const Section& section : state.content->sections) {
      if (section.title != state.content->title) continue;
      ++headed;
      break;
    }
  });
  EXPECT_TRUE(status.ok()) << status.message();
  EXPECT_EQ(states, 4138u);
  EXPECT_EQ(removals, 1617u);
  EXPECT_EQ(raw_bytes, 83'172'320u);
  EXPECT_EQ(headed, states);
}

}  // namespace
}  // namespace muragat::import
