#include "muragat/codec/revision_record.h"

#include <gtest/gtest.h>

#include "muragat/codec/script_codec.h"
#include "tests/support/damage.h"
#include "tests/support/hex.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

using support::FromHex;
using support::Random;
using support::ToHex;

const RevisionKey kKey{{1}, {7}, {5}};
const EditScript kScript = {{EditKind::kKeep, 2}, {EditKind::kInsert, 1, "x"}};

RevisionRecord Diff(const RevisionKey& base) {
  return {.form = RevisionForm::kDiff,
          .checksum = 0x01020304,
          .heading_bytes = 1,
          .text_bytes = 3,
          .chain_length = 2,
          .base = base};
}

Result<std::string> Recode(std::string_view value) {
  const auto record = DecodeRevision(kKey, value);
  if (!record.ok()) return record.status();
  EditScript script;
  if (record->form == RevisionForm::kDiff) {
    auto decoded = DecodeScript(record->payload);
    if (!decoded.ok()) return decoded.status();
    script = *std::move(decoded);
  }
  return EncodeRevision(kKey, *record, script);
}

StatusCode CodeOf(const char* hex) { return DecodeRevision(kKey, FromHex(hex)).status().code(); }

TEST(EncodeRevision, AKeyframeIsChecksumHeadingSizeAndText) {
  RevisionRecord record{.checksum = 0x01020304, .heading_bytes = 2, .payload = "abc"};
  EXPECT_EQ(ToHex(EncodeRevision(kKey, record)),
            "0100"
            "01020304"
            "02"
            "616263");
  record.teaser = true;
  record.number = "50";
  record.title = "T";
  EXPECT_EQ(ToHex(EncodeRevision(kKey, record)),
            "0107"
            "023530"
            "0154"
            "01020304"
            "02"
            "616263");
}

TEST(EncodeRevision, ADiffNamesABaseOfItsSectionByDistance) {
  EXPECT_EQ(ToHex(EncodeRevision(kKey, Diff({{1}, {7}, {3}}), kScript)),
            "0200"
            "01020304"
            "01"
            "03"
            "02"
            "0002"
            "080678");
}

TEST(EncodeRevision, ADiffNamesABaseElsewhereInItsDocumentBySectionAndOrdinal) {
  EXPECT_EQ(ToHex(EncodeRevision(kKey, Diff({{1}, {8}, {9}}), kScript)),
            "0200"
            "01020304"
            "01"
            "03"
            "02"
            "010809"
            "080678");
}

TEST(EncodeRevision, ADiffNamesABaseOfAnotherDocumentInFull) {
  EXPECT_EQ(ToHex(EncodeRevision(kKey, Diff({{2}, {7}, {9}}), kScript)),
            "0200"
            "01020304"
            "01"
            "03"
            "02"
            "02020709"
            "080678");
}

TEST(EncodeRevision, ASameNamesAnEarlierOrdinal) {
  const RevisionRecord record{.form = RevisionForm::kSame, .base = {{1}, {7}, {4}}};
  EXPECT_EQ(ToHex(EncodeRevision(kKey, record)),
            "0300"
            "04");
}

TEST(DecodeRevision, ReadsAKeyframe) {
  const std::string value = FromHex("01 07 02 3530 01 54 01020304 02 616263");
  const auto record = DecodeRevision(kKey, value);
  ASSERT_TRUE(record.ok());
  EXPECT_EQ(record->form, RevisionForm::kKeyframe);
  EXPECT_TRUE(record->teaser);
  EXPECT_EQ(record->number, "50");
  EXPECT_EQ(record->title, "T");
  EXPECT_EQ(record->checksum, 0x01020304u);
  EXPECT_EQ(record->heading_bytes, 2u);
  EXPECT_EQ(record->text_bytes, 3u);
  EXPECT_EQ(record->payload, "abc");
}

TEST(DecodeRevision, ReadsTheBaseOfADiff) {
  const std::string near = FromHex("02 00 01020304 01 03 02 00 02 0c"),
                    far = FromHex("02 00 01020304 01 03 10 02 02 08 09 0c");
  ASSERT_TRUE(DecodeRevision(kKey, near).ok());
  EXPECT_EQ(DecodeRevision(kKey, near)->base, (RevisionKey{{1}, {7}, {3}}));
  EXPECT_EQ(DecodeRevision(kKey, near)->chain_length, 2);
  ASSERT_TRUE(DecodeRevision(kKey, far).ok());
  EXPECT_EQ(DecodeRevision(kKey, far)->base, (RevisionKey{{2}, {8}, {9}}));
  EXPECT_EQ(DecodeRevision(kKey, far)->chain_length, 16);
  EXPECT_EQ(DecodeRevision(kKey, far)->payload, "\x0c");
}

TEST(DecodeRevision, RefusesABaseThatCannotBeOne) {
  EXPECT_EQ(CodeOf("02 00 01020304 01 03 02 00 05 0c"), StatusCode::kOk);
  EXPECT_EQ(CodeOf("02 00 01020304 01 03 02 00 00 0c"), StatusCode::kCorruption) << "itself";
  EXPECT_EQ(CodeOf("02 00 01020304 01 03 02 00 06 0c"), StatusCode::kCorruption) << "before the first";
  EXPECT_EQ(CodeOf("02 00 01020304 01 03 02 01 07 05 0c"), StatusCode::kCorruption) << "itself in full";
  EXPECT_EQ(CodeOf("02 00 01020304 01 03 02 03 07 04 0c"), StatusCode::kCorruption) << "an unknown kind";
  EXPECT_EQ(CodeOf("02 00 01020304 01 03 02 01 8780808010 04 0c"), StatusCode::kCorruption) << "2^32 + 7";
}

TEST(DecodeRevision, RefusesAChainThatIsTooLongOrNone) {
  EXPECT_EQ(kMaxChain, 16);
  EXPECT_EQ(CodeOf("02 00 01020304 01 03 10 00 01 0c"), StatusCode::kOk);
  EXPECT_EQ(CodeOf("02 00 01020304 01 03 11 00 01 0c"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf("02 00 01020304 01 03 00 00 01 0c"), StatusCode::kCorruption);
}

TEST(DecodeRevision, RefusesAHeadingLongerThanTheText) {
  EXPECT_EQ(CodeOf("01 00 01020304 03 616263"), StatusCode::kOk);
  EXPECT_EQ(CodeOf("01 00 01020304 04 616263"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf("02 00 01020304 04 03 01 00 01 0c"), StatusCode::kCorruption);
}

TEST(DecodeRevision, RefusesASameThatIsNoEarlierOne) {
  EXPECT_EQ(CodeOf("03 00 04"), StatusCode::kOk);
  EXPECT_EQ(CodeOf("03 00 05"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf("03 00 8480808010"), StatusCode::kCorruption) << "2^32 + 4";
  EXPECT_EQ(CodeOf("03 00 04 00"), StatusCode::kCorruption) << "a byte too many";
}

TEST(DecodeRevision, RefusesFlagsAndFormsThatAreNotKnown) {
  for (const char* hex :
       {"01 08 01020304 00", "01 10 01020304 00", "01 80 01020304 00", "00 00", "05 00", "", "01"}) {
    EXPECT_EQ(CodeOf(hex), StatusCode::kCorruption) << hex;
  }
}

TEST(DecodeRevision, SaysThatATextWasTakenOutByLaw) {
  const auto redacted = DecodeRevision(kKey, FromHex("04 00 00"));
  EXPECT_EQ(redacted.status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(redacted.status().message(), "text 5 of section s7 was taken out by law");
}

TEST(DecodeRevision, NoCutAndNoFlippedBitPassesForTheRecord) {
  RevisionRecord keyframe{
      .checksum = 0xd3aeccd9, .heading_bytes = 10, .payload = "# Majilis\nIt has 67 deputies.\n"};
  keyframe.number = "50";
  keyframe.title = "Majilis";
  RevisionRecord diff = Diff({{1}, {7}, {3}});
  diff.title = "Majilis";
  const auto allowed = StatusCode::kInvalidArgument;  // a flip may give the form of a redacted text
  support::ExpectNoDamagePassesFor(EncodeRevision(kKey, keyframe), Recode, allowed);
  support::ExpectNoDamagePassesFor(EncodeRevision(kKey, diff, kScript), Recode, allowed);
  support::ExpectNoDamagePassesFor(EncodeRevision(kKey, Diff({{9}, {300}, {4}}), kScript), Recode, allowed);
  const RevisionRecord same{.form = RevisionForm::kSame, .base = {{1}, {7}, {4}}};
  support::ExpectNoDamagePassesFor(EncodeRevision(kKey, same), Recode, allowed);
}

TEST(DecodeRevision, LawGivesBackWhatWasEncoded) {
  constexpr uint32_t kSeed = 3;
  Random random(kSeed);
  const std::string letters(300, 'q');
  for (int i = 0; i < 5'000; ++i) {
    const RevisionKey key{{random.Below(3) + 1}, {random.Below(3) + 1}, {random.Below(1000) + 1}};
    RevisionRecord record{.form = static_cast<RevisionForm>(random.Below(3) + 1), .teaser = random.OneIn(2)};
    record.number = std::string_view(letters).substr(0, random.Below(4));
    record.title = std::string_view(letters).substr(0, random.Below(300));
    EditScript script;
    if (record.form == RevisionForm::kSame) {
      record.base = {key.document, key.section, {key.ordinal.value - 1}};
    } else {
      record.checksum = random.Any();
      record.payload = std::string_view(letters).substr(0, random.Below(300));
      record.text_bytes = record.payload.size();
      if (record.form == RevisionForm::kDiff) {
        record.text_bytes = random.Any();
        record.chain_length = static_cast<uint8_t>(random.Below(16) + 1);
        record.base = {{random.Below(3) + 1}, {random.Below(3) + 1}, {key.ordinal.value - 1}};
        script = kScript;
      }
      record.heading_bytes = random.Below(record.text_bytes + 1);
    }
    const std::string value = EncodeRevision(key, record, script);
    const auto back = DecodeRevision(key, value);
    ASSERT_TRUE(back.ok()) << "seed " << kSeed << ", record " << i << ": " << ToHex(value);
    EXPECT_EQ(back->form, record.form);
    EXPECT_EQ(back->teaser, record.teaser);
    EXPECT_EQ(back->number, record.number);
    EXPECT_EQ(back->title, record.title);
    EXPECT_EQ(back->checksum, record.checksum);
    EXPECT_EQ(back->heading_bytes, record.heading_bytes);
    EXPECT_EQ(back->text_bytes, record.text_bytes);
    EXPECT_EQ(back->chain_length, record.chain_length);
    if (record.form != RevisionForm::kKeyframe) {
      EXPECT_EQ(back->base, record.base);
    }
    if (record.form == RevisionForm::kKeyframe) {
      EXPECT_EQ(back->payload, record.payload);
    }
    if (record.form == RevisionForm::kDiff) {
      EXPECT_EQ(ToHex(back->payload), "080678");
    }
  }
}

}  // namespace
}  // namespace muragat
