#include "muragat/search/sorted_runs.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

std::string Merged(const std::string& text, std::vector<size_t> runs) {
  std::vector<char> all(text.begin(), text.end());
  MergeRuns(all, std::move(runs), [](char a, char b) { return (a | 0x20) < (b | 0x20); });
  return {all.begin(), all.end()};
}

TEST(SortedRuns, AreMergedWhatIsEqualInOrder) {
  EXPECT_EQ(Merged("", {}), "");
  EXPECT_EQ(Merged("", {0}), "");
  EXPECT_EQ(Merged("abc", {0}), "abc");
  EXPECT_EQ(Merged("abcdef", {0, 3}), "abcdef");
  EXPECT_EQ(Merged("bdfACE", {0, 3}), "AbCdEf");
  EXPECT_EQ(Merged("bBaAcbBa", {0, 2, 4, 5, 7}), "aAabBbBc");
  EXPECT_EQ(Merged("cba", {0, 1, 2, 2, 3}), "abc") << "also of runs without anything";
}

}  // namespace
}  // namespace muragat
