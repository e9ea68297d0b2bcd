#pragma once

#include "bench/parts/input.h"

namespace muragat::bench {

// Each adds the benchmarks of one part on one input, which must live as long as they run.
void AddParse(const Input& input);    // JSON lines into states: parsing and cutting
void AddCut(const Input& input);      // Markdown into sections
void AddMatch(const Input& input);    // which section is which, for neighbouring texts
void AddDiff(const Input& input);     // edit scripts of changed sections
void AddCodec(const Input& input);    // revisions, editions and scripts into bytes and back
void AddCommit(const Input& input);   // Writer: one state, and all of them
void AddSeek(const Input& input);     // the edition of a date
void AddRebuild(const Input& input);  // a text at the end of a chain

}  // namespace muragat::bench
