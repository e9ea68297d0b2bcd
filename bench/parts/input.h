#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/model/state.h"
#include "muragat/store/database.h"

namespace muragat::bench {

// What a part is measured on: a history in the exchange format, and what was read of it.
struct Input {
  std::string name;   // "site-policy"
  std::string lines;  // JSON lines, not compressed
  std::vector<State> states;
  // Neighbouring texts of one document, as places in `states`: the earlier one, the later one.
  std::vector<std::pair<size_t, size_t>> neighbours;
};

// The corpora site-policy and code-civil where they are found (in the folder that MURAGAT_CORPORA names and
// in `corpora` inside it, else in ../shared/corpora beside the sources), else one small history that is made
// up, the same in every run. Errors: kIo, kCorruption, kInvalidArgument: a corpus cannot be read.
Result<std::vector<Input>> ReadInputs();

// A database in memory that holds all states of `input`. Errors: as Writer.
Result<std::unique_ptr<Database>> FillDatabase(const Input& input);

// Sections of neighbouring texts that are one section and differ.
struct ChangedSection {
  std::string older;
  std::string newer;
};
std::vector<ChangedSection> ChangedSections(const Input& input);

}  // namespace muragat::bench
