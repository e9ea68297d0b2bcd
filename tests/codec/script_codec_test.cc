#include "muragat/codec/script_codec.h"

#include <gtest/gtest.h>

#include "tests/support/damage.h"
#include "tests/support/hex.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

using support::FromHex;
using support::Random;
using support::ToHex;

std::string Encode(const EditScript& script) {
  std::string bytes;
  AppendScript(bytes, script);
  return bytes;
}

StatusCode CodeOf(const char* hex) { return DecodeScript(FromHex(hex)).status().code(); }

TEST(AppendScript, WritesSizeTimesFourPlusKind) {
  EXPECT_EQ(ToHex(Encode({{EditKind::kKeep, 17}})), "44");
  EXPECT_EQ(ToHex(Encode({{EditKind::kDelete, 2}})), "09");
  EXPECT_EQ(ToHex(Encode({{EditKind::kInsert, 2, "77"}})), "0a3737");
  EXPECT_EQ(ToHex(Encode({{EditKind::kCopy, 3, {}, 300}})), "0fac02");
  EXPECT_EQ(ToHex(Encode({{EditKind::kKeep, 32}})), "8001");
}

TEST(DecodeScript, ReadsOneOperationAfterTheOther) {
  const std::string bytes = FromHex("44 09 0a3737 0fac02 2c");
  const auto script = DecodeScript(bytes);
  ASSERT_TRUE(script.ok());
  EXPECT_EQ(*script, (EditScript{{EditKind::kKeep, 17},
                                 {EditKind::kDelete, 2},
                                 {EditKind::kInsert, 2, "77"},
                                 {EditKind::kCopy, 3, {}, 300},
                                 {EditKind::kKeep, 11}}));
}

TEST(DecodeScript, NoBytesAreNoOperations) {
  ASSERT_TRUE(DecodeScript("").ok());
  EXPECT_TRUE(DecodeScript("")->empty());
}

TEST(DecodeScript, RefusesAnOperationOfNoBytes) {
  for (const char* hex : {"00", "01", "02", "0300", "44 01"}) {
    EXPECT_EQ(CodeOf(hex), StatusCode::kCorruption) << hex;
  }
}

TEST(DecodeScript, RefusesWhatIsCutShort) {
  EXPECT_EQ(CodeOf("80"), StatusCode::kCorruption) << "a size";
  EXPECT_EQ(CodeOf("0a37"), StatusCode::kCorruption) << "an insert";
  EXPECT_EQ(CodeOf("0f"), StatusCode::kCorruption) << "a copy";
  EXPECT_EQ(CodeOf("feffffffffffffffff01 37"), StatusCode::kCorruption) << "an insert of 2^62 bytes";
}

TEST(DecodeScript, RefusesASizeThatIsWrittenLongerThanNeedBe) {
  EXPECT_EQ(CodeOf("c400"), StatusCode::kCorruption);
}

TEST(DecodeScript, NoCutAndNoFlippedBitPassesForTheScript) {
  const auto recode = [](std::string_view bytes) -> Result<std::string> {
    const auto script = DecodeScript(bytes);
    if (!script.ok()) return script.status();
    return Encode(*script);
  };
  support::ExpectNoDamagePassesFor(FromHex("44 09 0a3737 0fac02 8001"), recode);
}

TEST(DecodeScript, LawGivesBackWhatWasEncoded) {
  constexpr uint32_t kSeed = 4;
  Random random(kSeed);
  const std::string letters(100, 'w');
  for (int i = 0; i < 5'000; ++i) {
    EditScript script;
    for (size_t n = random.Below(8); n > 0; --n) {
      Edit edit{.kind = static_cast<EditKind>(random.Below(4)), .size_bytes = uint64_t{random.AnySize()} + 1};
      if (edit.kind == EditKind::kInsert) edit.size_bytes = random.Below(letters.size()) + 1;
      if (edit.kind == EditKind::kInsert) edit.text = std::string_view(letters).substr(0, edit.size_bytes);
      if (edit.kind == EditKind::kCopy) edit.source_bytes = random.Any();
      script.push_back(edit);
    }
    const std::string bytes = Encode(script);
    const auto decoded = DecodeScript(bytes);
    ASSERT_TRUE(decoded.ok()) << "seed " << kSeed << ", script " << i << ": " << ToHex(bytes);
    EXPECT_EQ(*decoded, script);
  }
}

}  // namespace
}  // namespace muragat
