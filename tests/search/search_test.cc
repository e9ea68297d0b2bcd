// Answers to questions, against an answer that reads every text.
#include "muragat/search/search.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

#include <gtest/gtest.h>

#include "muragat/search/counted_answers.h"
#include "muragat/search/word_index.h"
#include "tests/search/plain_words.h"
#include "tests/store/memory_archive.h"
#include "tests/support/corpus.h"
#include "tests/support/generated_history.h"
#include "tests/support/random.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::MakeSection;
using support::MakeState;
using support::Random;
using support::TextState;

void Import(MemoryArchive& archive, const std::vector<State>& states) {
  WordIndexWriter index(archive.database());
  archive.Import(states, {.observer = &index});
}

State InLanguage(State state, std::string language) {
  state.content->language = std::move(language);
  return state;
}

SearchAnswer Ask(const Reader& reader, std::string_view question, const std::string& date,
                 const MatchOptions& match = {}) {
  SearchRequest request{.query = *ParseSearchQuery(question), .match = match, .document = {}};
  if (!date.empty()) request.at = ParseDate(date)->Last();
  NoProgress progress;
  auto answer = Search(reader, request, progress);
  EXPECT_TRUE(answer.ok()) << answer.status().message();
  return answer.ok() ? *std::move(answer) : SearchAnswer();
}

using Lines = std::vector<std::string>;

// "document s1 2000-01-01 now" of each hit; of all time without a date.
Lines Find(const MemoryArchive& archive, std::string_view question, const std::string& date = "2024",
           const MatchOptions& match = {}) {
  Lines lines;
  for (const SearchHit& hit : Ask(archive.reader(), question, date, match).hits) {
    lines.push_back(*archive.reader().ReadDocumentId(hit.document) + " s" +
                    std::to_string(hit.section.value) + " " + FormatDate(hit.from) + " " +
                    (hit.to ? FormatDate(*hit.to) : "now"));
  }
  return lines;
}

std::multiset<std::string> AllWordsOf(std::string_view text) {
  const std::vector<std::string> words = FoldedWords(text);
  return {words.begin(), words.end()};
}

TEST(Search, SaysSinceWhenAndUntilWhenAHitHolds) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "1995", "67 deputies"), TextState("a", "1998", "77 deputies here"),
                   TextState("a", "2004", "77 deputies there"), TextState("a", "2007", "107 deputies")});
  EXPECT_EQ(Find(archive, "77", "2000"), (Lines{"a s1 1998 2007"}));
  EXPECT_EQ(Find(archive, "deputies", "2000"), (Lines{"a s1 1995 now"}));
  EXPECT_EQ(Find(archive, "77", "2024"), Lines());
  EXPECT_EQ(Find(archive, "77", ""), (Lines{"a s1 1998 2007"}));
}

TEST(Search, JoinsTermsWithinASection) {
  MemoryArchive archive;
  Import(archive,
         {MakeState("a", "2000", {MakeSection("Quota", "For women.\n"), MakeSection("List", "Quota.\n")}),
          TextState("b", "2001", "Neither here.")});
  EXPECT_EQ(Find(archive, "quota women"), (Lines{"a s1 2000 now"}));
  EXPECT_EQ(Find(archive, "quota NOT women"), (Lines{"a s2 2000 now"}));
  EXPECT_EQ(Find(archive, "women OR neither").size(), 2U);
  EXPECT_EQ(Find(archive, "NOT quota"), (Lines{"b s1 2001 now"}));
  EXPECT_EQ(Find(archive, "\"for women\""), (Lines{"a s1 2000 now"}));
  EXPECT_EQ(Find(archive, "\"women for\""), Lines());
}

TEST(Search, LooksInHeadingsReformsAndIds) {
  MemoryArchive archive;
  Import(archive,
         {MakeState("kz/a", "2000", {MakeSection("Quota", "A list.\n"), MakeSection("List", "Quota.\n")},
                    "First act"),
          MakeState("kz/a", "2005", {MakeSection("Quota", "A list.\n"), MakeSection("List", "A quota.\n")},
                    "Second act"),
          TextState("fr/b", "2001", "Quota.")});
  EXPECT_EQ(Find(archive, "title:quota"), (Lines{"kz/a s1 2000 now"}));
  EXPECT_EQ(Find(archive, "quota reform:second"), (Lines{"kz/a s2 2005 now"}));
  EXPECT_EQ(Find(archive, "reform:\"first act\""), (Lines{"kz/a s1 2000 now"}));
  EXPECT_EQ(Find(archive, "reform:first", "2003").size(), 2U);
  EXPECT_EQ(Find(archive, "quota document:fr/*"), (Lines{"fr/b s1 2001 now"}));
  EXPECT_EQ(Find(archive, "quota document:fr"), (Lines{"fr/b s1 2001 now"}));
}

TEST(Search, FindsOtherFormsOfAWordInTheLanguageOfTheText) {
  MemoryArchive archive;
  Import(archive, {InLanguage(TextState("en", "2000", "The deputies voted."), "en"),
                   InLanguage(TextState("ru", "2000", "Голоса депутатов."), "ru"),
                   InLanguage(TextState("de", "2000", "Die Häuser."), "de"),
                   InLanguage(TextState("fr", "2000", "Les députés."), "fr"),
                   InLanguage(TextState("kk", "2000", "Депутаттардың саны."), "kk"),
                   TextState("und", "2000", "The deputies voted.")});
  EXPECT_EQ(Find(archive, "deputy vote"), (Lines{"en s1 2000 now"}));
  EXPECT_EQ(Find(archive, "депутат").size(), 2U) << "the Russian by its stem, the Kazakh by its beginning";
  EXPECT_EQ(Find(archive, "haus"), (Lines{"de s1 2000 now"}));
  EXPECT_EQ(Find(archive, "député"), (Lines{"fr s1 2000 now"}));
  EXPECT_EQ(Find(archive, "deputy", "2024", {.other_forms = false, .language = {}}), Lines());
  EXPECT_EQ(Find(archive, "\"deputy\""), Lines()) << "what is quoted is meant as it is written";
  EXPECT_EQ(Find(archive, "deputy", "2024", {.other_forms = true, .language = "en"}).size(), 2U);
}

TEST(Search, PutsTheSectionThatSaysItMoreOftenFirst) {
  MemoryArchive archive;
  const std::string filler(400, 'x');
  Import(archive,
         {TextState("a", "2000", "a quota and " + filler + " and more and more and more"),
          TextState("b", "2000", "a quota of a quota is a quota"), TextState("c", "2000", "no such thing")});
  EXPECT_EQ(Find(archive, "quota"), (Lines{"b s1 2000 now", "a s1 2000 now"}));
}

// What the index counts, against words counted in the texts that stand.
void CountAsTheTexts(const Reader& reader, const std::string& date, Random& random) {
  const Instant at = ParseDate(date)->Last();
  std::vector<std::pair<SectionPlace, std::multiset<std::string>>> sections;
  const auto documents = reader.ListDocuments();
  for (const DocumentEntry& document : *documents) {
    const auto edition = reader.FindEdition(document.number, at);
    if (!*edition || (*edition)->removed) continue;
    for (const SectionRef& ref : (*edition)->sections) {
      const auto stored = reader.ReadRevision({document.number, ref.section, ref.ordinal});
      sections.emplace_back(SectionPlace{document.number, ref.section}, AllWordsOf((*stored)->text));
    }
  }
  std::sort(sections.begin(), sections.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  StandingTexts texts(reader, at, kLatestCommit);
  NoProgress progress;
  for (int i = 0; i < 60; ++i) {
    const auto any_word = [&] {
      for (;;) {
        const auto& words = sections[random.Below(sections.size())].second;
        if (words.empty()) continue;
        auto word = words.begin();
        std::advance(word, random.Below(words.size()));
        return *word;
      }
    };
    const std::string a = any_word(), b = any_word();
    const std::string question = "\"" + a + "\" OR \"" + b + "\"";
    const auto query = ParseSearchQuery(question);
    ASSERT_TRUE(query.ok() && IsCounted(*query)) << question;
    QueryMatcher matcher(*query, {.other_forms = false, .language = {}});
    std::vector<std::tuple<SectionPlace, std::vector<uint32_t>, uint32_t>> got, expected;
    const auto holding = VisitCountedAnswers(
        reader, matcher, texts, progress, [&](const CountedAnswer& answer, const StandingTexts::Document&) {
          got.emplace_back(answer.place, answer.counts, answer.words);
          return Status::Ok();
        });
    ASSERT_TRUE(holding.ok());
    std::vector<uint64_t> holders(2);
    for (const auto& [place, words] : sections) {
      const std::vector<uint32_t> counts = {static_cast<uint32_t>(words.count(a)),
                                            static_cast<uint32_t>(words.count(b))};
      for (size_t term = 0; term < 2; ++term) holders[term] += counts[term] > 0 ? 1U : 0U;
      if (counts[0] + counts[1] > 0)
        expected.emplace_back(place, counts, static_cast<uint32_t>(words.size()));
    }
    EXPECT_EQ(got, expected) << question;
    EXPECT_EQ(*holding, holders) << question;
  }
}

TEST(Search, CountsInTheIndexAsInTheTexts) {
  Random random(25);
  for (const auto language : {support::GeneratedLanguage::kEnglish, support::GeneratedLanguage::kKazakh,
                              support::GeneratedLanguage::kChinese}) {
    MemoryArchive archive;
    const auto history =
        support::GenerateHistory(random.Any(), {.language = language, .sections = 20, .editions = 16});
    std::vector<State> states;
    for (const auto& edition : history.editions) states.push_back(edition.state);
    random.Shuffle(states);  // so that most texts come back-dated
    const auto half = states.begin() + static_cast<std::ptrdiff_t>(states.size() / 2);
    Import(archive, {states.begin(), half});
    Import(archive, {half, states.end()});
    for (const size_t edition : {3U, 9U, 15U})
      CountAsTheTexts(archive.reader(), FormatDate(history.editions[edition].state.valid), random);
    NoProgress progress;
    ASSERT_TRUE(RebuildIndex(archive.database(), progress).ok());
    CountAsTheTexts(archive.reader(), FormatDate(history.editions[9].state.valid), random);
  }
}

TEST(Search, KeepsWhatStandsForFurtherQuestionsUntilSomethingIsCommitted) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000", "a quota"), TextState("b", "2000", "none")});
  const Instant at = ParseDate("2024")->Last();
  StandingTexts standing(archive.reader(), at, kLatestCommit);
  const auto count = [&] {
    NoProgress progress;
    SearchRequest request{.query = *ParseSearchQuery("quota"), .match = {}, .at = at, .document = {}};
    request.standing = &standing;
    return Search(archive.reader(), request, progress)->count;
  };
  EXPECT_EQ(count(), 1U);
  EXPECT_EQ(count(), 1U);
  Import(archive, {TextState("a", "2005", "no more"), TextState("c", "2005", "a quota, a quota")});
  EXPECT_EQ(count(), 1U) << "c";
  Import(archive, {TextState("d", "2005", "a quota")});
  EXPECT_EQ(count(), 2U);
}

TEST(Search, OfAnArchiveWithoutAnIndexReadsEveryText) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2000", "a quota"), TextState("b", "2000", "nothing")});
  EXPECT_EQ(Find(archive, "quota"), (Lines{"a s1 2000 now"}));
  NoProgress progress;
  ASSERT_TRUE(RebuildIndex(archive.database(), progress).ok());
  EXPECT_EQ(ReadLanguages(archive.database())->size(), 1U);
  EXPECT_EQ(Find(archive, "quota"), (Lines{"a s1 2000 now"}));
}

TEST(Search, OfASectionUnderAnotherLineageSaysTheOneThatHolds) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000", "a quota for all"), TextState("a", "2010", "a quota for some")});
  Import(archive, {support::Removal("a", "2005"), TextState("a", "2012", "a quota for none")});
  EXPECT_EQ(Find(archive, "quota", "2003"), (Lines{"a s1 2000 2005"}));
  EXPECT_EQ(Find(archive, "quota", "2011"), (Lines{"a s1 2010 now"}));
}

std::set<std::string> WordsOf(std::string_view text) {
  const std::multiset<std::string> words = AllWordsOf(text);
  return {words.begin(), words.end()};
}

// Asks for words, two words, and prefixes, at `date`.
void CountAsEveryText(const Reader& reader, const std::string& date, int questions, Random& random) {
  std::vector<std::set<std::string>> sections;
  const auto documents = reader.ListDocuments();
  for (const DocumentEntry& document : *documents) {
    const auto edition = reader.FindEdition(document.number, ParseDate(date)->Last());
    if (!*edition || (*edition)->removed) continue;
    const auto texts = reader.ReadSections(**edition);
    for (const LineageSection& one : *texts) sections.push_back(WordsOf(one.section.Text()));
  }
  ASSERT_FALSE(sections.empty());
  const auto any_word = [&] {
    for (;;) {
      const std::set<std::string>& words = sections[random.Below(sections.size())];
      if (words.empty()) continue;
      auto word = words.begin();
      std::advance(word, random.Below(words.size()));
      return *word;
    }
  };
  uint64_t hits = 0;
  for (int i = 0; i < questions; ++i) {
    const std::string a = any_word(), b = any_word();
    std::string begins = a.substr(0, 3);
    if (begins.back() < 0) begins = a;
    const auto count = [&](auto&& holds) {
      return static_cast<uint64_t>(std::count_if(sections.begin(), sections.end(), holds));
    };
    const MatchOptions exact{.other_forms = false, .language = {}};
    const uint64_t with_a = count([&](const auto& words) { return words.contains(a); });
    EXPECT_EQ(Ask(reader, "\"" + a + "\"", date, exact).count, with_a) << a;
    EXPECT_EQ(Ask(reader, "\"" + a + "\" AND \"" + b + "\"", date, exact).count,
              count([&](const auto& words) { return words.contains(a) && words.contains(b); }))
        << a << ' ' << b;
    EXPECT_EQ(Ask(reader, begins + "*", date, exact).count, count([&](const auto& words) {
                const auto word = words.lower_bound(begins);
                return word != words.end() && word->starts_with(begins);
              }))
        << begins;
    hits += with_a;
  }
  std::printf("%d questions to %zu sections, %llu hits\n", 3 * questions, sections.size(),
              static_cast<unsigned long long>(hits));
  EXPECT_GE(hits, static_cast<uint64_t>(questions));
}

TEST(Search, CountsAsEveryTextOfGeneratedDocuments) {
  Random random(9);
  for (const auto language : {support::GeneratedLanguage::kEnglish, support::GeneratedLanguage::kRussian,
                              support::GeneratedLanguage::kKazakh, support::GeneratedLanguage::kChinese}) {
    MemoryArchive archive;
    const auto history =
        support::GenerateHistory(random.Any(), {.language = language, .sections = 20, .editions = 12});
    std::vector<State> states;
    for (const auto& edition : history.editions) states.push_back(edition.state);
    random.Shuffle(states);
    Import(archive, states);
    CountAsEveryText(archive.reader(), FormatDate(history.editions[6].state.valid), 60, random);
  }
}

class SearchCorpus : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(SearchCorpus, CountsAsEveryTextOfADate) {
  const auto path = support::FindCorpus(GetParam().first);
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  MemoryArchive archive;
  WordIndexWriter index(archive.database());
  Writer writer(archive.database(), archive.clock(), {.observer = &index});
  ASSERT_TRUE(support::ReadCorpus(*path, [&](State&& state) { ASSERT_TRUE(writer.Add(state).ok()); }).ok());
  ASSERT_TRUE(writer.Commit().ok());
  Random random(2022);
  CountAsEveryText(archive.reader(), GetParam().second, 60, random);
}
INSTANTIATE_TEST_SUITE_P(Corpora, SearchCorpus,
                         testing::Values(std::pair("site-policy", "2021"), std::pair("code-civil", "1990"),
                                         std::pair("kz-laws", "2010")),
                         [](const auto& corpus) {
                           std::string name = corpus.param.first;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace muragat
