#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muragat/store/reader.h"

namespace muragat {

// A stretch of valid time in which something held of a section, from a date on, up to another (not included).
struct SectionStretch {
  SectionNumber section;  // the lineage
  ValidDate from;
  std::optional<ValidDate> to;         // nothing: it holds still
  ReformNumber reform_in, reform_out;  // 0: none
  SectionRef last;                     // the text of which it held last …
  std::string language;                // … and its edition's language
};

// Which reform brought the text that each section has, told edition by edition. Thread-safety: one thread.
class BroughtTexts {
 public:
  void Step(const Edition& edition);
  // Of a section of the edition told last, under the lineage that it was recorded with; 0: none.
  ReformNumber Of(SectionNumber section) const;

 private:
  struct Text {
    Ordinal ordinal;
    ReformNumber reform;
    uint64_t step = 0;
  };
  std::map<SectionNumber, Text> texts_;
  uint64_t step_ = 0;
};

// What is asked of a section of an edition; `brought` knows of the edition where it was asked for.
using SectionTest =
    std::function<Result<bool>(const Edition& edition, const SectionRef& ref, const BroughtTexts& brought)>;

struct StretchOptions {
  CommitNumber known_at = kLatestCommit;
  // Only these, sorted, by the lineage they were recorded with.
  std::optional<std::vector<SectionNumber>> recorded;
  std::optional<SectionNumber> lineage;  // only this one, by the lineage that holds at `known_at`
  bool brought = false;                  // whether the test asks which reform brought a text
};

// The stretches in which `test` holds of a document's sections, by lineage, then by date. What came and went
// at the same instant was never the text. Errors: as Reader and `test`. Cost: the editions of the document,
// and the test once for each of their sections that the options let through and that has another text than in
// the edition before; for each of them where `brought` or aliases make a difference.
Result<std::vector<SectionStretch>> FindStretches(const Reader& reader, DocumentNumber document,
                                                  const StretchOptions& options, const SectionTest& test);

}  // namespace muragat
