// What an import of earlier dates does to what is stored: nothing.
#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/random.h"
#include "tests/support/random_document.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::MakeSection;
using support::MakeState;
using support::Removal;
using support::TextState;

class BackDatedImport : public testing::Test {
 protected:
  // Fails unless every record of `before` is stored as it was.
  void ExpectUnchanged(const std::map<std::pair<Family, std::string>, std::string>& before) const {
    const auto after = archive_.Dump();
    for (const auto& [place, value] : before) {
      const auto found = after.find(place);
      ASSERT_TRUE(found != after.end());
      EXPECT_EQ(found->second, value) << FamilyName(place.first);
    }
  }
  MemoryArchive archive_;
};

TEST_F(BackDatedImport, ChangesNoStoredByte) {
  archive_.Import({TextState("a", "2020", "1", "R"), TextState("a", "2022", "3", "R"), Removal("a", "2023")});
  const auto before = archive_.Dump();
  archive_.Import(
      {TextState("a", "2021", "2", "R"), TextState("a", "1999", "0"), TextState("b", "1998", "0")});
  ExpectUnchanged(before);
  EXPECT_GT(archive_.Dump().size(), before.size());
}

TEST_F(BackDatedImport, ChangesNoStoredByteWhateverComes) {
  constexpr uint32_t kSeed = 12;
  support::Random random(kSeed);
  Document document = support::RandomDocument(random);
  for (int i = 0; i < 60; ++i) {
    const auto before = archive_.Dump();
    document = support::ChangeDocument(document, random);
    State state =
        Removal("a", std::to_string(1900 + random.Below(40)), "R" + std::to_string(random.Below(3)));
    if (!random.OneIn(8)) state.content = document;
    archive_.Import({state});
    if (random.OneIn(8)) archive_.Withdraw("a", FormatDate(state.valid), state.reform);
    ExpectUnchanged(before);
  }
  EXPECT_TRUE(archive_.Codes().empty());
}

TEST_F(BackDatedImport, GivesTheSameAnswersAsOneInOrder) {
  const std::vector<State> states = {TextState("a", "2020", "1"), TextState("a", "2021", "2"),
                                     Removal("a", "2022"), TextState("a", "2023", "3")};
  archive_.Import(states);
  MemoryArchive backward;
  for (auto state = states.rbegin(); state != states.rend(); ++state) backward.Import({*state});
  for (const char* date : {"2019", "2020", "2021", "2022", "2023", "2024"}) {
    EXPECT_EQ(backward.TextOn("a", date), archive_.TextOn("a", date)) << date;
  }
}

TEST_F(BackDatedImport, IsNotKnownToEarlierCommits) {
  archive_.Import({TextState("a", "2020", "1")});
  archive_.Import({TextState("a", "2010", "0")});
  EXPECT_EQ(archive_.TextOn("a", "2015", {1}), std::nullopt);
  EXPECT_EQ(archive_.TextOn("a", "2015", {2}), "# Law\n0");
  EXPECT_EQ(archive_.History("a", {1}).size(), 1u);
}

TEST_F(BackDatedImport, ComparesWithTheEarlierNeighbour) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Sentence " + std::to_string(i) + " of a long law.\n";
  archive_.Import({TextState("a", "2020", text + "2020"), TextState("a", "2022", text + "2022")});
  Writer writer(archive_.database(), archive_.clock(), {});
  const AddOutcome outcome =
      writer.Add(MakeState("a", "2021", {MakeSection("Law", text + "2020"), MakeSection("New", "x")}))
          .value();
  EXPECT_EQ(outcome.sections_added, 1u);
  EXPECT_EQ(outcome.sections_changed, 0u);
  ASSERT_TRUE(writer.Commit().ok());
  EXPECT_EQ(archive_.History("a")[1].edition.sections[0].ordinal, Ordinal{0})
      << "the earlier neighbour's text";
}

}  // namespace
}  // namespace muragat
