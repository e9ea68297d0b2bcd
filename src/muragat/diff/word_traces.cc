#include "muragat/diff/word_traces.h"

#include <algorithm>

namespace muragat {

uint32_t WordTraces::Bring(uint32_t step) {
  traces_.push_back({.brought = step});
  return static_cast<uint32_t>(traces_.size() - 1);
}

void WordTraces::Drop(uint32_t trace, uint32_t step) {
  if (--traces_[trace].places == 0) traces_[trace].gone = step;
}

uint32_t WordTraces::Raise(uint32_t trace, uint32_t step) {
  Trace& known = traces_[trace];
  if (LivedBefore(trace, step)) {
    ++known.places;
    return trace;
  }
  traces_.push_back({.brought = known.brought, .earlier = trace, .back = step});
  return static_cast<uint32_t>(traces_.size() - 1);
}

WordOrigin WordTraces::OriginOf(uint32_t trace) const {
  WordOrigin origin{.brought = traces_[trace].brought, .away = {}};
  for (uint32_t at = trace; traces_[at].earlier != kNone; at = traces_[at].earlier)
    origin.away.push_back({traces_[traces_[at].earlier].gone, traces_[at].back});
  std::reverse(origin.away.begin(), origin.away.end());
  return origin;
}

}  // namespace muragat
