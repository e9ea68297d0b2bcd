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

// Carries out a script both ways: what the two say must be the same.
void ExpectOneAnswer(const std::string& bytes, const std::string& base) {
  const auto script = DecodeScript(bytes);
  const auto applied = script.ok() ? ApplyScript(*script, base) : Result<std::string>(script.status());
  std::string out = "what stood there before";
  const Status status = ApplyStoredScript(bytes, base, 1'000'000, out);
  ASSERT_EQ(status.ok(), applied.ok()) << ToHex(bytes);
  if (applied.ok()) {
    ASSERT_EQ(out, *applied) << ToHex(bytes);
  } else {
    ASSERT_EQ(status.code(), StatusCode::kCorruption) << ToHex(bytes);
  }
}

TEST(ApplyStoredScript, SaysWhatDecodingAndApplyingSay) {
  ExpectOneAnswer(FromHex("14 09 0a3737 0c"), "hello, law");
  ExpectOneAnswer(FromHex("14 09 0a3737"), "hello, law");     // leaves a part of the base
  ExpectOneAnswer(FromHex("14 09 0a3737 2c"), "hello, law");  // wants more than there is
  ExpectOneAnswer(FromHex("28 0f02"), "hello, law");          // copies
  ExpectOneAnswer(FromHex("28 0f0a"), "hello, law");          // from outside
  ExpectOneAnswer(FromHex("28 0b"), "hello, law");            // is cut short
  ExpectOneAnswer("", "");
}

TEST(ApplyStoredScript, OfAnyBytesSaysWhatDecodingAndApplyingSay) {
  Random random(424242);
  for (int round = 0; round < 3'000; ++round) {
    EditScript script;
    const std::string base(random.Below(60), 'b');
    for (size_t at = 0; at < base.size();) {
      const size_t size = 1 + random.Below(base.size() - at);
      if (random.OneIn(4)) AppendEdit(script, {EditKind::kInsert, 3, "new"});
      if (random.OneIn(6)) AppendEdit(script, {EditKind::kCopy, size, {}, at});
      AppendEdit(script, {random.OneIn(3) ? EditKind::kDelete : EditKind::kKeep, size});
      at += size;
    }
    std::string bytes = Encode(script);
    if (random.OneIn(2) && !bytes.empty())
      bytes[random.Below(bytes.size())] = static_cast<char>(random.Below(256));
    if (random.OneIn(5)) bytes.resize(random.Below(bytes.size() + 1));
    ExpectOneAnswer(bytes, base);
  }
}

TEST(ApplyStoredScript, RefusesATextThatIsLongerThanItMayBe) {
  std::string out;
  const std::string bytes = FromHex("28 0a3737");  // keeps ten bytes, inserts two
  EXPECT_TRUE(ApplyStoredScript(bytes, "hello, law", 12, out).ok());
  EXPECT_EQ(out, "hello, law77");
  EXPECT_EQ(ApplyStoredScript(bytes, "hello, law", 11, out).code(), StatusCode::kCorruption);
}

}  // namespace
}  // namespace muragat
