#include "muragat/codec/alias_record.h"

#include <gtest/gtest.h>

#include "muragat/codec/keys.h"
#include "tests/support/dates.h"
#include "tests/support/hex.h"

namespace muragat {
namespace {

using support::Date;
using support::ToHex;

const std::string kKey = AliasKey({1}, {7}, {4});

TEST(AliasRecord, SaysFromWhichCommitWhichLineageIsWhich) {
  const auto alias = DecodeAlias(kKey, "\x02");
  ASSERT_TRUE(alias);
  EXPECT_EQ(alias->section, SectionNumber{7});
  EXPECT_EQ(alias->commit, CommitNumber{4});
  EXPECT_EQ(alias->target, SectionNumber{2});
  EXPECT_FALSE(alias->by_archivist);
  EXPECT_EQ(EncodeAlias(*alias), "\x02");
}

TEST(AliasRecord, OfAnArchivistHasDateAuthorAndReason) {
  const Alias alias{.section = {7},
                    .commit = {4},
                    .target = {9},
                    .by_archivist = true,
                    .from = Date("1995-08-30"),
                    .author = "Aigerim",
                    .because = "another law"};
  const std::string value = EncodeAlias(alias);
  EXPECT_EQ(ToHex(value), "0903003a9f568402074169676572696d0b616e6f74686572206c6177");
  EXPECT_EQ(DecodeAlias(kKey, value), alias);
  for (size_t size = 1; size + 1 < value.size(); ++size)
    EXPECT_TRUE(size == 1 || !DecodeAlias(kKey, value.substr(0, size))) << size;
}

TEST(AliasRecord, WithOtherBytesMakesNoSense) {
  EXPECT_FALSE(DecodeAlias(kKey, ""));
  EXPECT_FALSE(DecodeAlias(kKey, std::string(1, '\0')));
  EXPECT_FALSE(DecodeAlias(kKey, "\x02x")) << "no such flags";
  EXPECT_FALSE(DecodeAlias(kKey, std::string("\x02\x02\0\0", 4))) << "a date without an archivist";
  EXPECT_FALSE(DecodeAlias(kKey, std::string("\x02\x01\0\0x", 5))) << "something behind it";
  EXPECT_FALSE(DecodeAlias(kKey.substr(0, 12), "\x02"));
}

}  // namespace
}  // namespace muragat
