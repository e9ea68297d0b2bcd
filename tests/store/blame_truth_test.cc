// Blame against histories whose truth is known, word by word. MURAGAT_GENERATED_DOCUMENTS=200 makes it a long
// campaign, MURAGAT_TELL=1 names every word that is wrong and every lineage that was lost or taken over.
#include <cstdlib>
#include <iostream>
#include <map>

#include <gtest/gtest.h>

#include "muragat/store/blame_reader.h"
#include "tests/store/memory_archive.h"
#include "tests/support/generated_history.h"
#include "tests/support/text_words.h"

namespace muragat {
namespace {

using support::GeneratedEdition;
using support::GeneratedHistory;
using support::GeneratedLanguage;
using support::GeneratedWord;
using support::GenerateHistory;

struct Score {
  size_t words = 0, right = 0;
  void Count(bool is_right) { ++words, right += is_right ? 1u : 0u; }
  double Share() const { return words == 0 ? 1 : static_cast<double>(right) / static_cast<double>(words); }
};

struct Scores {
  Score all, later;  // later: words that came after the first edition
};

uint32_t OriginAt(const SectionBlame& section, size_t at) {
  for (const BlameSpan& span : section.spans)
    if (at < span.end) return span.origin.brought;
  return UINT32_MAX;
}

// Walks the words of a section beside those of the truth, which do not hold what noise added. A word of the
// generator may be several of a reader's.
void ScoreSection(const SectionBlame& section, const std::vector<GeneratedWord>& truth, Scores& scores,
                  const std::string& where, bool tell) {
  const size_t heading = section.section.section.heading.size();
  const std::vector<support::TextWord> words = support::WordsOf(section.section.section.body);
  size_t at = 0;
  for (const GeneratedWord& one : truth) {
    for (const support::TextWord& part : support::WordsOf(one)) {
      while (at < words.size() && words[at].text != part.text) ++at;
      if (at == words.size()) return;
      const uint32_t found = OriginAt(section, heading + words[at].begin);
      if (tell && found != one.brought)
        std::cout << where << " " << section.section.section.title << ": " << part.text << " came with "
                  << one.brought << ", found " << found << "\n";
      scores.all.Count(found == one.brought);
      if (one.brought > 0) scores.later.Count(found == one.brought);
      ++at;
    }
  }
}

Scores ScoreHistory(const GeneratedHistory& history, bool tell) {
  MemoryArchive archive;
  for (const GeneratedEdition& edition : history.editions) archive.Import({edition.state});
  NoProgress progress;
  Scores scores;
  if (tell) {
    std::map<uint32_t, uint32_t> lineages;
    for (size_t e = 0; e < history.editions.size(); ++e) {
      const auto standing = archive.reader().FindEdition({1}, history.editions[e].state.valid.first);
      for (size_t i = 0; i < (*standing)->sections.size(); ++i) {
        const uint32_t identity = history.editions[e].identities[i],
                       lineage = (*standing)->sections[i].section.value;
        auto [known, fresh] = lineages.emplace(identity, lineage);
        if (!fresh && known->second != lineage)
          std::cout << "LOST edition " << e << " identity " << identity << " s" << known->second << " -> s"
                    << lineage << " " << history.editions[e].state.content->sections[i].title << "\n";
        known->second = lineage;
        for (auto& [other, held] : lineages)
          if (other != identity && held == lineage) {
            std::cout << "TAKEN edition " << e << " s" << lineage << " from " << other << " by " << identity
                      << "\n";
          }
      }
    }
  }
  for (const size_t index : {history.editions.size() / 2, history.editions.size() - 1}) {
    const GeneratedEdition& edition = history.editions[index];
    const auto blame = ReadBlame(archive.reader(), {1}, {.at = edition.state.valid.first}, progress);
    EXPECT_TRUE(blame.ok());
    EXPECT_EQ(blame->sections.size(), edition.words.size());
    for (size_t i = 0; i < blame->sections.size(); ++i)
      ScoreSection(blame->sections[i], edition.words[i], scores,
                   history.document + " edition " + std::to_string(index), tell);
  }
  return scores;
}

class BlameTruth : public testing::TestWithParam<GeneratedLanguage> {};

TEST_P(BlameTruth, NearlyEveryWordHasItsReform) {
  const char* documents = std::getenv("MURAGAT_GENERATED_DOCUMENTS");
  const bool tell = std::getenv("MURAGAT_TELL") != nullptr;
  const size_t count = documents == nullptr ? 15 : std::strtoul(documents, nullptr, 10) / 4;
  Scores sum;
  for (size_t i = 0; i < count; ++i) {
    const auto seed = static_cast<uint32_t>(4000 + 4 * i) + static_cast<uint32_t>(GetParam());
    const size_t sections = 20 + 380 * i / count;
    const Scores scores =
        ScoreHistory(GenerateHistory(seed, {.language = GetParam(), .sections = sections}), tell);
    sum.all.words += scores.all.words, sum.all.right += scores.all.right;
    sum.later.words += scores.later.words, sum.later.right += scores.later.right;
  }
  std::cout << support::LanguageTag(GetParam()) << ": " << count << " documents, of " << sum.all.words
            << " words " << sum.all.Share() << " right, of " << sum.later.words << " later ones "
            << sum.later.Share() << "\n";
  EXPECT_GE(sum.all.Share(), 0.99);
  EXPECT_GE(sum.later.Share(), 0.98);
  EXPECT_GT(sum.later.words, 100u);
}

INSTANTIATE_TEST_SUITE_P(Languages, BlameTruth,
                         testing::Values(GeneratedLanguage::kEnglish, GeneratedLanguage::kRussian,
                                         GeneratedLanguage::kKazakh, GeneratedLanguage::kChinese));

}  // namespace
}  // namespace muragat
