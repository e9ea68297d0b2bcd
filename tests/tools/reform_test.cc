#include "tools/reform.h"

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Reform, ListIsByDate) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"reform", "list"}).out,
            "date        documents  reform                id\n"
            "1995-08-30          4  Constitution of 1995  1995-08-30/constitution-of-1995\n"
            "1998-10-07          1  Amendments of 1998    1998-10-07/amendments-of-1998\n");
  EXPECT_EQ(Lines(bench.Run({"reform", "list", "--json"}).out)[1],
            "{\"reform\":\"Amendments of 1998\",\"id\":\"1998-10-07/amendments-of-1998\","
            "\"date\":\"1998-10-07\",\"documents\":1}");
}

// A document whose edition was withdrawn was once counted still.
TEST(Reform, ListCountsDocumentsWhoseEditionStands) {
  const Workbench bench;
  bench.Import("a", "2021", "a", {"--reform", "Law"});
  bench.Import("b", "2021", "b", {"--reform", "Law"});
  bench.Import("b", "2021", "b, mended", {"--reform", "Law"});
  ASSERT_EQ(bench.Run({"withdraw", "a", "2021", "--because", "wrong"}).code, 0);
  EXPECT_EQ(bench.Run({"reform", "list"}).out,
            "date  documents  reform  id\n"
            "2021          1  Law     2021/law\n");
}

TEST(Reform, ShowNamesEverySectionInAllDocuments) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"reform", "show", "Amendments of 1998"}).out,
            "Amendments of 1998, 1998-10-07\n"
            "1998-10-07/amendments-of-1998\n"
            "\n"
            "kz/parliament\n"
            "  s4 Article 49. Laws: added, +8 −0 words\n"
            "  s2 Article 50. Majilis: changed, +1 −1 words\n");
  EXPECT_EQ(Lines(bench.Run({"reform", "show", "1995-08-30/constitution-of-1995", "--json"}).out).size(),
            3u + 3u + 3u + 2u);
}

TEST(Reform, IdsKeepTheLettersOfEveryScript) {
  const Workbench bench;
  bench.Import("d", "2022-06-14", "text", {"--reform", "Ұлттық құрылтай"});
  EXPECT_EQ(bench.Run({"reform", "show", "2022-06-14/ұлттық-құрылтай"}).code, 0);
  EXPECT_EQ(bench.Run({"reform", "show", "Ұлттық құрылтай"}).code, 0);
}

TEST(Reform, ATitleOnTwoDatesMustBeNamedById) {
  const Workbench bench;
  bench.Import("d", "2021", "a", {"--reform", "Update"});
  bench.Import("d", "2022", "b", {"--reform", "Update"});
  const Outcome outcome = bench.Run({"reform", "show", "Update"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err,
            "muragat: several reforms are called so: name one of\n  2021/update\n  2022/update\n");
  EXPECT_EQ(bench.Run({"reform", "show", "2022/update"}).code, 0);
  EXPECT_EQ(bench.Run({"reform", "show", "2023/update"}).code, 3);
}

TEST(Reform, AddRecordsOneThatHasBroughtNothing) {
  const Workbench bench;
  bench.Import("d", "2021", "a");
  EXPECT_EQ(bench.Run({"reform", "add", "New law", "--date", "2025-07"}).code, 0);
  EXPECT_EQ(bench.Run({"reform", "list"}).out,
            "date     documents  reform   id\n"
            "2025-07          0  New law  2025-07/new-law\n");
  EXPECT_EQ(bench.Run({"reform", "add", "New law", "--date", "2025-07"}).code, 0);
  EXPECT_EQ(Lines(bench.Run({"reform", "list", "--json"}).out).size(), 1u);
  EXPECT_EQ(bench.Run({"reform", "add", "", "--date", "2025"}).code, 2);
  EXPECT_EQ(bench.Run({"reform", "add", "R", "--date", "2025-13"}).code, 2);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(ReformShow, OfAReformThatWasNotKnownThenIsMissing) {
  const Workbench bench;
  bench.Import("law", "2001", "# Act\n\nWords.\n", {"--reform", "Act 1"});
  bench.Import("law", "2002", "# Act\n\nOther words.\n", {"--reform", "Act 2"});
  EXPECT_EQ(bench.Run({"reform", "show", "Act 2", "--known-at", "1"}).code, 3);
  EXPECT_EQ(bench.Run({"reform", "show", "Act 2", "--known-at", "2"}).code, 0);
}

}  // namespace
}  // namespace muragat::tools
