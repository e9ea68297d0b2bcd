#include "muragat/render/patch_text.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

std::string Patch(const std::string& older, const std::string& newer) {
  const std::vector<LineageSection> before = {
      {{7}, {.heading = "# T\n", .body = older, .number = "", .title = "T"}}};
  const std::vector<LineageSection> after = {
      {{7}, {.heading = "# T\n", .body = newer, .number = "", .title = "T"}}};
  return RenderPatch(CompareEditions(before, after).sections.at(0), {"kz/law", "2001", "2002"});
}

TEST(RenderPatch, IsAUnifiedDiffOfTheSection) {
  EXPECT_EQ(Patch("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nX\ne\nf\n"),
            "--- a/kz/law#s7\t2001\n"
            "+++ b/kz/law#s7\t2002\n"
            "@@ -2,6 +2,6 @@\n a\n b\n c\n-d\n+X\n e\n f\n");
}

TEST(RenderPatch, PutsDistantChangesIntoHunksOfTheirOwn) {
  EXPECT_EQ(Patch("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1x\n2\n3\n4\n5\n6\n7\n8\n9x\n"),
            "--- a/kz/law#s7\t2001\n"
            "+++ b/kz/law#s7\t2002\n"
            "@@ -1,5 +1,5 @@\n # T\n-1\n+1x\n 2\n 3\n 4\n"
            "@@ -7,4 +7,4 @@\n 6\n 7\n 8\n-9\n+9x\n");
}

TEST(RenderPatch, SaysWhereTheLastLineHasNoEnd) {
  EXPECT_EQ(
      Patch("a\nb", "a\nc"),
      "--- a/kz/law#s7\t2001\n"
      "+++ b/kz/law#s7\t2002\n"
      "@@ -1,3 +1,3 @@\n # T\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
}

TEST(RenderPatch, OfASectionThatCameBeginsWithNothing) {
  const std::vector<LineageSection> none,
      one = {{{3}, {.heading = "# N\n", .body = "x\n", .number = "", .title = "N"}}};
  EXPECT_EQ(RenderPatch(CompareEditions(none, one).sections.at(0), {"d", "2001", "2002"}),
            "--- /dev/null\t2001\n+++ b/d#s3\t2002\n@@ -0,0 +1,2 @@\n+# N\n+x\n");
  EXPECT_EQ(RenderPatch(CompareEditions(one, none).sections.at(0), {"d", "2001", "2002"}),
            "--- a/d#s3\t2001\n+++ /dev/null\t2002\n@@ -1,2 +0,0 @@\n-# N\n-x\n");
}

}  // namespace
}  // namespace muragat
