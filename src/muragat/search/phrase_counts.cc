#include "muragat/search/phrase_counts.h"

#include <algorithm>
#include <climits>

namespace muragat {
namespace {

constexpr int kMonths = 12;

}  // namespace

int PeriodOf(Instant at, CountUnit unit) {
  const CivilDay day = ToCivilDay(at);
  return unit == CountUnit::kYear ? day.year : day.year * kMonths + day.month - 1;
}

std::string PeriodName(int period, CountUnit unit) {
  const bool monthly = unit == CountUnit::kMonth;
  const CivilDay day = monthly ? CivilDay{period / kMonths, period % kMonths + 1, 1} : CivilDay{period, 1, 1};
  const auto first = FromCivilDay(day);
  if (!first.ok()) return "";
  return FormatDate({*first, monthly ? Precision::kMonth : Precision::kYear});
}

PhraseCounts CountByPeriod(std::span<const PhraseInterval> intervals, CountUnit unit, Instant now) {
  PhraseCounts counts;
  const int end = PeriodOf(now, unit) + 1;
  counts.first = end;
  for (const PhraseInterval& one : intervals) {
    if (one.from.first <= now) counts.first = std::min(counts.first, PeriodOf(one.from.first, unit));
  }
  if (counts.first == end) return {};
  std::vector<int64_t> steps(static_cast<size_t>(end - counts.first) + 1);
  for (const PhraseInterval& one : intervals) {
    if (one.from.first > now) continue;
    // At the end of the period in which it goes it is gone.
    const int gone = one.to && one.to->first <= now ? PeriodOf(one.to->first, unit) : end;
    ++steps[static_cast<size_t>(PeriodOf(one.from.first, unit) - counts.first)];
    --steps[static_cast<size_t>(gone - counts.first)];
  }
  int64_t sum = 0;
  for (size_t i = 0; i + 1 < steps.size(); ++i)
    counts.sections.push_back(static_cast<uint64_t>(sum += steps[i]));
  return counts;
}

void AlignCounts(std::vector<PhraseCounts>& counts) {
  int first = INT_MAX, last = INT_MIN;
  for (const PhraseCounts& one : counts) {
    if (one.sections.empty()) continue;
    first = std::min(first, one.first);
    last = std::max(last, one.first + static_cast<int>(one.sections.size()) - 1);
  }
  if (first > last) return;
  for (PhraseCounts& one : counts) {
    std::vector<uint64_t> aligned(static_cast<size_t>(last - first + 1));
    const auto at = one.sections.empty() ? 0 : static_cast<std::ptrdiff_t>(one.first - first);
    std::copy(one.sections.begin(), one.sections.end(), aligned.begin() + at);
    one = {first, std::move(aligned)};
  }
}

}  // namespace muragat
