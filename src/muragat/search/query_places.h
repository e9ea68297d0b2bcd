#pragma once

#include <cstdint>
#include <vector>

#include "muragat/search/place_set.h"
#include "muragat/search/query_matcher.h"
#include "muragat/store/reader.h"

namespace muragat {

// Where an answer to a question may be.
struct QueryPlaces {
  PlaceSet set;
  std::vector<uint64_t>
      sections;  // by term: how many sections ever held it, or its rarest word; 0: not known
};

// Asks the index of words, which must be whole, in which sections a question's words ever were; what only
// reforms brought is found by them. Every section that has an answer at any time is among them. Errors: as
// Reader. Cost: the lists of the question's words; other forms of a word cost a look at all words of the
// archive that begin with the same character.
Result<QueryPlaces> FindPlaces(const Reader& reader, QueryMatcher& matcher);

}  // namespace muragat
