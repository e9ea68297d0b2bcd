#include "muragat/codec/reform_record.h"

#include <gtest/gtest.h>

#include "tests/support/damage.h"
#include "tests/support/dates.h"
#include "tests/support/hex.h"

namespace muragat {
namespace {

using support::Date;
using support::FromHex;
using support::ToHex;

TEST(EncodeReform, WritesDateIdAndTitle) {
  EXPECT_EQ(ToHex(EncodeReform({.id = "i/d", .title = "Ti", .date = Date("1995-08-30")})),
            "003a9f568402"
            "03692f64"
            "5469");
}

TEST(DecodeReform, GivesBackWhatWasEncoded) {
  for (const char* date : {"1803", "1995-08", "2022-06-08", "2998-01-01T23:00:00Z"}) {
    const Reform reform{.id = "2022-06-08/сайлау", .title = "Сайлау туралы \"заң\"", .date = Date(date)};
    const auto back = DecodeReform(EncodeReform(reform));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(*back, reform);
  }
}

TEST(DecodeReform, RefusesAReformWithoutATitleOrADate) {
  EXPECT_EQ(DecodeReform(FromHex("003a9f568402 03692f64 54")).status().code(), StatusCode::kOk);
  EXPECT_EQ(DecodeReform(FromHex("003a9f568402 03692f64")).status().code(), StatusCode::kCorruption);
  EXPECT_EQ(DecodeReform(FromHex("ffffffffffff 03692f64 54")).status().code(), StatusCode::kCorruption);
  EXPECT_EQ(DecodeReform("").status().code(), StatusCode::kCorruption);
}

TEST(DecodeReform, NoCutAndNoFlippedBitPassesForTheRecord) {
  const Reform reform{.id = "2022-06-08/law", .title = "Law", .date = Date("2022-06-08")};
  support::ExpectNoDamagePassesFor(EncodeReform(reform), [](std::string_view value) -> Result<std::string> {
    const auto decoded = DecodeReform(value);
    if (!decoded.ok()) return decoded.status();
    return EncodeReform(*decoded);
  });
}

}  // namespace
}  // namespace muragat
