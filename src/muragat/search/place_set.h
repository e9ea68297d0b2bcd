#pragma once

#include <vector>

#include "muragat/search/postings.h"

namespace muragat {

// Sections that may hold something: those of a list, or all there are. A place of section 0 is all sections
// of its document. A value.
struct PlaceSet {
  bool all = false;
  std::vector<SectionPlace> places;  // sorted, each once; empty where `all`

  static PlaceSet Everything() { return {.all = true, .places = {}}; }
};

// What is in both, and in either. Cost: linear.
PlaceSet CommonPlaces(PlaceSet a, PlaceSet b);
PlaceSet JoinedPlaces(PlaceSet a, PlaceSet b);

}  // namespace muragat
