#include "tests/support/generated_history.h"

#include <gtest/gtest.h>

#include "import/markdown.h"
#include "muragat/base/hash.h"

namespace muragat {
namespace {

using support::GeneratedHistory;
using support::GeneratedLanguage;
using support::GenerateHistory;
using support::TrueLink;

constexpr GeneratedLanguage kLanguages[] = {GeneratedLanguage::kEnglish, GeneratedLanguage::kRussian,
                                            GeneratedLanguage::kKazakh, GeneratedLanguage::kChinese};

TEST(GenerateHistory, MakesTheSameBytesFromTheSameSeed) {
  for (const GeneratedLanguage language : kLanguages) {
    const auto a = GenerateHistory(7, {.language = language}), b = GenerateHistory(7, {.language = language});
    const auto c = GenerateHistory(8, {.language = language});
    ASSERT_EQ(a.editions.size(), 30u);
    for (size_t i = 0; i < a.editions.size(); ++i)
      EXPECT_EQ(a.editions[i].state.content->Text(), b.editions[i].state.content->Text());
    EXPECT_NE(a.editions[0].state.content->Text(), c.editions[0].state.content->Text());
  }
}

TEST(GenerateHistory, CutsSectionsAsTheReaderOfMarkdownDoes) {
  for (const GeneratedLanguage language : kLanguages) {
    for (uint32_t seed = 1; seed <= 6; ++seed) {
      const GeneratedHistory history = GenerateHistory(seed, {.language = language, .editions = 12});
      for (const auto& edition : history.editions) {
        const Document& made = *edition.state.content;
        const auto read = import::ReadMarkdown(made.Text());
        ASSERT_TRUE(read.ok()) << read.status().message();
        ASSERT_EQ(read->sections.size(), made.sections.size());
        for (size_t i = 0; i < made.sections.size(); ++i) {
          EXPECT_EQ(read->sections[i].Text(), made.sections[i].Text());
          EXPECT_EQ(read->sections[i].title, made.sections[i].title);
          EXPECT_EQ(read->sections[i].number, made.sections[i].number);
          EXPECT_EQ(read->sections[i].depth_levels, made.sections[i].depth_levels);
          EXPECT_EQ(read->sections[i].teaser, made.sections[i].teaser) << made.sections[i].body;
        }
      }
    }
  }
}

TEST(GenerateHistory, WritesDownWhatHappenedToEverySection) {
  std::set<ChangeEvent> events;
  std::set<ChangeKind> kinds;
  for (uint32_t seed = 1; seed <= 20; ++seed) {
    const GeneratedHistory history = GenerateHistory(seed, {.language = kLanguages[seed % 4]});
    for (size_t i = 1; i < history.editions.size(); ++i) {
      const auto& older = history.editions[i - 1].state.content->sections;
      const auto& newer = history.editions[i].state.content->sections;
      std::vector<size_t> from(older.size()), to(newer.size());
      for (const TrueLink& link : history.editions[i].links) {
        if (link.older) ++from.at(*link.older);
        if (link.newer) ++to.at(*link.newer);
        events.insert(link.events.begin(), link.events.end());
        kinds.insert(link.kind);
        if (!link.events.empty() || !link.older || !link.newer) continue;
        EXPECT_EQ(older[*link.older].Text(), newer[*link.newer].Text());
      }
      for (const size_t count : from) EXPECT_GE(count, 1u);
      for (const size_t count : to) EXPECT_GE(count, 1u);
    }
  }
  EXPECT_EQ(events.size(), 10u) << "every event occurs";
  EXPECT_EQ(kinds.size(), 5u) << "and every kind";
}

}  // namespace
}  // namespace muragat
