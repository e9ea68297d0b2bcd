#include "muragat/codec/capture_record.h"

#include <gtest/gtest.h>

#include "tests/support/damage.h"
#include "tests/support/dates.h"
#include "tests/support/hex.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

using support::Date;
using support::FromHex;
using support::Random;
using support::ToHex;

StatusCode CodeOf(const char* hex) { return DecodeCapture(FromHex(hex)).status().code(); }

Result<std::string> Recode(std::string_view value) {
  const auto record = DecodeCapture(value);
  if (!record.ok()) return record.status();
  return EncodeCapture(*record);
}

TEST(EncodeCapture, SaysThatTheBytesAreTheText) {
  EXPECT_EQ(ToHex(EncodeCapture({{.media_type = "a/b"}, {}})),
            "0501"
            "03612f62");
}

TEST(EncodeCapture, WritesTypeUrlTimeChecksumAndBytes) {
  // The checksum of the 30 bytes was computed with the xxHash library itself.
  const CaptureRecord record{{.media_type = "t/m",
                              .source_url = "u:x",
                              .captured = Date("1995-08-30"),
                              .bytes = "# Majilis\nIt has 67 deputies.\n"},
                             {}};
  EXPECT_EQ(ToHex(EncodeCapture(record)),
            "0107"
            "03742f6d"
            "03753a78"
            "003a9f568402"
            "d3aeccd9"
            "23204d616a696c69730a4974206861732036372064657075746965732e0a");
}

TEST(EncodeCapture, NamesAnEarlierCaptureWithTheSameBytes) {
  EXPECT_EQ(ToHex(EncodeCapture({{.source_url = "u"}, {300}})),
            "0302"
            "0175"
            "ac02");
}

TEST(DecodeCapture, TellsBytesOfTheirOwnFromTheText) {
  const auto own = DecodeCapture(FromHex("01 00 38d394c2"));  // XXH3-64 of nothing is 2d06800538d394c2
  ASSERT_TRUE(own.ok());
  EXPECT_EQ(own->capture.bytes, "");
  const auto text = DecodeCapture(FromHex("05 00"));
  ASSERT_TRUE(text.ok());
  EXPECT_FALSE(text->capture.bytes);
  EXPECT_EQ(text->same_as, CaptureNumber{0});
  const auto same = DecodeCapture(FromHex("03 00 04"));
  ASSERT_TRUE(same.ok());
  EXPECT_EQ(same->same_as, CaptureNumber{4});
}

TEST(DecodeCapture, RefusesBytesThatDoNotMatchTheirChecksum) {
  std::string value = EncodeCapture({{.bytes = "as received"}, {}});
  ASSERT_TRUE(DecodeCapture(value).ok());
  value.back() = 'D';
  EXPECT_EQ(DecodeCapture(value).status().message(), "the bytes of a capture do not match their checksum");
}

TEST(DecodeCapture, RefusesFlagsFormsAndNumbersThatAreNotKnown) {
  EXPECT_EQ(CodeOf("05 08"), StatusCode::kCorruption) << "a flag";
  EXPECT_EQ(CodeOf("02 00"), StatusCode::kCorruption) << "the reserved diff";
  EXPECT_EQ(CodeOf("04 00"), StatusCode::kCorruption) << "no form";
  EXPECT_EQ(CodeOf("05 00 00"), StatusCode::kCorruption) << "a byte too many";
  EXPECT_EQ(CodeOf("03 00 00"), StatusCode::kCorruption) << "capture 0";
  EXPECT_EQ(CodeOf("03 00 8180808010"), StatusCode::kCorruption) << "capture 2^32 + 1";
  EXPECT_EQ(CodeOf("05 04 ffffffffffff"), StatusCode::kCorruption) << "no date";
  EXPECT_EQ(CodeOf(""), StatusCode::kCorruption);
}

TEST(DecodeCapture, NoCutAndNoFlippedBitPassesForTheRecord) {
  const Capture capture{.media_type = "text/html", .source_url = "https://x.kz", .captured = Date("2022-06")};
  Capture own = capture;
  own.bytes = "<p>raw</p>";
  support::ExpectNoDamagePassesFor(EncodeCapture({capture, {}}), Recode);
  support::ExpectNoDamagePassesFor(EncodeCapture({own, {}}), Recode);
  support::ExpectNoDamagePassesFor(EncodeCapture({capture, {200}}), Recode);
}

TEST(DecodeCapture, LawGivesBackWhatWasEncoded) {
  constexpr uint32_t kSeed = 5;
  Random random(kSeed);
  for (int i = 0; i < 3'000; ++i) {
    CaptureRecord record;
    record.capture.media_type = std::string(random.Below(4), 'm');
    record.capture.source_url = std::string(random.Below(200), 'u');
    if (random.OneIn(2)) {
      record.capture.captured =
          ValidDate{Instant::FromSeconds(random.Any()), static_cast<Precision>(random.Below(4))};
    }
    if (random.OneIn(3)) record.same_as.value = random.Any() | 1;
    if (record.same_as.value == 0 && random.OneIn(2)) {
      std::string bytes(random.Below(300), '\0');
      for (char& byte : bytes) byte = static_cast<char>(random.Any());
      record.capture.bytes = bytes;
    }
    const auto back = DecodeCapture(EncodeCapture(record));
    ASSERT_TRUE(back.ok()) << "seed " << kSeed << ", capture " << i;
    EXPECT_EQ(back->capture, record.capture);
    EXPECT_EQ(back->same_as, record.same_as);
  }
}

}  // namespace
}  // namespace muragat
