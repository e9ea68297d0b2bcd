#include "muragat/search/place_set.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

PlaceSet Places(std::initializer_list<std::pair<uint32_t, uint32_t>> places) {
  PlaceSet set;
  for (const auto& [document, section] : places) set.places.push_back({{document}, {section}});
  return set;
}

TEST(PlaceSet, OfTwoHasWhatIsInBoth) {
  EXPECT_EQ(CommonPlaces(Places({{1, 1}, {1, 3}, {2, 1}, {4, 1}}), Places({{1, 2}, {1, 3}, {4, 1}})).places,
            Places({{1, 3}, {4, 1}}).places);
  EXPECT_TRUE(CommonPlaces(Places({{1, 1}}), Places({{2, 1}})).places.empty());
}

TEST(PlaceSet, TakesAWholeDocumentForEachOfItsSections) {
  EXPECT_EQ(CommonPlaces(Places({{1, 0}, {3, 0}}), Places({{1, 2}, {1, 5}, {2, 1}})).places,
            Places({{1, 2}, {1, 5}}).places);
  EXPECT_EQ(CommonPlaces(Places({{1, 2}, {2, 1}}), Places({{1, 0}})).places, Places({{1, 2}}).places);
  EXPECT_EQ(CommonPlaces(Places({{1, 0}}), Places({{1, 0}})).places, Places({{1, 0}}).places);
}

TEST(PlaceSet, OfEverythingLeavesTheOther) {
  EXPECT_EQ(CommonPlaces(PlaceSet::Everything(), Places({{1, 1}})).places, Places({{1, 1}}).places);
  EXPECT_TRUE(CommonPlaces(PlaceSet::Everything(), PlaceSet::Everything()).all);
  EXPECT_TRUE(JoinedPlaces(PlaceSet::Everything(), Places({{1, 1}})).all);
}

TEST(PlaceSet, OfEitherHasEachOnce) {
  EXPECT_EQ(JoinedPlaces(Places({{1, 1}, {2, 1}}), Places({{1, 1}, {1, 2}})).places,
            Places({{1, 1}, {1, 2}, {2, 1}}).places);
}

}  // namespace
}  // namespace muragat
