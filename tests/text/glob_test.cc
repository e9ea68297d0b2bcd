#include "muragat/text/glob.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(Glob, StarIsAnyRunAndQuestionMarkOneCharacter) {
  EXPECT_TRUE(MatchesGlob("kz/*", "kz/law/1"));
  EXPECT_TRUE(MatchesGlob("*/law*", "kz/law/1"));
  EXPECT_TRUE(MatchesGlob("?аң", "заң"));
  EXPECT_FALSE(MatchesGlob("kz/?", "kz/law"));
  EXPECT_FALSE(MatchesGlob("kz", "kz/law"));
  EXPECT_TRUE(MatchesGlob("*", ""));
}

}  // namespace
}  // namespace muragat
