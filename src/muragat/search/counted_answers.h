#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "muragat/base/progress.h"
#include "muragat/search/query_matcher.h"
#include "muragat/search/standing_texts.h"

namespace muragat {

// A section that answers a question, by what the index of words counts.
struct CountedAnswer {
  SectionPlace place;
  SectionRef ref;                // the text that stands
  std::vector<uint32_t> counts;  // by term
  uint32_t words = 0;
};

// Whether a question can be answered by counting: all of it asks texts for single words.
bool IsCounted(const SearchQuery& query);

// Calls `visit` with each section that stands and answers a question for which IsCounted, in order, and with
// the document that it is of; no text is read. The index must be whole. Returns how many of the sections that
// stand hold each term. Errors: kCorruption, kIo, kCancelled,
// and those of `visit`. Cost: the lists of the question's words; where it is NOT what is asked for, all
// documents.
Result<std::vector<uint64_t>> VisitCountedAnswers(
    const Reader& reader, QueryMatcher& matcher, StandingTexts& texts, ProgressSink& progress,
    const std::function<Status(const CountedAnswer&, const StandingTexts::Document&)>& visit);

}  // namespace muragat
