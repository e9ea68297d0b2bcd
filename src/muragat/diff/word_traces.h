#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace muragat {

// Which step of a history brought a word, and between which steps it was away: gone with the first, back with
// the second. Steps are numbers that rise.
struct WordOrigin {
  uint32_t brought = 0;
  struct Absence {
    uint32_t gone = 0, back = 0;
    friend auto operator<=>(const Absence&, const Absence&) = default;
  };
  std::vector<Absence> away;  // the earliest first
  friend auto operator<=>(const WordOrigin&, const WordOrigin&) = default;
};

// The lives of words: each has a trace, which several places may share where a text was copied.
// Thread-safety: one thread.
class WordTraces {
 public:
  // A word that `step` brings.
  uint32_t Bring(uint32_t step);
  // Says that a word of `trace` no longer stands where it stood, from `step` on.
  void Drop(uint32_t trace, uint32_t step);
  // Says that a word of `trace` stands in one more place from `step` on. Returns the trace that it has there:
  // another one where it was nowhere before that step.
  uint32_t Raise(uint32_t trace, uint32_t step);
  // Whether the word stands anywhere.
  bool Lives(uint32_t trace) const { return traces_[trace].places > 0; }
  // Whether it did before `step`, whatever that step did to it so far.
  bool LivedBefore(uint32_t trace, uint32_t step) const {
    return Lives(trace) || traces_[trace].gone == step;
  }

  WordOrigin OriginOf(uint32_t trace) const;
  // Whether two traces have one origin, as far as that can be told at once.
  bool AreAlike(uint32_t a, uint32_t b) const {
    return a == b || (traces_[a].brought == traces_[b].brought && traces_[a].earlier == kNone &&
                      traces_[b].earlier == kNone);
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  struct Trace {
    uint32_t brought = 0;
    uint32_t places = 1;
    uint32_t gone = kNone;     // the step since which it stands nowhere
    uint32_t earlier = kNone;  // the trace that it had before it was away
    uint32_t back = 0;         // … and the step that brought it back
  };
  std::vector<Trace> traces_;
};

}  // namespace muragat
