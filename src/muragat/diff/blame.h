#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "muragat/diff/traced_text.h"
#include "muragat/diff/word_traces.h"
#include "muragat/diff/wording_log.h"
#include "muragat/diff/wording_match.h"
#include "muragat/model/numbers.h"

namespace muragat {

// A part of a section's text, half-open, in bytes, and where its words come from.
struct BlameSpan {
  size_t begin = 0, end = 0;
  WordOrigin origin;
  friend bool operator==(const BlameSpan&, const BlameSpan&) = default;
};

// Follows every word of a document from step to step of its history: within a section by the readable diff of
// its texts, from section to section and back from the past by passages that are equal word for word. Steps
// may run forward in time, to tell who brought each word, or backward, to tell who took it away.
// Thread-safety: one thread.
class Blame {
 public:
  // A text that a section has from a step on.
  struct Arrival {
    SectionNumber section;
    uint64_t text_number = 0;  // the same number in a section means the same text
    bool comes_again = false;  // a later arrival has the same number
    std::shared_ptr<const std::string> text;
  };

  Blame();

  // Takes the next step: sections that have another text than before, or had none, and sections that have
  // none from now on. Steps must rise. Cost: linear in the arrived texts, a diff for each in which more than
  // one stretch changed.
  void Advance(uint32_t step, std::span<const Arrival> arrived, std::span<const SectionNumber> gone);

  // The spans of a section that stands, put end to end its text; neighbours have different origins. White
  // space goes with what stands before it.
  std::vector<BlameSpan> SpansOf(SectionNumber section) const;

  // Whether the history had more words than are logged, so that some passages from elsewhere were not found.
  bool coarse() const { return log_.full(); }

 private:
  struct Standing {
    TracedText text;
    bool stands = false;
  };
  struct Come {
    SectionNumber section;
    bool continues = false;  // an older text of the section
    std::vector<TokenRange> ranges;
    // Of a rewritten text: the traces that its tokens continue, where they come from nowhere else.
    std::vector<uint32_t> stayed;
  };
  using TextKey = std::pair<SectionNumber, uint64_t>;

  void Remove(SectionNumber section);
  void Restore(const Arrival& arrival, Standing& standing);
  void Continue(const Arrival& arrival, Standing& standing);
  void Drop(SectionNumber section, std::span<const TracedToken> tokens);
  void LogMoved(SectionNumber section, std::span<const TracedToken> tokens);
  void LogGone(SectionNumber section, const TracedChange& change);
  void Settle(const Come& come, Standing& standing, TokenRange range);
  void LogCome(SectionNumber section, const Standing& standing, std::span<const TokenRange> ranges);

  uint32_t step_ = 0;
  std::map<SectionNumber, Standing> sections_;
  std::map<TextKey, TracedText> kept_;  // texts that come again
  WordTraces traces_;
  WordingLog log_, moved_;
  WordingMatch match_;
  std::vector<Come> come_;           // in this step
  std::vector<TracedToken> before_;  // memory that is used again
  std::vector<TracedWord> words_;
  std::vector<uint32_t> places_;
};

}  // namespace muragat
