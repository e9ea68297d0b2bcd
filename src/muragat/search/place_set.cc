#include "muragat/search/place_set.h"

#include <algorithm>
#include <iterator>

namespace muragat {
namespace {

using Places = std::vector<SectionPlace>;

// Where the document's places that begin at `at` end.
Places::const_iterator EndOfDocument(const Places& places, Places::const_iterator at) {
  const DocumentNumber document = at->document;
  return std::find_if(at, places.end(),
                      [&](const SectionPlace& place) { return place.document != document; });
}

}  // namespace

PlaceSet CommonPlaces(PlaceSet a, PlaceSet b) {
  if (a.all) return b;
  if (b.all) return a;
  PlaceSet common;
  auto left = a.places.cbegin(), right = b.places.cbegin();
  while (left != a.places.cend() && right != b.places.cend()) {
    if (left->document < right->document) {
      ++left;
    } else if (right->document < left->document) {
      ++right;
    } else {
      const auto left_end = EndOfDocument(a.places, left), right_end = EndOfDocument(b.places, right);
      auto out = std::back_inserter(common.places);
      if (left->section.value == 0) {
        std::copy(right, right_end, out);
      } else if (right->section.value == 0) {
        std::copy(left, left_end, out);
      } else {
        std::set_intersection(left, left_end, right, right_end, out);
      }
      left = left_end;
      right = right_end;
    }
  }
  return common;
}

PlaceSet JoinedPlaces(PlaceSet a, PlaceSet b) {
  if (a.all || b.all) return PlaceSet::Everything();
  PlaceSet joined;
  std::set_union(a.places.begin(), a.places.end(), b.places.begin(), b.places.end(),
                 std::back_inserter(joined.places));
  return joined;
}

}  // namespace muragat
