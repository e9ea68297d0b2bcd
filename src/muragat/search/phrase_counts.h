#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "muragat/search/phrase_history.h"

namespace muragat {

enum class CountUnit { kYear, kMonth };

// A year or a month as a number that grows by 1 from one to the next, and its name: "2022", "2022-06".
int PeriodOf(Instant at, CountUnit unit);
std::string PeriodName(int period, CountUnit unit);

// In how many sections a phrase stood at the end of each period from `first` on.
struct PhraseCounts {
  int first = 0;                   // a period
  std::vector<uint64_t> sections;  // by period; empty where there is none
};

// `intervals` as FindPhrase gives them. What holds still is counted up to the period of `now`, and what
// begins later is left out. Cost: linear in intervals and periods.
PhraseCounts CountByPeriod(std::span<const PhraseInterval> intervals, CountUnit unit, Instant now);

// Counts of several phrases from the same period on and up to the same one; periods without any are 0.
void AlignCounts(std::vector<PhraseCounts>& counts);

}  // namespace muragat
