#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/search/phrase.h"
#include "muragat/search/postings.h"
#include "muragat/store/view.h"

namespace muragat {

// Texts of a section that follow each other: from one ordinal on, up to another (not included).
struct TextRun {
  SectionPlace place;
  uint32_t begin = 0, end = 0;  // ordinals; kEndless: all that are there, and all to come
  friend bool operator==(const TextRun&, const TextRun&) = default;

  static constexpr uint32_t kEndless = UINT32_MAX;
};

// The texts that hold all of `terms`, a term that comes twice at least twice, and some others, by section,
// then by ordinal; none where there are no terms. Not all lists are read: where few texts are left, it is
// cheaper to look at these. Those that `may_hold` denies, where it is given, are left out. `view` must have a
// whole index. Errors: kIo, kCorruption. Cost: the lists of the terms.
Result<std::vector<TextRun>> FindTextRuns(const StoreView& view, const std::vector<Phrase::Term>& terms,
                                          const std::function<bool(const TextRun&)>& may_hold = {});

// Whether what FindTextRuns says of a phrase's terms needs no look at the texts: they hold the phrase, and no
// others do.
bool IsCounted(const Phrase& phrase);

// Whether a text is in one of the runs, which are one section's.
bool IsInRuns(std::span<const TextRun> runs, Ordinal ordinal);

}  // namespace muragat
