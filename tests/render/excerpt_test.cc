#include <gtest/gtest.h>

#include "muragat/render/page.h"

namespace muragat {
namespace {

std::string Written(const std::vector<MarkedPiece>& pieces) {
  std::string out;
  for (const MarkedPiece& piece : pieces) {
    out += piece.kind == EditKind::kKeep ? "=" : piece.kind == EditKind::kDelete ? "-" : "+";
    out += "[" + piece.text + "]";
  }
  return out;
}

SectionChange Change(std::string older, EditScript script) {
  SectionChange change;
  change.older_text = std::move(older);
  change.script = std::move(script);
  return change;
}

TEST(ExcerptChange, KeepsShortStretchesWhole) {
  const SectionChange change = Change("It has 107 deputies.", {{EditKind::kKeep, 7, {}},
                                                               {EditKind::kDelete, 3, {}},
                                                               {EditKind::kInsert, 2, "98"},
                                                               {EditKind::kKeep, 10, {}}});
  EXPECT_EQ(Written(ExcerptChange(change)), "=[It has ]-[107]+[98]=[ deputies.]");
}

TEST(ExcerptChange, CutsLongStretchesBeforeBetweenAndAfter) {
  const SectionChange change = Change("one two three four X one two three four five six Y one two three four",
                                      {{EditKind::kKeep, 19, {}},
                                       {EditKind::kDelete, 1, {}},
                                       {EditKind::kKeep, 29, {}},
                                       {EditKind::kDelete, 1, {}},
                                       {EditKind::kKeep, 19, {}}});
  EXPECT_EQ(Written(ExcerptChange(change, 2)), "=[… three four ]-[X]=[ one … six ]-[Y]=[ one two …]");
}

TEST(ExcerptChange, ShowsACopyAsInserted) {
  const SectionChange change = Change("ab", {{EditKind::kKeep, 2, {}}, {EditKind::kCopy, 1, {}, 1}});
  EXPECT_EQ(Written(ExcerptChange(change)), "=[ab]+[b]");
}

TEST(ExcerptChange, IsEmptyForNoChangeAtAll) { EXPECT_TRUE(ExcerptChange(SectionChange()).empty()); }

}  // namespace
}  // namespace muragat
