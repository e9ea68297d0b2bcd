#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/reading/question.h"
#include "muragat/store/reader.h"

namespace muragat::bench {

// "What did this section say on that day?"
struct SectionQuestion {
  std::string document;
  Instant at;
  SectionNumber lineage;
  SectionRef ref;    // where the edition's list has it
  std::string text;  // the answer
};

// For each question one section, drawn with `seed`, of the edition that stood then; editions without sections
// are left out. Sections under an alias (their lineage has become another's) are left out too, so that the
// number in the list is the lineage.
// Errors: as Reader.
Result<std::vector<SectionQuestion>> DrawSections(const Reader& reader,
                                                  const std::vector<Question>& questions, uint32_t seed);

// Writes lines `document#sN TAB date TAB bytes TAB sha256 in hex`. Errors: kIo.
Status WriteSectionQuestions(const std::vector<SectionQuestion>& questions, const std::string& path);

}  // namespace muragat::bench
