#include "muragat/render/entity.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(DecodeEntity, ReadsNumbersOfBothBases) {
  EXPECT_EQ(DecodeEntity("&#1178;"), "Қ");
  EXPECT_EQ(DecodeEntity("&#x49A;"), "Қ");
}

TEST(DecodeEntity, ReadsNames) {
  EXPECT_EQ(DecodeEntity("&amp;"), "&");
  EXPECT_EQ(DecodeEntity("&lt;"), "<");
  EXPECT_EQ(DecodeEntity("&mdash;"), "—");
}

TEST(DecodeEntity, KeepsWhatItDoesNotKnow) {
  EXPECT_EQ(DecodeEntity("&unheardof;"), "&unheardof;");
  EXPECT_EQ(DecodeEntity("&;"), "&;");
}

TEST(DecodeEntity, ReplacesWhatIsNoCharacter) {
  EXPECT_EQ(DecodeEntity("&#0;"), "\uFFFD");
  EXPECT_EQ(DecodeEntity("&#xD800;"), "\uFFFD");
  EXPECT_EQ(DecodeEntity("&#1114112;"), "\uFFFD");
  EXPECT_EQ(DecodeEntity("&#99999999999;"), "\uFFFD");
}

}  // namespace
}  // namespace muragat
