#include "muragat/codec/log_keys.h"

#include <gtest/gtest.h>

#include "muragat/codec/keys.h"
#include "tests/support/dates.h"
#include "tests/support/hex.h"

namespace muragat {
namespace {

using support::FromHex;
using support::ToHex;

ValidDate Date(const char* text) { return ParseDate(text).value(); }

TEST(LogKeys, AreThoseOfTheFormat) {
  EXPECT_EQ(ToHex(LogNodeKey(3, 5)), "740300000005");
  EXPECT_EQ(ToHex(RecordNodesKey({7}, 6)), "6d0000000706");
  EXPECT_EQ(ToHex(RecordPlacesKey({7}, 2)), "700000000700000002");
  EXPECT_EQ(ToHex(FurtherRecordsKey({7})), "7000000007ffffffff");
}

TEST(RecordPlaces, WriteADateOnlyWhereItIsAnother) {
  const std::vector<RecordPlace> places = {
      {{3}, Date("1995-08-30")}, {{4}, Date("1995-08-30")}, {{2}, Date("1995-08-30")}, {{2}, Date("1995")}};
  const std::string value = EncodeRecordPlaces(places);
  EXPECT_EQ(ToHex(value),
            "0d003a9f568402"
            "04"
            "06"
            "01003a9a5f9e00");
  EXPECT_EQ(DecodeRecordPlaces(value), places);
  EXPECT_EQ(DecodeRecordPlaces(""), std::vector<RecordPlace>{});
}

TEST(RecordPlaces, RefusesWhatMakesNoSense) {
  EXPECT_FALSE(DecodeRecordPlaces(FromHex("0c")));              // no date
  EXPECT_FALSE(DecodeRecordPlaces(FromHex("0d003a9f5684")));    // cut
  EXPECT_FALSE(DecodeRecordPlaces(FromHex("01003a9f568402")));  // document 0
  EXPECT_FALSE(DecodeRecordPlaces(FromHex("0dffffffffffff")));  // no such date
}

TEST(FurtherRecords, ComeBack) {
  const FurtherRecords further{.first_reform = 300, .links = {{{1}, {2}}, {{1}, {130}}}};
  const std::string value = EncodeFurtherRecords(further);
  EXPECT_EQ(ToHex(value),
            "ac02"
            "02"
            "0102"
            "018201");
  EXPECT_EQ(DecodeFurtherRecords(value), further);
  EXPECT_FALSE(DecodeFurtherRecords(value.substr(0, value.size() - 1)));
  EXPECT_FALSE(DecodeFurtherRecords(value + '\0'));
  EXPECT_FALSE(DecodeFurtherRecords(""));
}

}  // namespace
}  // namespace muragat
