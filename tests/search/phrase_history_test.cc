// When a phrase was there, against an answer that reads every text of every edition.
#include "muragat/search/phrase_history.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <tuple>
#include <unordered_map>

#include <gtest/gtest.h>

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

// Imports with the index.
void Import(MemoryArchive& archive, const std::vector<State>& states) {
  WordIndexWriter index(archive.database());
  archive.Import(states, {.observer = &index});
}

// "document s1 2000-01-01 2001-01-01 in > out" of each interval.
std::vector<std::string> Find(const MemoryArchive& archive, std::string_view text,
                              CommitNumber known_at = kLatestCommit) {
  const Reader& reader = archive.reader();
  NoProgress progress;
  const auto found = FindPhrase(reader, {*ParsePhrase(text), known_at, {}}, progress);
  EXPECT_TRUE(found.ok()) << found.status().message();
  std::vector<std::string> lines;
  const auto name = [&](ReformNumber reform) {
    return reform.value == 0 ? "-" : reader.ReadReform(reform)->title;
  };
  for (const PhraseInterval& one : *found) {
    lines.push_back(*reader.ReadDocumentId(one.document) + " s" + std::to_string(one.section.value) + " " +
                    FormatDate(one.from) + " " + (one.to ? FormatDate(*one.to) : "now") + " " +
                    name(one.reform_in) + " > " + name(one.reform_out));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(PhraseHistory, IsAnIntervalForEachTimeThePhraseWasThere) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "1995-08-30", "67 deputies", "constitution"),
                   TextState("a", "1998-10-07", "77 deputies", "more"),
                   TextState("a", "2007-05-21", "107 deputies", "again"),
                   TextState("a", "2010-01-01", "77 deputies", "back")});
  EXPECT_EQ(Find(archive, "77 deputies"),
            (Lines{"a s1 1998-10-07 2007-05-21 more > again", "a s1 2010-01-01 now back > -"}));
  EXPECT_EQ(Find(archive, "Deputies"), (Lines{"a s1 1995-08-30 now constitution > -"}));
  EXPECT_EQ(Find(archive, "senators"), Lines());
}

TEST(PhraseHistory, FollowsASectionThroughRenamesAndMoves) {
  MemoryArchive archive;
  const std::string body = "The senate has a quota for women and for the youth of the country.\n";
  Import(archive,
         {MakeState("a", "2000-01-01", {MakeSection("Senate", body), MakeSection("Court", "It judges.\n")}),
          MakeState("a", "2001-01-01",
                    {MakeSection("Court", "It judges.\n"), MakeSection("Upper house", body)})});
  EXPECT_EQ(Find(archive, "quota for women"), (Lines{"a s1 2000-01-01 now - > -"}));
}

TEST(PhraseHistory, EndsWhereADocumentIsRemovedAndWhereItsEditionIsWithdrawn) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000-01-01", "a quota"), support::Removal("a", "2005-01-01", "repeal"),
                   TextState("a", "2008-01-01", "a quota")});
  EXPECT_EQ(Find(archive, "quota"),
            (Lines{"a s1 2000-01-01 2005-01-01 - > repeal", "a s1 2008-01-01 now - > -"}));
  archive.Withdraw("a", "2008-01-01");
  EXPECT_EQ(Find(archive, "quota"), (Lines{"a s1 2000-01-01 2005-01-01 - > repeal"}));
  EXPECT_EQ(Find(archive, "quota", {1}).size(), 2U);
}

TEST(PhraseHistory, OfABackDatedStateIsAsIfItHadComeInOrder) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000-01-01", "a quota"), TextState("a", "2010-01-01", "a quota")});
  Import(archive, {TextState("a", "2005-01-01", "no more", "repeal")});
  EXPECT_EQ(Find(archive, "quota"),
            (Lines{"a s1 2000-01-01 2005-01-01 - > repeal", "a s1 2010-01-01 now - > -"}));
  EXPECT_EQ(Find(archive, "quota", {1}), (Lines{"a s1 2000-01-01 now - > -"}));
}

TEST(PhraseHistory, DoesNotEndWhereTwoReformsOfOneDayBothStand) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000-01-01", "a quota"), TextState("a", "2001-01-01", "no more", "first"),
                   TextState("a", "2001-01-01", "a quota again", "second")});
  EXPECT_EQ(Find(archive, "quota"), (Lines{"a s1 2000-01-01 now - > -"}));
  EXPECT_EQ(Find(archive, "no more"), Lines());
}

TEST(WordIndex, StaysBehindWhereACommitCameThatItWasNotToldOf) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000-01-01", "first")});
  EXPECT_EQ(ReadIndexedCommit(archive.database())->value, 1U);
  archive.Import({TextState("a", "2001-01-01", "second quota")});
  Import(archive, {TextState("a", "2002-01-01", "third")});
  EXPECT_EQ(ReadIndexedCommit(archive.database())->value, 1U);
  EXPECT_EQ(Find(archive, "second quota"), (Lines{"a s1 2001-01-01 2002-01-01 - > -"}))
      << "read in the texts";
  NoProgress progress;
  ASSERT_TRUE(RebuildIndex(archive.database(), progress).ok());
  EXPECT_EQ(ReadIndexedCommit(archive.database())->value, 3U);
  EXPECT_EQ(FindSections(archive.database(), "quota", false)->size(), 1U);
  EXPECT_EQ(Find(archive, "second quota"), (Lines{"a s1 2001-01-01 2002-01-01 - > -"}));
}

TEST(WordIndex, ForgetsWhatIsDropped) {
  MemoryArchive archive;
  WordIndexWriter index(archive.database());
  const auto batch = archive.database().NewBatch();
  index.Mark();
  index.OnText({{1}, {1}, {0}}, "kept", "");
  index.Mark();
  index.OnText({{1}, {1}, {1}}, "dropped", "kept");
  index.DropMarked();
  index.OnText({{1}, {1}, {1}}, "later", "kept");
  ASSERT_TRUE(index.OnCommit({1}, *batch).ok());
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_EQ(FindSections(archive.database(), "kept", false)->size(), 1U);
  EXPECT_EQ(FindSections(archive.database(), "dropped", false)->size(), 0U);
  EXPECT_EQ(FindSections(archive.database(), "later", false)->size(), 1U);
}

TEST(WordIndex, MadeAnewLeavesNothingOfOneThatDidNotCount) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2000-01-01", "a quota")});
  archive.Put(Family::kDerived, std::string("wquota\0\0\0\0\1", 11), "\x02");
  archive.Put(Family::kDerived, "i", "\x01");
  EXPECT_EQ(ReadIndexedCommit(archive.database())->value, 0U) << "it counts for none";
  NoProgress progress;
  ASSERT_TRUE(RebuildIndex(archive.database(), progress).ok());
  for (const auto& [key, value] : archive.Dump())
    EXPECT_FALSE(key.first == Family::kDerived && (key.second[0] == 'w' || key.second[0] == 'i'))
        << key.second;
}

TEST(WordIndex, ListsWordsThatBeginSo) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000-01-01", "a quota"), TextState("b", "2000-01-01", "quotas quoted"),
                   TextState("c", "2000-01-01", "quorum")});
  EXPECT_EQ(FindSections(archive.database(), "quot", true)->size(), 2U);
  EXPECT_EQ(FindSections(archive.database(), "quot", false)->size(), 0U);
  EXPECT_EQ(FindSections(archive.database(), "quota", false)->size(), 1U);
}

TEST(WordIndex, FindsEachOfSeveralWordsThatAreTooLongForTheirKeys) {
  MemoryArchive archive;
  const std::string beginning(120, 'x');
  Import(archive,
         {TextState("a", "2000-01-01", beginning + "a"), TextState("b", "2000-01-01", beginning + "b")});
  EXPECT_EQ(Find(archive, beginning + "a"), (Lines{"a s1 2000-01-01 now - > -"}));
  EXPECT_EQ(Find(archive, beginning + "b"), (Lines{"b s1 2000-01-01 now - > -"}));
  EXPECT_EQ(Find(archive, beginning + "*").size(), 2U);
}

TEST(PhraseHistory, NamesTheSectionAsItWasAtTheEndOfAnInterval) {
  MemoryArchive archive;
  const std::string body = "The senate has a quota for women and for the youth of the country.\n";
  Import(archive, {MakeState("a", "2000-01-01", {MakeSection("Senate", body)}),
                   MakeState("a", "2001-01-01", {MakeSection("Upper house", body)}),
                   MakeState("a", "2002-01-01", {MakeSection("Upper house", "It is no more.\n")})});
  NoProgress progress;
  for (const char* words : {"quota", "quota for women"}) {
    const auto found = FindPhrase(archive.reader(), {*ParsePhrase(words), kLatestCommit, {}}, progress);
    ASSERT_EQ(found->size(), 1U) << words;
    EXPECT_EQ(found->front().title, "Upper house") << words;
  }
}

TEST(PhraseHistory, OfOneWordReadsNoText) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000-01-01", "a quota and a quota"),
                   TextState("a", "2001-01-01", "a quota"), TextState("a", "2002-01-01", "quotas")});
  // The checksum of the first text, which the others are made of.
  const std::string key = EncodeRevisionKey({{1}, {1}, {0}});
  std::string value = archive.Dump().at({Family::kRevision, key});
  value.back() ^= 1;
  archive.Put(Family::kRevision, key, value);
  EXPECT_EQ(Find(archive, "quota"), (Lines{"a s1 2000-01-01 2002-01-01 - > -"}));
  EXPECT_EQ(Find(archive, "quot*"), (Lines{"a s1 2000-01-01 now - > -"}));
}

// All texts of an archive as words.
class EveryEdition {
 public:
  explicit EveryEdition(const Reader& reader) {
    const auto documents = reader.ListDocuments();
    for (const DocumentEntry& document : *documents) {
      std::vector<Day> days;
      const auto history = reader.ReadHistory(document.number);
      for (const HistoryEntry& entry : *history) {
        if (entry.corrected) continue;
        Day day{entry.edition.valid, {}};
        const auto sections = reader.ReadSections(entry.edition);
        for (const LineageSection& section : *sections)
          day.sections.push_back({section.lineage, NumberOf(section.section.Text())});
        // Of an instant the last edition counts.
        if (!days.empty() && days.back().valid.first == day.valid.first) days.pop_back();
        days.push_back(std::move(day));
      }
      documents_.push_back({document.number, std::move(days)});
    }
    numbers_.clear();
  }

  // A phrase that is somewhere, or a word that is nowhere.
  std::vector<std::string> AnyPhrase(Random& random) const {
    const size_t size = 1 + random.Below(8);
    for (;;) {
      const std::vector<uint32_t>& text = random.Pick(texts_);
      if (text.empty()) continue;
      const size_t begin = random.Below(text.size());
      std::vector<std::string> phrase;
      for (size_t i = begin; i < std::min(begin + size, text.size()); ++i) phrase.push_back(words_[text[i]]);
      if (random.OneIn(20)) phrase.back() += "qzx";
      return phrase;
    }
  }

  using Interval = std::tuple<uint32_t, uint32_t, int64_t, int64_t>;  // document, lineage, from, to
  static constexpr int64_t kNow = INT64_MAX;

  std::vector<Interval> Find(const std::vector<std::string>& phrase) const {
    std::vector<Interval> found;
    std::vector<uint32_t> numbers;
    for (const std::string& word : phrase) {
      const auto known = word_numbers_.find(word);
      if (known == word_numbers_.end()) return found;
      numbers.push_back(known->second);
    }
    std::vector<bool> holds;  // by text
    for (const std::vector<uint32_t>& text : texts_)
      holds.push_back(std::search(text.begin(), text.end(), numbers.begin(), numbers.end()) != text.end());
    for (const auto& [document, days] : documents_) {
      std::map<SectionNumber, int64_t> open;
      for (const Day& day : days) {
        std::map<SectionNumber, int64_t> still;
        const int64_t now = day.valid.first.seconds();
        for (const auto& [lineage, text] : day.sections) {
          if (!holds[text]) continue;
          still.emplace(lineage, open.contains(lineage) ? open[lineage] : now);
        }
        for (const auto& [lineage, from] : open) {
          if (!still.contains(lineage)) found.emplace_back(document.value, lineage.value, from, now);
        }
        open = std::move(still);
      }
      for (const auto& [lineage, from] : open) found.emplace_back(document.value, lineage.value, from, kNow);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  struct Day {
    ValidDate valid;
    std::vector<std::pair<SectionNumber, size_t>> sections;  // and which text each has
  };

  // Which of `texts_` that is.
  size_t NumberOf(const std::string& text) {
    const auto [place, is_new] = numbers_.try_emplace(text, texts_.size());
    if (is_new) {
      std::vector<uint32_t>& cut = texts_.emplace_back();
      for (std::string& word : FoldedWords(text)) {
        const auto [known, is_new_word] =
            word_numbers_.try_emplace(word, static_cast<uint32_t>(words_.size()));
        if (is_new_word) words_.push_back(std::move(word));
        cut.push_back(known->second);
      }
    }
    return place->second;
  }

  std::unordered_map<std::string, size_t> numbers_;
  std::vector<std::vector<uint32_t>> texts_;  // as numbers of words
  std::vector<std::string> words_;
  std::unordered_map<std::string, uint32_t> word_numbers_;
  std::vector<std::pair<DocumentNumber, std::vector<Day>>> documents_;
};

void AgreeOn(const Reader& reader, int phrases, Random& random) {
  const EveryEdition every(reader);
  NoProgress progress;
  TextSketches sketches;
  size_t intervals = 0, most = 0;
  int nowhere = 0;
  for (int i = 0; i < phrases; ++i) {
    const std::vector<std::string> words = every.AnyPhrase(random);
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    const auto expected = every.Find(words);
    // The second time with what is kept from one phrase to the next.
    for (TextSketches* kept : {static_cast<TextSketches*>(nullptr), &sketches, &sketches}) {
      const auto found = FindPhrase(reader, {*ParsePhrase(text), kLatestCommit, {}, kept}, progress);
      ASSERT_TRUE(found.ok()) << found.status().message();
      std::vector<EveryEdition::Interval> got;
      for (const PhraseInterval& one : *found) {
        got.emplace_back(one.document.value, one.section.value, one.from.first.seconds(),
                         one.to ? one.to->first.seconds() : EveryEdition::kNow);
      }
      std::sort(got.begin(), got.end());
      ASSERT_EQ(got, expected) << text;
    }
    intervals += expected.size();
    most = std::max(most, expected.size());
    nowhere += expected.empty() ? 1 : 0;
  }
  std::printf("%d phrases, %zu intervals, %zu of one phrase at most; %d phrases nowhere\n", phrases,
              intervals, most, nowhere);
  EXPECT_GT(intervals, static_cast<size_t>(phrases));
}

// At length: see scripts/campaign.sh.
bool IsAtLength() { return std::getenv("MURAGAT_EVERY_EDITION") != nullptr; }

TEST(PhraseHistory, AgreesWithEveryEditionOfGeneratedDocuments) {
  Random random(107);
  const int documents = IsAtLength() ? 50 : 1;
  for (const auto language : {support::GeneratedLanguage::kEnglish, support::GeneratedLanguage::kRussian,
                              support::GeneratedLanguage::kKazakh, support::GeneratedLanguage::kChinese}) {
    MemoryArchive archive;
    std::vector<State> states;
    for (int i = 0; i < documents; ++i) {
      const auto history =
          support::GenerateHistory(random.Any(), {.language = language, .sections = 20, .editions = 12});
      for (const auto& edition : history.editions) {
        states.push_back(edition.state);
        states.back().document = *DocumentId::Parse("law/" + std::to_string(i));
      }
    }
    random.Shuffle(states);
    const size_t half = states.size() / 2;
    Import(archive, {states.begin(), states.begin() + static_cast<std::ptrdiff_t>(half)});
    Import(archive, {states.begin() + static_cast<std::ptrdiff_t>(half), states.end()});
    AgreeOn(archive.reader(), IsAtLength() ? 2000 : 100, random);
  }
}

class PhraseCorpus : public testing::TestWithParam<const char*> {};

TEST_P(PhraseCorpus, AgreesWithEveryEdition) {
  const auto path = support::FindCorpus(GetParam());
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  Random random(1998);
  MemoryArchive archive;
  {
    WordIndexWriter index(archive.database());
    Writer writer(archive.database(), archive.clock(), {.observer = &index});
    // Every fourth document of a large corpus, so that what reads everything ends soon.
    const bool whole = IsAtLength() || std::string_view(GetParam()) != "ota-pga";
    ASSERT_TRUE(support::ReadCorpus(*path, [&](State&& state) {
                  if (whole || std::hash<std::string>()(state.document.text()) % 4 == 0) {
                    ASSERT_TRUE(writer.Add(state).ok());
                  }
                }).ok());
    ASSERT_TRUE(writer.Commit().ok());
  }
  AgreeOn(archive.reader(), IsAtLength() ? 2000 : 300, random);
}
std::string NameOf(const testing::TestParamInfo<const char*>& corpus) {
  std::string name = corpus.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Corpora, PhraseCorpus,
                         testing::Values("site-policy", "ota-pga", "code-civil", "kz-laws"), NameOf);

}  // namespace
}  // namespace muragat
