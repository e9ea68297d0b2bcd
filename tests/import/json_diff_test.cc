#include "import/json_diff.h"

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

TEST(ReadJsonDiff, CarriesOutTheOperations) {
  const auto patches = ReadJsonDiff(
      "{\"section\":\"s1\",\"events\":[\"changed\",\"moved\"],\"old\":\"a b\\n\",\"new\":\"a "
      "c\\n\",\"old_at\":5,"
      "\"new_at\":7,\"ops\":[[\"keep\",2],[\"delete\",\"b\"],[\"insert\",\"c\"],[\"keep\",1]]}\n\n"
      "{\"old\":null,\"new\":\"x\",\"ops\":[[\"insert\",\"x\"]]}\n");
  ASSERT_TRUE(patches.ok()) << patches.status().message();
  ASSERT_EQ(patches->size(), 2u);
  EXPECT_EQ((*patches)[0].older, "a b\n");
  EXPECT_EQ((*patches)[0].newer, "a c\n");
  EXPECT_EQ((*patches)[0].older_at, 5u);
  EXPECT_EQ((*patches)[0].newer_at, 7u);
  EXPECT_TRUE((*patches)[0].moved);
  EXPECT_FALSE((*patches)[1].older);
  EXPECT_EQ((*patches)[1].newer, "x");
}

TEST(ReadJsonDiff, RefusesWhatDoesNotFitTogether) {
  for (const char* line :
       {"no json", "[]", "{}", "{\"old\":\"a\"}", "{\"old\":\"a\",\"ops\":[[\"keep\",2]]}",
        "{\"old\":\"a\",\"ops\":[[\"delete\",\"b\"]]}", "{\"old\":\"a\",\"ops\":[[\"keep\"]]}",
        "{\"old\":\"a\",\"ops\":[]}", "{\"old\":\"a\",\"new\":\"b\",\"ops\":[[\"keep\",1]]}",
        "{\"old\":1,\"ops\":[]}", "{\"old\":\"a\",\"ops\":[[\"swap\",\"a\"]]}"}) {
    EXPECT_EQ(ReadJsonDiff(line).status().code(), StatusCode::kInvalidArgument) << line;
  }
}

}  // namespace
}  // namespace muragat::import
