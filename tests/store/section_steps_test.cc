#include "muragat/store/section_steps.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

// An edition of sections given as lineage and ordinal.
Edition Of(const std::vector<std::pair<uint32_t, uint32_t>>& sections) {
  Edition edition;
  for (const auto& [section, ordinal] : sections) edition.sections.push_back({{section}, {ordinal}, 0});
  return edition;
}

// "+s1.0" for a text that arrived, "-s1" for a section that has gone.
std::string Tell(const SectionStep& step) {
  std::string told;
  for (const SectionText& text : step.arrived)
    told += "+s" + std::to_string(text.lineage.value) + "." + std::to_string(text.ordinal.value) + " ";
  for (const SectionNumber gone : step.gone) told += "-s" + std::to_string(gone.value) + " ";
  return told;
}

TEST(FindStep, TellsWhatArrivedAndWhatHasGone) {
  EXPECT_EQ(Tell(FindStep({}, Of({{1, 0}, {2, 0}, {3, 0}}), Of({{1, 0}, {2, 1}, {4, 0}}))),
            "+s2.1 +s4.0 -s3 ");
}

TEST(FindStep, OrderIsNoStep) {
  EXPECT_EQ(Tell(FindStep({}, Of({{1, 0}, {2, 0}, {3, 0}}), Of({{3, 0}, {1, 0}, {2, 0}}))), "");
}

TEST(FindStep, FromAndToNothing) {
  EXPECT_EQ(Tell(FindStep({}, {}, Of({{2, 0}, {1, 0}}))), "+s1.0 +s2.0 ");
  EXPECT_EQ(Tell(FindStep({}, Of({{2, 0}, {1, 0}}), {})), "-s1 -s2 ");
}

TEST(FindStep, ASectionUnderAnotherLineageIsTheOtherOne) {
  LineageAliases aliases;
  Alias alias;
  alias.section = {5}, alias.target = {1}, alias.commit = {1};
  aliases.Add(alias);
  EXPECT_EQ(Tell(FindStep(aliases, Of({{1, 0}}), Of({{5, 0}}))), "+s1.0 ");
}

}  // namespace
}  // namespace muragat
