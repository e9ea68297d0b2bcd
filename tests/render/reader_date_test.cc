#include <gtest/gtest.h>

#include "muragat/render/page.h"

namespace muragat {
namespace {

std::string Written(const char* date) {
  const Result<ValidDate> parsed = ParseDate(date);
  return parsed.ok() ? FormatDateForReaders(*parsed) : parsed.status().message();
}

TEST(FormatDateForReaders, WritesAsMuchAsIsKnown) {
  EXPECT_EQ(Written("2022-06-08"), "8 June 2022");
  EXPECT_EQ(Written("2022-06"), "June 2022");
  EXPECT_EQ(Written("2022"), "2022");
}

TEST(FormatDateForReaders, WritesTheTimeOfASecondUnlessItIsMidnight) {
  EXPECT_EQ(Written("2022-06-08T14:03:59Z"), "8 June 2022, 14:03 UTC");
  EXPECT_EQ(Written("2022-06-08T00:00:00Z"), "8 June 2022");
  EXPECT_EQ(Written("2022-06-08T00:00:01Z"), "8 June 2022, 00:00 UTC");
}

TEST(FormatDateForReaders, ReachesTheEndsOfTime) {
  EXPECT_EQ(Written("0001-01-01"), "1 January 1");
  EXPECT_EQ(Written("9999-12-31"), "31 December 9999");
}

}  // namespace
}  // namespace muragat
