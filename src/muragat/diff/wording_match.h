#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "muragat/diff/traced_text.h"
#include "muragat/diff/word_traces.h"
#include "muragat/diff/wording_log.h"

namespace muragat {

// A stretch of a text that is new there: it may come from elsewhere.
struct NewWording {
  SectionNumber section;
  const TracedText* text = nullptr;
  TokenRange range;
};

// Finds where new wording comes from. `moved` holds what the same step took away, `log` all that ever was.
// Thread-safety: one thread.
class WordingMatch {
 public:
  WordingMatch(const WordTraces& traces, const WordingLog& log, const WordingLog& moved)
      : traces_(traces), log_(log), moved_(moved) {}

  // The traces that the tokens of `wording.range` have, kNoTrace for what is truly new. A word is known by
  // what stands around it: in a passage that the same step took away elsewhere (six words, or a whole
  // sentence); in one that stood in the same section before (five words, those around it counted); in one
  // that stands or stood anywhere (sixteen words, or a whole sentence of six). Good until the next call.
  std::span<const uint32_t> Find(const NewWording& wording, uint32_t step);

 private:
  struct Block {
    size_t begin = 0;   // in `words_`
    size_t source = 0;  // in the log
    size_t size_words = 0;
  };
  std::span<const TracedWord> WordsOf(const Block& block) const {
    return moved_.Words(block.source, block.source + block.size_words);
  }
  void FindMoved(const NewWording& wording);
  void FillGap(size_t begin, size_t end, size_t source_begin, size_t source_end);
  void FindLogged(const NewWording& wording, uint32_t step);
  void FindReturned(const NewWording& wording, uint32_t step);
  void Take(size_t begin, std::span<const TracedWord> source);
  // Whether the words stand between ends of sentences or lines, or of the text.
  bool AreWholeSentences(const NewWording& wording, size_t begin, size_t end) const;

  const WordTraces& traces_;
  const WordingLog& log_;
  const WordingLog& moved_;
  // Of the wording that is looked at.
  std::vector<TracedWord> words_;  // trace: what was found
  std::vector<uint32_t> places_;   // tokens of the text, from the range's beginning
  std::vector<uint32_t> found_;
  mutable std::vector<size_t> offsets_;  // in bytes of the text's tokens; empty until they are asked for
};

}  // namespace muragat
