#include "muragat/diff/blame.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

constexpr const char* kChamber =
    "The chamber consists of one hundred and seven deputies elected for five years. ";
constexpr const char* kSenate =
    "The senate is formed by indirect vote of the regional assemblies twice a decade. ";
constexpr const char* kOath = "Each deputy takes an oath before the people on the first day of the session. ";

// A document's history, a step at a time.
class History {
 public:
  // The texts of the sections that stand from the next step on, by their numbers; "" for none.
  void Step(const std::vector<std::string>& texts) {
    std::vector<Blame::Arrival> arrived;
    std::vector<SectionNumber> gone;
    last_.resize(std::max(last_.size(), texts.size()));
    for (uint32_t i = 0; i < last_.size(); ++i) {
      const std::string text = i < texts.size() ? texts[i] : "";
      if (text == last_[i]) continue;
      if (text.empty()) {
        gone.push_back({i + 1});
      } else {
        arrived.push_back({{i + 1}, ++texts_, false, std::make_shared<const std::string>(text)});
      }
      last_[i] = text;
    }
    blame_.Advance(step_++, arrived, gone);
  }

  // The text of a section with "step:" in front of each span, and the times that it was away.
  std::string Of(uint32_t section) const {
    std::string marked;
    for (const BlameSpan& span : blame_.SpansOf({section})) {
      marked += "<" + std::to_string(span.origin.brought);
      for (const auto& away : span.origin.away)
        marked += " away " + std::to_string(away.gone) + "-" + std::to_string(away.back);
      marked += ">" + last_[section - 1].substr(span.begin, span.end - span.begin);
    }
    return marked;
  }

 private:
  Blame blame_;
  uint32_t step_ = 0;
  uint64_t texts_ = 0;
  std::vector<std::string> last_;
};

TEST(Blame, EachWordIsOfTheStepThatBroughtIt) {
  History history;
  history.Step({"one hundred and seven deputies"});
  history.Step({"ninety-eight deputies"});
  history.Step({"ninety-eight free deputies"});
  EXPECT_EQ(history.Of(1), "<1>ninety-eight <2>free <0>deputies");
}

TEST(Blame, AWordBetweenTwoReplacedOnesIsStillTheOldOne) {
  History history;
  history.Step({"laws of the chamber and of the senate"});
  history.Step({"acts of the house and of the council"});
  EXPECT_EQ(history.Of(1), "<1>acts <0>of the <1>house <0>and of the <1>council");
}

TEST(Blame, ASentenceThatMovesToAnotherSectionKeepsItsStep) {
  History history;
  history.Step({std::string(kChamber) + kOath, kSenate});
  history.Step({kChamber, std::string(kSenate) + kOath});
  EXPECT_EQ(history.Of(2), std::string("<0>") + kSenate + kOath);
}

TEST(Blame, TheTextOfASectionThatIsSplitKeepsItsStep) {
  History history;
  history.Step({std::string(kChamber) + kSenate + kOath});
  history.Step({kChamber, std::string("Votes. ") + kSenate, kOath});
  EXPECT_EQ(history.Of(2), std::string("<1>Votes. <0>") + kSenate);
  EXPECT_EQ(history.Of(3), std::string("<0>") + kOath);
}

TEST(Blame, SectionsThatAreMergedKeepTheirSteps) {
  History history;
  history.Step({kChamber});
  history.Step({kChamber, kSenate});
  history.Step({kChamber, kSenate, kOath});
  history.Step({std::string(kChamber) + kSenate + kOath, "", ""});
  EXPECT_EQ(history.Of(1), std::string("<0>") + kChamber + "<1>" + kSenate + "<2>" + kOath);
}

TEST(Blame, ASentenceThatIsCopiedIsOfItsFirstStep) {
  History history;
  history.Step({kChamber, kSenate});
  history.Step({kChamber, std::string(kSenate) + kChamber});
  EXPECT_EQ(history.Of(2), std::string("<0>") + kSenate + kChamber);
}

TEST(Blame, APhraseThatComesElsewhereTooIsNoCopy) {
  History history;
  history.Step({"Deputies are elected by a majority of votes in the country.", kSenate});
  history.Step({"Deputies are elected by a majority of votes in the country.",
                std::string(kSenate) + "Judges are appointed by a majority of votes in the assembly."});
  EXPECT_EQ(history.Of(2),
            std::string("<0>") + kSenate + "<1>Judges are appointed by a majority of votes in the assembly.");
}

TEST(Blame, AWordThatComesBackToItsPlaceKeepsItsStepAndSaysWhenItWasAway) {
  History history;
  const std::string before = "The chamber consists of one hundred ",
                    behind = " deputies elected for five years";
  history.Step({before + "seven" + behind});
  history.Step({before + "nine" + behind});
  history.Step({before + "nine" + behind + " by all"});
  history.Step({before + "seven" + behind + " by all"});
  EXPECT_EQ(history.Of(1), "<0>" + before + "<0 away 1-3>seven <0>deputies elected for five years <2>by all");
}

TEST(Blame, ASectionThatComesBackKeepsItsStepsAndSaysWhenItWasAway) {
  History history;
  history.Step({kChamber, kSenate});
  history.Step({kChamber, ""});
  history.Step({kChamber, ""});
  history.Step({kChamber, std::string(kSenate) + "Its seat is in the capital."});
  EXPECT_EQ(history.Of(2), std::string("<0 away 1-3>") + kSenate + "<3>Its seat is in the capital.");
}

TEST(Blame, ATextThatIsSaidToComeAgainIsTakenUpAsItWas) {
  Blame blame;
  const auto text = [](const char* words) { return std::make_shared<const std::string>(words); };
  const auto advance = [&](uint32_t step, uint64_t number, bool again, const char* words) {
    const std::vector<Blame::Arrival> arrived = {{{1}, number, again, text(words)}};
    blame.Advance(step, arrived, {});
  };
  advance(0, 1, true, "all");
  advance(1, 2, true, "none");
  advance(2, 1, true, "all");
  advance(3, 2, false, "none");
  advance(4, 1, false, "all");
  const std::vector<BlameSpan> expected = {{0, 3, {.brought = 0, .away = {{1, 2}, {3, 4}}}}};
  EXPECT_EQ(blame.SpansOf({1}), expected);
}

TEST(Blame, OfASectionThatDoesNotStandThereIsNothing) {
  History history;
  history.Step({kChamber});
  history.Step({""});
  EXPECT_EQ(history.Of(1), "");
  EXPECT_TRUE(Blame().SpansOf({1}).empty());
}

TEST(Blame, ChinesePassagesAreFollowedByTheirWords) {
  History history;
  history.Step(
      {"议会由一百零七名代表组成，任期五年。每位代表在就职时向人民宣誓。", "上议院由地方议会间接选举产生。"});
  history.Step(
      {"议会由九十八名代表组成，任期五年。", "上议院由地方议会间接选举产生。每位代表在就职时向人民宣誓。"});
  EXPECT_EQ(history.Of(1), "<0>议会由<1>九十八<0>名代表组成，任期五年。");
  EXPECT_EQ(history.Of(2), "<0>上议院由地方议会间接选举产生。每位代表在就职时向人民宣誓。");
}

TEST(Blame, WordsThatARewrittenTextKeepsStayTheirs) {
  History history;
  history.Step(
      {"The chamber of the people consists of one hundred deputies elected for a term of five years by "
       "all citizens of the republic who are older than eighteen.\n\nSigned by all.\n"});
  history.Step(
      {"Nobody enters this customs zone without papers; goods get weighed, sealed, taxed and kept in "
       "bonded stores until their owner settles every duty.\n\nSigned by all.\n"});
  EXPECT_EQ(history.Of(1),
            "<1>Nobody enters this customs zone without papers; goods get weighed, sealed, taxed and kept in "
            "bonded stores until their owner settles every duty<0>.\n\nSigned by all.\n");
}

}  // namespace
}  // namespace muragat
