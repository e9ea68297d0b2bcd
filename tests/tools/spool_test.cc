#include "tools/spool.h"

#include <gtest/gtest.h>

namespace muragat::tools {
namespace {

TEST(Spool, GivesBackWhatItWasGivenInAnyOrder) {
  auto spool = Spool::Begin();
  ASSERT_TRUE(spool.ok()) << spool.status().message();
  const std::string large(100'000, 'x');
  const auto one = spool->Append("one"), empty = spool->Append(""), two = spool->Append(large);
  ASSERT_TRUE(one.ok() && empty.ok() && two.ok());
  EXPECT_EQ(*spool->Read(*two), large);
  EXPECT_EQ(*spool->Read(*one), "one");
  EXPECT_EQ(*spool->Read(*empty), "");
  const auto three = spool->Append(std::string("\0\n", 2));
  ASSERT_TRUE(three.ok());
  EXPECT_EQ(*spool->Read(*three), std::string("\0\n", 2));
  EXPECT_EQ(*spool->Read(*one), "one");
}

TEST(Spool, WhatIsNotThereCannotBeRead) {
  auto spool = Spool::Begin();
  ASSERT_TRUE(spool.ok()) << spool.status().message();
  EXPECT_EQ(spool->Read({5, 5}).status().code(), StatusCode::kIo);
}

}  // namespace
}  // namespace muragat::tools
