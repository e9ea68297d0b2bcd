#include <gtest/gtest.h>

#include "muragat/codec/capture_record.h"
#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::Date;
using support::TextState;

class CaptureTest : public testing::Test {
 protected:
  Capture CaptureOf(size_t index) const {
    const auto capture = archive_.reader().ReadCapture(archive_.History("a")[index].edition);
    EXPECT_TRUE(capture.ok()) << capture.status().message();
    return capture.ok() ? *capture : Capture{};
  }
  MemoryArchive archive_;
};

TEST_F(CaptureTest, GivesBackTheBytesAsTheyWereReceived) {
  State state = TextState("a", "2022", "text\n");
  state.capture = {.media_type = "text/html",
                   .source_url = "https://akorda.kz/elections",
                   .captured = Date("2022-06-09T10:00:00Z"),
                   .bytes = std::string("<p>text\0\xff</p>", 13)};
  archive_.Import({state});
  EXPECT_EQ(CaptureOf(0), state.capture);
}

TEST_F(CaptureTest, WithoutBytesOfItsOwnMeansTheText) {
  State state = TextState("a", "2022", "text\n");
  state.capture = {.media_type = "text/markdown", .captured = Date("2022-06")};
  archive_.Import({state});
  EXPECT_EQ(CaptureOf(0), state.capture);
  EXPECT_EQ(CaptureOf(0).bytes, std::nullopt);
}

TEST_F(CaptureTest, IsNotStoredWhereNothingIsKnownOfIt) {
  archive_.Import({TextState("a", "2022", "text\n")});
  EXPECT_TRUE(CaptureOf(0).Empty());
  EXPECT_EQ(archive_.database().Get(Family::kCapture, EncodeCaptureKey({1}, {1})).value(), std::nullopt);
}

TEST_F(CaptureTest, OfAnEmptyFileIsNotTheText) {
  State state = TextState("a", "2022", "text\n");
  state.capture.bytes = "";
  archive_.Import({state});
  EXPECT_EQ(CaptureOf(0).bytes, "");
}

TEST_F(CaptureTest, OfARemovalIsKept) {
  State state = support::Removal("a", "2022");
  state.capture = {.source_url = "https://akorda.kz/404", .bytes = "not found"};
  archive_.Import({state});
  EXPECT_EQ(CaptureOf(0), state.capture);
}

TEST_F(CaptureTest, IsNumberedWithinItsDocument) {
  std::vector<State> states;
  for (const char* id : {"b", "a", "a"}) {
    states.push_back(TextState(id, std::to_string(2020 + states.size()), "1"));
    states.back().capture.bytes = "raw " + std::to_string(states.size());
  }
  archive_.Import(states);
  EXPECT_EQ(CaptureOf(0).bytes, "raw 2");
  EXPECT_EQ(CaptureOf(1).bytes, "raw 3");
  EXPECT_EQ(archive_.History("a")[1].edition.capture, CaptureNumber{2});
}

TEST_F(CaptureTest, WithTheBytesOfAnEarlierOneKeepsWhatIsItsOwn) {
  std::vector<State> states = {TextState("a", "2020", "1"), TextState("a", "2021", "2")};
  states[0].capture = {.media_type = "text/html", .bytes = "raw"};
  states[1].capture = {.media_type = "text/plain"};
  archive_.Import(states);
  archive_.Put(Family::kCapture, EncodeCaptureKey({1}, {2}), EncodeCapture({states[1].capture, {1}}));
  EXPECT_EQ(CaptureOf(1), (Capture{.media_type = "text/plain", .bytes = "raw"}));
  EXPECT_EQ(archive_.Codes(), std::vector<std::string>{"V013"})
      << "nothing is wrong with it, but it is not what the commit brought";
}

TEST_F(CaptureTest, ThatIsMissingOrGoesInACircleIsDamage) {
  State state = TextState("a", "2020", "1");
  state.capture = {.bytes = "raw"};
  archive_.Import({state});
  const auto edition = archive_.History("a")[0].edition;
  const auto without = archive_.Without(Family::kCapture, EncodeCaptureKey({1}, {1}));
  EXPECT_EQ(without->reader().ReadCapture(edition).status().code(), StatusCode::kCorruption);
  archive_.Put(Family::kCapture, EncodeCaptureKey({1}, {1}), EncodeCapture({state.capture, {1}}));
  EXPECT_EQ(archive_.reader().ReadCapture(edition).status().code(), StatusCode::kCorruption);
}

}  // namespace
}  // namespace muragat
