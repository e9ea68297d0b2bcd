#include "tools/section_dates.h"

#include <gtest/gtest.h>

#include "tests/support/dates.h"

namespace muragat::tools {
namespace {

Edition EditionOf(const char* date, std::vector<std::pair<uint32_t, uint32_t>> texts,
                  Basis basis = Basis::kInForce) {
  Edition edition;
  edition.valid = support::Date(date);
  edition.basis = basis;
  for (const auto& [section, ordinal] : texts) edition.sections.push_back({{section}, {ordinal}, 0});
  return edition;
}

using Dates = std::vector<std::string>;

TEST(SectionDates, ATextKeepsItsDateUntilItIsAnother) {
  SectionDates dates;
  dates.Take(EditionOf("1995-08-30", {{1, 0}, {2, 0}}));
  EXPECT_EQ(dates.dates(), (Dates{"in force since 30 August 1995", "in force since 30 August 1995"}));
  dates.Take(EditionOf("2020-06-01", {{2, 0}, {1, 1}}, Basis::kSeen));
  EXPECT_EQ(dates.dates(), (Dates{"in force since 30 August 1995", "seen 1 June 2020"}));
}

TEST(SectionDates, ATextThatReturnsIsThereAnew) {
  SectionDates dates;
  dates.Take(EditionOf("2001", {{1, 0}}));
  dates.Take(EditionOf("2002", {}));
  dates.Take(EditionOf("2003", {{1, 0}}));
  EXPECT_EQ(dates.dates(), (Dates{"in force since 2003"}));
}

}  // namespace
}  // namespace muragat::tools
