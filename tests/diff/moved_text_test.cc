#include "muragat/diff/moved_text.h"

#include <string>

#include <gtest/gtest.h>

#include "muragat/text/words.h"
#include "tests/diff/script_laws.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

constexpr std::string_view kMeets = "The Assembly meets twice a year in the capital.\n";
constexpr std::string_view kMembers = "Members are elected by the regions for four years.\n";
constexpr std::string_view kMinutes = "Minutes are kept by the secretary and published at once.\n";
constexpr std::string_view kOpens = "The President opens the first meeting of the Assembly.\n";

std::string Join(std::initializer_list<std::string_view> lines) {
  std::string text;
  for (const std::string_view line : lines) text.append(line).append("\n");
  return text;
}

// What moved, without the line end.
std::vector<std::string> Moved(const std::string& older, const std::string& newer) {
  support::ExpectScriptsTurn(older, newer, {});
  std::vector<std::string> moved;
  for (const MovedText& one : DiffReadably(older, newer).moved)
    moved.push_back(older.substr(one.older_begin, one.size_bytes));
  return moved;
}

using Texts = std::vector<std::string>;

TEST(DiffReadably, TellsThatAParagraphMoved) {
  const std::string older = Join({kMeets, kMembers, kMinutes, kOpens});
  EXPECT_EQ(Moved(older, Join({kMinutes, kMeets, kMembers, kOpens})),
            Texts{std::string(kMinutes.substr(0, 56))});
}

TEST(DiffReadably, TellsThatNeighboursMovedTogether) {
  const std::string rest =
      Join({kMeets, "Each region sends as many members as it has districts, and one more.\n",
            "It may be dissolved by the President before its term has ended.\n"});
  EXPECT_EQ(Moved(rest + Join({kOpens, kMinutes}) + std::string(kMembers),
                  Join({kOpens, kMinutes}) + rest + std::string(kMembers)),
            Texts{std::string(kOpens) + "\n" + std::string(kMinutes.substr(0, 56))});
}

TEST(DiffReadably, AParagraphIsWholeOnBothSidesWhereAnotherTookItsPlace) {
  const std::string older =
      Join({"The Assembly of the regions elects its secretary for one year.\n", kMembers, kOpens});
  const std::string newer =
      Join({"The Assembly of the people elects its president by secret ballot.\n", kMembers, kOpens,
            "The Assembly of the regions elects its secretary for one year.\n"});
  EXPECT_EQ(Moved(older, newer), Texts{"The Assembly of the regions elects its secretary for one year."});
}

TEST(DiffReadably, ALineThatStaysBetweenChangesHasNotMoved) {
  const std::string older = Join({kMeets, kMembers, kMinutes});
  EXPECT_EQ(Moved(older, Join({kMembers, kOpens, kMinutes})), Texts{});
  EXPECT_EQ(Moved(older, Join({kOpens, kMembers, "Something else was written here in its stead.\n"})),
            Texts{});
}

TEST(DiffReadably, AFewWordsDoNotMove) {
  EXPECT_EQ(
      Moved(Join({"It is repealed.\n", kMeets, kMembers}), Join({kMeets, kMembers, "It is repealed.\n"})),
      Texts{});
}

TEST(DiffReadably, TellsWhatMovedInEveryScript) {
  const std::string_view kazakh = "Парламент екі палатадан: Сенаттан және Мәжілістен тұрады.\n";
  const std::string_view russian = "Парламент состоит из двух палат: Сената и Мажилиса Республики.\n";
  const std::string_view chinese = "第一条 全国人民代表大会和地方各级人民代表大会都由民主选举产生。\n";
  EXPECT_EQ(Moved(Join({kazakh, russian, kMeets}), Join({russian, kMeets, kazakh})).size(), 1U);
  EXPECT_EQ(Moved(Join({russian, kMeets, chinese, kazakh}), Join({chinese, russian, kMeets, kazakh})).size(),
            1U);
}

// Law: whatever lines are shuffled and changed, the script turns one text into the other, and what it calls
// moved is equal on both sides, deleted and inserted whole.
TEST(DiffReadably, ScriptsOfShuffledLinesTurnAndMoveWholeLines) {
  constexpr uint64_t kSeed = 20261124;
  support::Random random(kSeed);
  SCOPED_TRACE(kSeed);
  const std::vector<std::string> words = {"the",   "Assembly", "of", "members", "elects",
                                          "закон", "第一条",   "a",  "Сенат"};
  size_t moves = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> lines;
    for (size_t i = 2 + random.Below(10); i > 0; --i) {
      std::string line;
      for (size_t n = random.Below(12); n > 0; --n) line += words[random.Below(words.size())] + " ";
      lines.push_back(line + (random.OneIn(3) ? "\n\n" : "\n"));
    }
    std::string older, newer;
    for (const std::string& line : lines) older += line;
    for (size_t i = random.Below(4); i > 0; --i)
      std::swap(lines[random.Below(lines.size())], lines[random.Below(lines.size())]);
    if (random.OneIn(2)) lines[random.Below(lines.size())] += "another end of it";
    if (random.OneIn(3)) lines.erase(lines.begin() + static_cast<ptrdiff_t>(random.Below(lines.size())));
    for (const std::string& line : lines) newer += line;
    ASSERT_NO_FATAL_FAILURE(support::ExpectScriptsTurn(older, newer, {})) << round;
    moves += DiffReadably(older, newer).moved.size();
  }
  EXPECT_GT(moves, 50U);
}

}  // namespace
}  // namespace muragat
