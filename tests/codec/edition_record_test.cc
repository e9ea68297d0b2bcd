#include "muragat/codec/edition_record.h"

#include <array>

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

const EditionKey kKey{{1}, {Instant::FromSeconds(62'945'337'600), Precision::kDay}, {{3}, 2}};

Edition EmptyEdition() {
  return {.document = kKey.document, .valid = kKey.valid, .recorded = kKey.recorded, .language = "und"};
}

Edition FullEdition() {
  Edition edition = EmptyEdition();
  edition.basis = Basis::kSeen;
  edition.reform = {300};
  edition.author = "A";
  edition.capture = {5};
  edition.title = "Ti";
  edition.language = "kk";
  edition.sections = {{{1}, {0}, 0}, {{2}, {130}, 1}, {{9}, {1}, 2}, {{3}, {0}, 0}};
  return edition;
}

Result<std::string> Recode(std::string_view value) {
  const auto decoded = DecodeEdition(kKey, value);
  if (!decoded.ok()) return decoded.status();
  if (const auto* withdrawal = std::get_if<Withdrawal>(&decoded->record))
    return EncodeWithdrawal(*withdrawal);
  return EncodeEdition(std::get<Edition>(decoded->record), decoded->title_is_implied);
}

StatusCode CodeOf(const char* hex) { return DecodeEdition(kKey, FromHex(hex)).status().code(); }

TEST(EncodeEdition, WritesFieldsInTheOrderOfTheirFlagsThenTheList) {
  EXPECT_EQ(ToHex(EncodeEdition(FullEdition(), false)),
            "013f"      // text, all flags
            "ac02"      // reform 300
            "0141"      // author
            "05"        // capture
            "025469"    // title
            "026b6b"    // language
            "04"        // four sections: each the step from the one before, ordinal, step of the depth
            "000000"    // s1, ordinal 0, depth 0
            "00820102"  // s2, ordinal 130, depth 1
            "0c0102"    // s9: 9 - 2 - 1 = 6
            "0d0003");  // s3: 3 - 9 - 1 = -7; depth 0: -2
}

TEST(EncodeEdition, LeavesOutWhatIsNotThere) {
  Edition edition = EmptyEdition();
  edition.sections = {{{1}, {0}, 0}};
  EXPECT_EQ(ToHex(EncodeEdition(edition, true)), "010001000000");
}

TEST(EncodeEdition, WritesATitleThatIsEmptyAndNotImplied) {
  EXPECT_EQ(ToHex(EncodeEdition(EmptyEdition(), false)), "01100000");
}

TEST(EncodeEdition, ARemovalHasNoTitleLanguageOrList) {
  Edition removal = EmptyEdition();
  removal.removed = true;
  EXPECT_EQ(ToHex(EncodeEdition(removal, false)), "0200");
  removal.reform = {1};
  removal.author = "Me";
  EXPECT_EQ(ToHex(EncodeEdition(removal, false)), "020601024d65");
}

TEST(EncodeWithdrawal, NamesCommitPlaceAuthorAndReason) {
  EXPECT_EQ(ToHex(EncodeWithdrawal({{{1}, 200}, "A", "no"})), "0301c80101416e6f");
}

TEST(DecodeEdition, TakesDocumentDateAndPlaceFromTheKey) {
  const auto decoded = DecodeEdition(kKey, FromHex("01 02 01 01 00 00 00"));
  ASSERT_TRUE(decoded.ok());
  const auto& edition = std::get<Edition>(decoded->record);
  EXPECT_EQ(edition.document, DocumentNumber{1});
  EXPECT_EQ(edition.valid, Date("1995-08-30"));
  EXPECT_EQ(edition.recorded, (RecordedPlace{{3}, 2}));
  EXPECT_EQ(edition.reform, ReformNumber{1});
  EXPECT_EQ(edition.basis, Basis::kInForce);
  EXPECT_EQ(edition.language, "und");
  EXPECT_TRUE(decoded->title_is_implied);
  EXPECT_EQ(edition.sections, (std::vector<SectionRef>{{{1}, {0}, 0}}));
}

TEST(DecodeEdition, ReadsAWithdrawal) {
  const std::string value = FromHex("03 01 c801 01 41 6e6f");
  const auto decoded = DecodeEdition(kKey, value);
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(std::get<Withdrawal>(decoded->record), (Withdrawal{{{1}, 200}, "A", "no"}));
  EXPECT_TRUE(IsWithdrawal(value));
  EXPECT_FALSE(IsWithdrawal(FromHex("02 00")));
  EXPECT_FALSE(IsWithdrawal(""));
}

TEST(DecodeEdition, RefusesFlagsThatAreNotKnown) {
  EXPECT_EQ(CodeOf("01 00 00"), StatusCode::kOk);
  EXPECT_EQ(CodeOf("01 40 00"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf("01 80 00"), StatusCode::kCorruption);
}

TEST(DecodeEdition, RefusesATitleOrALanguageInARemoval) {
  EXPECT_EQ(CodeOf("02 00"), StatusCode::kOk);
  EXPECT_EQ(CodeOf("02 10 01 41"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf("02 20 01 41"), StatusCode::kCorruption);
}

TEST(DecodeEdition, RefusesOtherKindsOfRecords) {
  for (const char* hex : {"", "00", "00 00 00", "04 00 00", "ff 00 00"}) {
    EXPECT_EQ(CodeOf(hex), StatusCode::kCorruption) << hex;
  }
}

TEST(DecodeEdition, RefusesNumbersThatCannotBe) {
  EXPECT_EQ(CodeOf("01 02 00 00"), StatusCode::kCorruption) << "reform 0";
  EXPECT_EQ(CodeOf("01 08 00 00"), StatusCode::kCorruption) << "capture 0";
  EXPECT_EQ(CodeOf("01 02 8180808010 00"), StatusCode::kCorruption) << "reform 2^32 + 1";
  EXPECT_EQ(CodeOf("01 00 01 01 00 00"), StatusCode::kCorruption) << "section 0";
  EXPECT_EQ(CodeOf("01 00 01 00 00 01"), StatusCode::kCorruption) << "depth -1";
  EXPECT_EQ(CodeOf("01 00 01 00 8080808010 00"), StatusCode::kCorruption) << "ordinal 2^32";
  EXPECT_EQ(CodeOf("01 00 01 feffffffffffffffff01 00 00"), StatusCode::kCorruption) << "section 2^63";
  EXPECT_EQ(CodeOf("01 00 01 00 00 feffffffffffffffff01"), StatusCode::kCorruption) << "depth 2^63 - 1";
  EXPECT_EQ(CodeOf("03 00 00 00"), StatusCode::kCorruption) << "commit 0";
}

TEST(DecodeEdition, RefusesACountOfMoreSectionsThanThereAreBytes) {
  EXPECT_EQ(CodeOf("01 00 ffffffff0f 00 00 00"), StatusCode::kCorruption);
  EXPECT_EQ(CodeOf("01 00 01 00 00 00 00"), StatusCode::kCorruption) << "a byte too many";
}

TEST(DecodeEdition, NoCutAndNoFlippedBitPassesForTheRecord) {
  support::ExpectNoDamagePassesFor(EncodeEdition(FullEdition(), false), Recode);
  support::ExpectNoDamagePassesFor(EncodeEdition(FullEdition(), true), Recode);
  support::ExpectNoDamagePassesFor(EncodeWithdrawal({{{1}, 200}, "Author", "it never stood so"}), Recode);
  Edition removal = EmptyEdition();
  removal.removed = true;
  removal.reform = {1};
  support::ExpectNoDamagePassesFor(EncodeEdition(removal, false), Recode);
}

TEST(DecodeEdition, LawGivesBackWhatWasEncoded) {
  constexpr uint32_t kSeed = 2;
  Random random(kSeed);
  for (int i = 0; i < 5'000; ++i) {
    Edition edition = EmptyEdition();
    edition.removed = random.OneIn(8);
    edition.basis = random.OneIn(2) ? Basis::kSeen : Basis::kInForce;
    edition.reform.value = random.OneIn(2) ? 0 : random.Any();
    edition.author = std::string(random.Below(3), 'a');
    edition.capture.value = random.OneIn(2) ? 0 : random.Any();
    const bool implied = random.OneIn(2);
    if (!edition.removed && !implied) edition.title = std::string(random.Below(200), 't');
    if (!edition.removed && random.OneIn(2)) edition.language = "kk";
    for (size_t n = edition.removed ? 0 : random.Below(9); n > 0; --n) {
      const uint32_t section = random.OneIn(4) ? random.Any() | 1 : random.Below(9) + 1;
      edition.sections.push_back({{section}, {random.AnySize()}, random.Below(64)});
    }
    const std::string value = EncodeEdition(edition, implied);
    const auto decoded = DecodeEdition(kKey, value);
    ASSERT_TRUE(decoded.ok()) << "seed " << kSeed << ", edition " << i << ": " << ToHex(value);
    const auto& back = std::get<Edition>(decoded->record);
    EXPECT_EQ(back.removed, edition.removed);
    EXPECT_EQ(back.basis, edition.basis);
    EXPECT_EQ(back.reform, edition.reform);
    EXPECT_EQ(back.author, edition.author);
    EXPECT_EQ(back.capture, edition.capture);
    EXPECT_EQ(back.title, edition.title);
    EXPECT_EQ(back.language, edition.language);
    EXPECT_EQ(back.sections, edition.sections);
    EXPECT_EQ(decoded->title_is_implied, implied && !edition.removed);
  }
}

// Lists that follow each other, decoded with and without the list before, are the same.
TEST(EditionListDecoder, GivesWhatAListSaysWhateverTheListBefore) {
  support::Random random(20261125);
  std::vector<SectionRef> sections;
  EditionListDecoder lists;
  const EditionKey key{{1}, *ParseDate("2020"), {{1}, 0}};
  for (int i = 0; i < 4000; ++i) {
    for (uint32_t edits = random.Below(4); edits > 0; --edits) {
      const auto at = [&](size_t end) { return sections.begin() + random.Below(end); };
      const SectionRef fresh{{1 + random.AnySize() % 100'000}, {random.AnySize() >> 8}, random.Below(5)};
      if (random.OneIn(3)) {
        sections.insert(at(sections.size() + 1), fresh);
      } else if (!sections.empty() && random.OneIn(4)) {
        sections.erase(at(sections.size()));
      } else if (!sections.empty()) {
        const auto place = at(sections.size());
        *place = random.OneIn(2) ? SectionRef{place->section, fresh.ordinal, place->depth_levels} : fresh;
      }
    }
    if (random.OneIn(300)) sections.clear();
    Edition edition;
    edition.sections = sections;
    const std::string bytes = EncodeEdition(edition, true);
    const auto decoded = DecodeEdition(key, bytes, &lists);
    ASSERT_TRUE(decoded.ok());
    ASSERT_EQ(std::get<Edition>(decoded->record).sections, sections);
    const auto cut = DecodeEdition(key, bytes.substr(0, bytes.size() - 1), &lists);
    ASSERT_FALSE(cut.ok());
    if (random.OneIn(2)) {
      ASSERT_TRUE(DecodeEdition(key, bytes, &lists).ok());
    }
  }
}

// The end of one list may be the end of another's longer number: s1 to s130 is written 80 02, s1 to s3 is 02.
TEST(EditionListDecoder, TakesNoPartOfANumberForANumber) {
  constexpr uint32_t kSeed = 20261201;
  support::Random random(kSeed);
  EditionListDecoder lists;
  const EditionKey key{{1}, *ParseDate("2020"), {{1}, 0}};
  const std::array<uint32_t, 7> numbers = {1, 2, 3, 66, 130, 131, 8'322};
  for (int i = 0; i < 20'000; ++i) {
    Edition edition;
    for (uint32_t n = 1 + random.Below(4); n > 0; --n)
      edition.sections.push_back({{numbers[random.Below(numbers.size())]}, {random.Below(2) * 128}, 0});
    const auto decoded = DecodeEdition(key, EncodeEdition(edition, true), &lists);
    ASSERT_TRUE(decoded.ok());
    ASSERT_EQ(std::get<Edition>(decoded->record).sections, edition.sections) << i << ", seed " << kSeed;
    // A damaged list reads alike with the list before and without it.
    std::string bytes = EncodeEdition(edition, true);
    const auto place = random.Below(bytes.size());
    if (random.OneIn(2)) {
      bytes.erase(place, 1);
    } else {
      bytes[place] = static_cast<char>(bytes[place] ^ 1 << random.Below(8));
    }
    const auto with = DecodeEdition(key, bytes, &lists), without = DecodeEdition(key, bytes);
    ASSERT_EQ(with.ok(), without.ok()) << i << ", seed " << kSeed;
    if (with.ok() && std::holds_alternative<Edition>(with->record)) {
      ASSERT_EQ(std::get<Edition>(with->record).sections, std::get<Edition>(without->record).sections)
          << i << ", seed " << kSeed;
    }
  }
}

}  // namespace
}  // namespace muragat
