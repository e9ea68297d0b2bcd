// How the texts of a section are stored: as diffs in short chains, each text once.
#include <gtest/gtest.h>

#include "muragat/codec/revision_record.h"
#include "tests/store/memory_archive.h"
#include "tests/support/random.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::MakeSection;
using support::MakeState;
using support::TextState;

class RevisionChain : public testing::Test {
 protected:
  // Which text each section of an edition names, in the order of the history.
  std::vector<uint32_t> Ordinals() const {
    std::vector<uint32_t> ordinals;
    for (const auto& entry : archive_.History("a")) {
      for (const SectionRef& ref : entry.edition.sections) ordinals.push_back(ref.ordinal.value);
    }
    return ordinals;
  }
  RevisionRecord RecordOf(uint32_t section, uint32_t ordinal) {
    const RevisionKey key{{1}, {section}, {ordinal}};
    value_ = archive_.database().Get(Family::kRevision, EncodeRevisionKey(key)).value().value_or("");
    return DecodeRevision(key, value_).value();
  }
  std::string value_;
  MemoryArchive archive_;
};

std::string LongText(int changing) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Article " + std::to_string(i) + " stays as it always was.\n";
  return text.insert(text.size() / 2, std::to_string(changing) + " changes.\n");
}

TEST_F(RevisionChain, IsNeverLongerThanSixteenAndEveryTextComesBack) {
  std::vector<State> states;
  for (int i = 0; i < 200; ++i) states.push_back(TextState("a", std::to_string(1800 + i), LongText(i)));
  archive_.Import(states);
  int longest = 0, keyframes = 0;
  for (uint32_t i = 0; i < 200; ++i) {
    const RevisionRecord record = RecordOf(1, i);
    longest = std::max<int>(longest, record.chain_length);
    if (record.form == RevisionForm::kKeyframe) ++keyframes;
  }
  EXPECT_EQ(longest, 16);
  EXPECT_EQ(keyframes, 1) << "where a chain is full, the next one begins at the same keyframe";
  for (int i = 0; i < 200; ++i) {
    EXPECT_EQ(archive_.TextOn("a", std::to_string(1800 + i)), "# Law\n" + LongText(i)) << i;
  }
  EXPECT_TRUE(archive_.Codes().empty());
}

TEST_F(RevisionChain, IsAsShortInWhateverOrderTheTextsCome) {
  constexpr uint32_t kSeed = 11;
  support::Random random(kSeed);
  std::vector<State> states;
  for (int i = 0; i < 200; ++i) states.push_back(TextState("a", std::to_string(1800 + i), LongText(i)));
  random.Shuffle(states);
  for (const State& state : states) archive_.Import({state});
  for (uint32_t i = 0; i < 200; ++i) EXPECT_LE(RecordOf(1, i).chain_length, 16);
  for (int i = 0; i < 200; ++i) {
    EXPECT_EQ(archive_.TextOn("a", std::to_string(1800 + i)), "# Law\n" + LongText(i)) << i;
  }
}

TEST_F(RevisionChain, IsNotBegunWhereADiffSavesNothing) {
  archive_.Import({TextState("a", "2020", "one two three"), TextState("a", "2021", "four five six")});
  EXPECT_EQ(RecordOf(1, 1).form, RevisionForm::kKeyframe);
}

TEST_F(RevisionChain, StoresAChangeAsTheWordsThatChanged) {
  archive_.Import({TextState("a", "2020", LongText(67)), TextState("a", "2021", LongText(77))});
  const RevisionRecord record = RecordOf(1, 1);
  EXPECT_EQ(record.form, RevisionForm::kDiff);
  EXPECT_EQ(record.chain_length, 1);
  EXPECT_EQ(record.base, (RevisionKey{{1}, {1}, {0}}));
  EXPECT_LT(record.payload.size(), 40u);
}

TEST_F(RevisionChain, ATextThatDidNotChangeIsNotStoredAgain) {
  archive_.Import({TextState("a", "2020", "A"), TextState("a", "2021", "A"), TextState("a", "2022", "A")});
  EXPECT_EQ(Ordinals(), (std::vector<uint32_t>{0, 0, 0}));
}

TEST_F(RevisionChain, ATextThatReturnsIsTheOneItWas) {
  archive_.Import({TextState("a", "2020", LongText(1)), TextState("a", "2021", LongText(2)),
                   TextState("a", "2022", LongText(1)), TextState("a", "2023", LongText(3)),
                   TextState("a", "2024", LongText(2))});
  EXPECT_EQ(Ordinals(), (std::vector<uint32_t>{0, 1, 0, 2, 1}));
}

TEST_F(RevisionChain, ATextThatReturnsWithAnotherTitleOrFlagIsAnotherOne) {
  State first = TextState("a", "2020", LongText(1)), teaser = TextState("a", "2021", LongText(1)),
        numbered = TextState("a", "2022", LongText(1));
  teaser.content->sections[0].teaser = true;
  numbered.content->sections[0].number = "1";
  archive_.Import({first, teaser, numbered, TextState("a", "2023", LongText(1))});
  EXPECT_EQ(Ordinals(), (std::vector<uint32_t>{0, 1, 2, 0}));
  EXPECT_EQ(RecordOf(1, 1).teaser, true);
  EXPECT_EQ(RecordOf(1, 2).number, "1");
}

TEST_F(RevisionChain, ASliceThatMovesIntoTheHeadingIsAnotherText) {
  State state = TextState("a", "2020", LongText(1)), moved = TextState("a", "2021", LongText(1));
  Section& section = moved.content->sections[0];
  section.heading += section.body.substr(0, 10);
  section.body.erase(0, 10);
  archive_.Import({state, moved});
  EXPECT_EQ(Ordinals(), (std::vector<uint32_t>{0, 1}));
  EXPECT_EQ(archive_.TextOn("a", "2021"), archive_.TextOn("a", "2020"));
  EXPECT_EQ(RecordOf(1, 1).heading_bytes, 16u);
}

TEST_F(RevisionChain, OnlyTheSectionThatChangedGetsANewText) {
  const Section one = MakeSection("One", LongText(1)), two = MakeSection("Two", LongText(100));
  archive_.Import(
      {MakeState("a", "2020", {one, two}), MakeState("a", "2021", {one, MakeSection("Two", LongText(101))})});
  EXPECT_EQ(Ordinals(), (std::vector<uint32_t>{0, 0, 0, 1}));
}

}  // namespace
}  // namespace muragat
