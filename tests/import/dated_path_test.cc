#include "import/dated_path.h"

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

// "document date" of a path.
std::string Read(std::string_view path) {
  const auto found = ReadDatedPath(path);
  if (!found.ok()) return "refused: " + found.status().message();
  return found->document + (found->date ? " " + FormatDate(*found->date) : "");
}

TEST(ReadDatedPath, AFolderWhoseNameIsADateDatesWhatIsBelowIt) {
  EXPECT_EQ(Read("2019-07-17/page.md"), "page 2019-07-17");
  EXPECT_EQ(Read("kz/2019-07-17/tax/page.html"), "kz/tax/page 2019-07-17");
  EXPECT_EQ(Read("2019-07/page.md"), "page 2019-07");
  EXPECT_EQ(Read("2019-07-17T12:00:00+05:00/page.md"), "page 2019-07-17T07:00:00Z");
}

TEST(ReadDatedPath, ADateAtTheEndOfANameDatesTheFile) {
  EXPECT_EQ(Read("page.2019-07-17.md"), "page 2019-07-17");
  EXPECT_EQ(Read("kz/page@2019-07-17.html"), "kz/page 2019-07-17");
  EXPECT_EQ(Read("page.html@2019-07-17"), "page 2019-07-17");
  EXPECT_EQ(Read("page.html.2019-07-17"), "page 2019-07-17");
  EXPECT_EQ(Read("page.2019-07-17"), "page 2019-07-17");
  EXPECT_EQ(Read("page.2019-07-17.md.gz"), "page 2019-07-17");
  EXPECT_EQ(Read("page@2019-07-17T12:00:00Z.html"), "page 2019-07-17T12:00:00Z");
}

TEST(ReadDatedPath, ANameThatIsADateIsAStateOfItsFolder) {
  EXPECT_EQ(Read("kz/parliament/2021-05-25.md"), "kz/parliament 2021-05-25");
  EXPECT_EQ(Read("2021-05-25.md"), " 2021-05-25");
}

TEST(ReadDatedPath, AYearAloneIsNoDate) {
  EXPECT_EQ(Read("acts/1996/1.xml"), "acts/1996/1");
  EXPECT_EQ(Read("acts/1996.md"), "acts/1996");
}

TEST(ReadDatedPath, WhatIsNoDateStaysInTheId) {
  EXPECT_EQ(Read("2019-02-30/page.md"), "2019-02-30/page");
  EXPECT_EQ(Read("page-2019-07-17.md"), "page-2019-07-17");
  EXPECT_EQ(Read("v2019-07-17/page.md"), "v2019-07-17/page");
  EXPECT_EQ(Read("Article D163..md"), "Article D163.");
  EXPECT_EQ(Read("Act No. 5 of 1996"), "Act No. 5 of 1996");
  EXPECT_EQ(Read("art. 1"), "art. 1");
  EXPECT_EQ(Read("Закон.2019-07-17.md"), "Закон 2019-07-17");
}

TEST(ReadDatedPath, TwoDatesThatDifferAreRefused) {
  EXPECT_EQ(Read("2019-07-17/page.2019-08-01.md"),
            "refused: its path holds two dates, 2019-07-17 and 2019-08-01");
  EXPECT_EQ(Read("2019-07-17/page.2019-07-17.md"), "page 2019-07-17");
}

TEST(IsHiddenPath, AsksForAFullStopBeforeAnyPart) {
  EXPECT_TRUE(IsHiddenPath(".git/config"));
  EXPECT_TRUE(IsHiddenPath("a/.DS_Store"));
  EXPECT_FALSE(IsHiddenPath("a/b.c/d."));
}

}  // namespace
}  // namespace muragat::import
