#include "muragat/codec/keys.h"

#include <gtest/gtest.h>

#include "tests/support/dates.h"
#include "tests/support/hex.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

using support::Date;
using support::FirstOf;
using support::FromHex;
using support::LastOf;
using support::Random;
using support::ToHex;

std::string DateBytes(const ValidDate& date) {
  std::string bytes;
  AppendDate(bytes, date);
  return bytes;
}

// A date near the others, so that equal instants of different precision come often.
ValidDate RandomDate(Random& random) {
  const int64_t day = static_cast<int64_t>(random.Below(3)) + 738'000;
  const auto precision = static_cast<Precision>(random.Below(4));
  const int64_t second = precision == Precision::kSecond ? static_cast<int64_t>(random.Below(3)) : 0;
  return {Instant::FromSeconds(day * 86'400 + second), precision};
}

TEST(DateKey, IsTheSecondsTimesFourPlusThePrecision) {
  EXPECT_EQ(ToHex(DateBytes(Date("0001-01-01"))), "000000000002");
  EXPECT_EQ(ToHex(DateBytes(Date("1995-08-30"))), "003a9f568402");
  EXPECT_EQ(ToHex(DateBytes(Date("2022"))), "003b65864200");
  EXPECT_EQ(ToHex(DateBytes(Date("2022-01"))), "003b65864201");
  EXPECT_EQ(ToHex(DateBytes(Date("2022-01-01"))), "003b65864202");
  EXPECT_EQ(ToHex(DateBytes(Date("2022-01-01T00:00:00Z"))), "003b65864203");
  EXPECT_EQ(ToHex(DateBytes(Date("9999-12-31T23:59:59Z"))), "0125de18e1ff");
}

TEST(DateKey, ComesBackAsItWasGiven) {
  for (const char* text : {"0001", "1803-03", "1995-08-30", "2998-01-01T23:00:00Z", "9999-12-31T23:59:59Z"}) {
    std::string bytes = DateBytes(Date(text));
    uint64_t value = 0;
    for (const char byte : bytes) value = value << 8 | static_cast<uint8_t>(byte);
    ASSERT_TRUE(DecodeDate(value)) << text;
    EXPECT_EQ(*DecodeDate(value), Date(text)) << text;
  }
}

TEST(DateKey, BehindTheLastSecondIsNone) {
  EXPECT_TRUE(DecodeDate(0x0125de18e1ff));
  EXPECT_FALSE(DecodeDate(0x0125de18e200));
  EXPECT_FALSE(DecodeDate(0xffffffffffff));
}

TEST(EditionKey, HasEighteenBytesMostSignificantFirst) {
  const EditionKey key{{1}, Date("1995-08-30"), {{0x01020304}, 7}};
  EXPECT_EQ(ToHex(EncodeEditionKey(key)), "00000001003a9f5684020102030400000007");
  EXPECT_EQ(kEditionKeyBytes, 18u);
}

TEST(EditionKey, LawByteOrderIsTheOrderOfTheKeysAndDecodingGivesThemBack) {
  constexpr uint32_t kSeed = 1;
  Random random(kSeed);
  const auto any = [&] {
    return EditionKey{{random.Below(2) + 1}, RandomDate(random), {{random.Below(3) * 255}, random.Below(3)}};
  };
  for (int i = 0; i < 20'000; ++i) {
    const EditionKey a = any(), b = any();
    EXPECT_EQ(EncodeEditionKey(a) <=> EncodeEditionKey(b), a <=> b) << "seed " << kSeed << ", pair " << i;
    ASSERT_TRUE(DecodeEditionKey(EncodeEditionKey(a)));
    EXPECT_EQ(*DecodeEditionKey(EncodeEditionKey(a)), a);
  }
}

TEST(EditionKey, OfAnotherLengthOrWithADateThatCannotBeIsNone) {
  const std::string key = EncodeEditionKey({{1}, Date("1995-08-30"), {{1}, 0}});
  for (size_t size = 0; size < key.size(); ++size)
    EXPECT_FALSE(DecodeEditionKey(key.substr(0, size))) << size;
  EXPECT_FALSE(DecodeEditionKey(key + "x"));
  EXPECT_FALSE(DecodeEditionKey(FromHex("00000001 ffffffffffff 00000001 00000000")));
}

TEST(EditionKeyAfter, PartsWhatBeganByTheInstantFromWhatBeganLater) {
  const std::string after = EditionKeyAfter({5}, LastOf("2022-06-08"));
  for (const char* text : {"0001", "2022", "2022-06", "2022-06-08", "2022-06-08T23:59:59Z"}) {
    EXPECT_LT(EncodeEditionKey({{5}, Date(text), {{UINT32_MAX}, UINT32_MAX}}), after) << text;
  }
  for (const char* text : {"2022-06-09", "2022-06-09T00:00:00Z", "2023", "9999-12-31T23:59:59Z"}) {
    EXPECT_GT(EncodeEditionKey({{5}, Date(text), {{1}, 0}}), after) << text;
  }
  EXPECT_GT(EditionKeyAfter({5}, Instant::Last()),
            EncodeEditionKey({{5}, Date("9999-12-31T23:59:59Z"), {{UINT32_MAX}, UINT32_MAX}}));
  EXPECT_LT(EditionKeyAfter({5}, Instant::Last()), EncodeEditionKey({{6}, Date("0001"), {{1}, 0}}));
  EXPECT_GT(after, EncodeEditionKey({{4}, Date("9999"), {{9}, 9}}));
}

TEST(RevisionKey, IsDocumentSectionOrdinal) {
  const RevisionKey key{{1}, {0x0203}, {0x04050607}};
  EXPECT_EQ(ToHex(EncodeRevisionKey(key)), "000000010000020304050607");
  EXPECT_EQ(DecodeRevisionKey(EncodeRevisionKey(key)), key);
  EXPECT_FALSE(DecodeRevisionKey(EncodeRevisionKey(key).substr(0, 11)));
  EXPECT_FALSE(DecodeRevisionKey(EncodeRevisionKey(key) + '\0'));
}

TEST(CaptureKey, IsDocumentAndCapture) {
  EXPECT_EQ(ToHex(EncodeCaptureKey({1}, {2})), "0000000100000002");
  EXPECT_EQ(DecodeCaptureKey(EncodeCaptureKey({1}, {2}), {1}), CaptureNumber{2});
  EXPECT_FALSE(DecodeCaptureKey(EncodeCaptureKey({1}, {2}), {3}));
  EXPECT_FALSE(DecodeCaptureKey(EncodeCaptureKey({1}, {2}).substr(1), {1}));
}

TEST(CatalogKey, BeginsWithTheLetterOfItsKind) {
  EXPECT_EQ(DocumentPrefix({0x01020304}), "\x01\x02\x03\x04");
  EXPECT_EQ(DocumentByIdKey("kz/elections"), "dkz/elections");
  EXPECT_EQ(ToHex(DocumentIdKey({258})), "6e00000102");
  EXPECT_EQ(ToHex(ReformByTitleKey("R", Date("1995-08-30"))), "725200003a9f568402");
  EXPECT_EQ(ReformByIdKey("2022/a"), "i2022/a");
  EXPECT_EQ(ToHex(ReformKey({3})), "6600000003");
  EXPECT_EQ(SettingKey("origin"), "oorigin");
  EXPECT_EQ(ToHex(AliasKey({1}, {2}, {3})), "61000000010000000200000003");
  EXPECT_EQ(ToHex(CommitKey({1})), "6300000001");
}

TEST(CatalogKey, OfATitleIsNoPrefixOfALongerTitlesKey) {
  EXPECT_TRUE(ReformByTitleKey("Law", Date("2022")).starts_with(ReformTitlePrefix("Law")));
  EXPECT_FALSE(ReformByTitleKey("Law 2", Date("2022")).starts_with(ReformTitlePrefix("Law")));
}

TEST(ReformLinkKey, IsReformDocumentDate) {
  const std::string key = EncodeReformLink({{1}, {2}, Date("1995-08-30")});
  EXPECT_EQ(ToHex(key), "6c0000000100000002003a9f568402");
  EXPECT_TRUE(key.starts_with(ReformLinkPrefix({1})));
  const auto link = DecodeReformLink(key);
  ASSERT_TRUE(link);
  EXPECT_EQ(link->reform, ReformNumber{1});
  EXPECT_EQ(link->document, DocumentNumber{2});
  EXPECT_EQ(link->valid, Date("1995-08-30"));
  for (size_t size = 0; size < key.size(); ++size)
    EXPECT_FALSE(DecodeReformLink(key.substr(0, size))) << size;
  EXPECT_FALSE(DecodeReformLink("x" + key.substr(1)));
}

}  // namespace
}  // namespace muragat
