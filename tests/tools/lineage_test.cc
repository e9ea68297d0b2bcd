#include "tools/lineage.h"

#include <gtest/gtest.h>

#include "tests/tools/json_line.h"
#include "tests/tools/workbench.h"

namespace muragat::tools {
namespace {

constexpr const char* kFirst =
    "The chamber has one hundred members elected for five years by the people of the whole country.\n\n";
constexpr const char* kSecond =
    "Every member has a single vote and may not give it to another, whatever the reason may be.\n\n";

// A chamber that is split and merged again, and a senate that gives way to a council.
void ImportLaw(const Workbench& bench) {
  const std::string first = kFirst, second = kSecond;
  bench.Import("law", "2001",
               "## 1. Chamber\n\n" + first + second + "## 2. Senate\n\nTwo from each region.\n");
  bench.Import("law", "2002",
               "## 1. Chamber\n\n" + first + "## 2. Votes\n\n" + second +
                   "## 3. Council\n\nThe wise sit under a tree whenever the moon is full.\n");
  bench.Import("law", "2003",
               "## 1. Chamber\n\n" + first + second +
                   "## 2. Council\n\nThe wise sit under a tree whenever the moon is full.\n");
}

TEST(Lineage, TellsTheLifeOfASection) {
  const Workbench bench;
  ImportLaw(bench);
  EXPECT_EQ(bench.Run({"lineage", "law#Chamber"}).out,
            "valid  section  event    what         sure  because\n"
            "2001   s1       added    1. Chamber   100%  nothing like it before\n"
            "2002   s1       changed  1. Chamber   100%  number and title\n"
            "2002   s1       split    s1 → s1, s3  100%  shared wording\n"
            "2003   s1       changed  1. Chamber   100%  number and title\n"
            "2003   s1       merged   s1, s3 → s1  100%  shared wording\n");
}

TEST(Lineage, HasTheDocumentedFields) {
  const Workbench bench;
  ImportLaw(bench);
  EXPECT_EQ(
      Lines(bench.Run({"lineage", "law#Council", "--json"}).out).back(),
      "{\"document\":\"law\",\"section\":\"s4\",\"valid\":\"2003\",\"commit\":3,\"reform\":null,"
      "\"event\":\"renumbered\",\"from\":[\"s4\"],\"to\":[\"s4\"],\"confidence\":1.0,\"reason\":\"title\","
      "\"old_number\":\"3\",\"new_number\":\"2\",\"old_title\":\"3. Council\",\"new_title\":\"2. "
      "Council\"}");
}

TEST(Lineage, CrosswalkLeadsThroughSplitsFromOldNumbersToNewOnes) {
  const Workbench bench;
  ImportLaw(bench);
  EXPECT_EQ(bench.Run({"lineage", "law", "--crosswalk", "2001", "2002"}).out,
            "old_number,new_number,old_section,new_section,old_title,new_title,events,confidence,reason\n"
            "1,1,s1,s1,1. Chamber,1. Chamber,changed split,1,number and title\n"
            "1,2,s1,s3,1. Chamber,2. Votes,changed renumbered retitled split,1,shared wording\n"
            "2,,s2,,2. Senate,,removed,1,nothing like it after\n"
            ",3,,s4,,3. Council,added,1,nothing like it before\n");
  EXPECT_EQ(Lines(bench.Run({"lineage", "law", "--crosswalk", "2002", "2003", "--json"}).out).size(), 3u);
}

TEST(Lineage, CrosswalkQuotesFieldsAsCsvDoes) {
  const Workbench bench;
  bench.Import("a", "2001", "# 1. Laws, \"old\" and new\n\nText.\n");
  EXPECT_EQ(
      Lines(bench.Run({"lineage", "a", "--crosswalk", "2001", "2002"}).out)[1],
      "1,1,s1,s1,\"1. Laws, \"\"old\"\" and new\",\"1. Laws, \"\"old\"\" and new\",unchanged,1,equal text");
}

TEST(Lineage, CrosswalkRefusesTheLaterDayFirst) {
  const Workbench bench;
  ImportLaw(bench);
  EXPECT_EQ(bench.Run({"lineage", "law", "--crosswalk", "2003", "2001"}).code, 2);
  EXPECT_EQ(bench.Run({"lineage", "law#Chamber", "--crosswalk", "2001", "2003"}).code, 2);
  EXPECT_EQ(bench.Run({"lineage", "law", "--crosswalk", "1990", "2003"}).code, 3) << "no text then";
  EXPECT_EQ(bench.Run({"lineage", "law#Nothing"}).code, 3);
}

}  // namespace
}  // namespace muragat::tools
