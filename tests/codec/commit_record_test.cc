#include "muragat/codec/commit_record.h"

#include <gtest/gtest.h>

#include "tests/support/damage.h"
#include "tests/support/dates.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

using support::FirstOf;
using support::Random;

const char* const kBytes =
    "muragat-commit 1\n"
    "sequence 12\n"
    "recorded 2022-06-08T12:00:00Z\n"
    "author Archivist\n"
    "program muragat 0.1.0\n"
    "message \n"
    "records 345\n"
    "root -\n"
    "state -\n";

CommitRecord Record() {
  return {.sequence = {12},
          .recorded = FirstOf("2022-06-08T12:00:00Z"),
          .author = "Archivist",
          .program = "muragat 0.1.0",
          .message = "",
          .records = 345};
}

const char* const kLogged =
    "muragat-commit 2\n"
    "sequence 12\n"
    "recorded 2022-06-08T12:00:00Z\n"
    "author Archivist\n"
    "program muragat 0.1.0\n"
    "message \n"
    "records 345\n"
    "reforms 6\n"
    "links 7\n"
    "root ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"
    "state -\n";

CommitRecord Logged() {
  CommitRecord record = Record();
  record.root = DigestOf({"abc"});
  record.reforms = 6;
  record.links = 7;
  return record;
}

// The code for kBytes with one part of it replaced.
StatusCode CodeWith(std::string_view part, std::string_view replacement) {
  std::string bytes = kBytes;
  bytes.replace(bytes.find(part), part.size(), replacement);
  return DecodeCommit(bytes).status().code();
}

TEST(EncodeCommit, WritesLinesInTheirOrder) { EXPECT_EQ(EncodeCommit(Record()), kBytes); }

TEST(DecodeCommit, ReadsThemBack) {
  const auto commit = DecodeCommit(kBytes);
  ASSERT_TRUE(commit.ok());
  EXPECT_EQ(*commit, Record());
}

TEST(EncodeCommit, WritesTheRootOfAnArchiveThatKeepsALog) { EXPECT_EQ(EncodeCommit(Logged()), kLogged); }

TEST(DecodeCommit, ReadsTheRootBack) {
  const auto commit = DecodeCommit(kLogged);
  ASSERT_TRUE(commit.ok());
  EXPECT_EQ(*commit, Logged());
  EXPECT_FALSE(DecodeCommit(kBytes)->root);
}

TEST(DecodeCommit, RefusesARootThatDoesNotFitTheVersion) {
  const auto code = [](std::string_view from, std::string_view part, std::string_view replacement) {
    std::string bytes(from);
    bytes.replace(bytes.find(part), part.size(), replacement);
    return DecodeCommit(bytes).status().code();
  };
  EXPECT_EQ(code(kLogged, "commit 2", "commit 1"), StatusCode::kCorruption);
  EXPECT_EQ(code(kLogged, "commit 2", "commit 3"), StatusCode::kCorruption);
  EXPECT_EQ(code(kLogged, "root ba", "root BA"), StatusCode::kCorruption);
  EXPECT_EQ(code(kLogged, "root ba7816bf", "root "), StatusCode::kCorruption);
  EXPECT_EQ(code(kLogged, "reforms 6", "reforms 06"), StatusCode::kCorruption);
  EXPECT_EQ(code(kLogged, "links 7\n", ""), StatusCode::kCorruption);
}

TEST(DecodeCommit, NoCutAndNoFlippedBitPassesForARecordWithARoot) {
  support::ExpectNoDamagePassesFor(kLogged, [](std::string_view value) -> Result<std::string> {
    const auto commit = DecodeCommit(value);
    if (!commit.ok()) return commit.status();
    return EncodeCommit(*commit);
  });
}

TEST(DecodeCommit, RefusesWhatWouldNotBeWrittenSo) {
  EXPECT_EQ(CodeWith("345", "345"), StatusCode::kOk);
  EXPECT_EQ(CodeWith("commit 1", "commit 2"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("sequence 12", "sequence 012"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("sequence 12", "sequence +12"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("sequence 12", "sequence 4294967308"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("12:00:00Z", "12:00:00+00:00"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("2022-06-08T12:00:00Z", "2022-06-08"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("message \n", "message\n"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("records 345", "records -1"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("root -", "root x"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("state -\n", "state -"), StatusCode::kCorruption);
  EXPECT_EQ(CodeWith("state -\n", "state -\n\n"), StatusCode::kCorruption);
  EXPECT_EQ(
      CodeWith("author Archivist\nprogram muragat 0.1.0\n", "program muragat 0.1.0\nauthor Archivist\n"),
      StatusCode::kCorruption);
}

TEST(DecodeCommit, NoCutAndNoFlippedBitPassesForTheRecord) {
  support::ExpectNoDamagePassesFor(kBytes, [](std::string_view value) -> Result<std::string> {
    const auto commit = DecodeCommit(value);
    if (!commit.ok()) return commit.status();
    return EncodeCommit(*commit);
  });
}

TEST(DecodeCommit, LawGivesBackWhatWasEncoded) {
  constexpr uint32_t kSeed = 6;
  Random random(kSeed);
  const auto line = [&] {
    static constexpr std::string_view kPieces[] = {"a", " ", "commit", "ә", "-", "message ", "0"};
    std::string text;
    for (size_t n = random.Below(6); n > 0; --n) text += kPieces[random.Below(std::size(kPieces))];
    return text;
  };
  for (int i = 0; i < 3'000; ++i) {
    const CommitRecord commit{.sequence = {random.Any()},
                              .recorded = Instant::FromSeconds(static_cast<int64_t>(random.Any()) * 70),
                              .author = line(),
                              .program = line(),
                              .message = line(),
                              .records = uint64_t{random.Any()} * random.Any()};
    const auto back = DecodeCommit(EncodeCommit(commit));
    ASSERT_TRUE(back.ok()) << "seed " << kSeed << ", commit " << i << "\n" << EncodeCommit(commit);
    EXPECT_EQ(*back, commit);
  }
}

}  // namespace
}  // namespace muragat
