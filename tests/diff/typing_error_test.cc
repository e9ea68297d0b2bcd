#include "muragat/diff/typing_error.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(IsTypingError, KnowsASlipOfTheFingers) {
  EXPECT_TRUE(IsTypingError("thge", "the"));
  EXPECT_TRUE(IsTypingError("coucil", "council"));
  EXPECT_TRUE(IsTypingError("recieve", "receive"));
  EXPECT_TRUE(IsTypingError("teh", "the"));
  EXPECT_TRUE(IsTypingError("консттитуция", "конституция"));
}

TEST(IsTypingError, RefusesAnotherBeginningOrEnd) {
  EXPECT_FALSE(IsTypingError("lawful", "unlawful"));
  EXPECT_FALSE(IsTypingError("member", "members"));
  EXPECT_FALSE(IsTypingError("has", "had"));
  EXPECT_FALSE(IsTypingError("законный", "незаконный"));
}

TEST(IsTypingError, RefusesWordsThatCarryARule) {
  EXPECT_FALSE(IsTypingError("not", "nt"));
  EXPECT_FALSE(IsTypingError("shll", "shall"));
  EXPECT_FALSE(IsTypingError("seven", "seeven"));
  EXPECT_FALSE(IsTypingError("может", "можжет"));
}

TEST(IsTypingError, RefusesDigits) { EXPECT_FALSE(IsTypingError("a107b", "a117b")); }

TEST(IsTypingError, RefusesTooMuchChange) {
  EXPECT_FALSE(IsTypingError("prime", "phase"));
  EXPECT_FALSE(IsTypingError("tax", "tex tax"));
  EXPECT_FALSE(IsTypingError("abcdefghij", "axxxefghij"));
}

}  // namespace
}  // namespace muragat
