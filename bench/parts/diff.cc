#include <benchmark/benchmark.h>

#include "bench/parts/part.h"
#include "muragat/diff/text_diff.h"

namespace muragat::bench {
namespace {

// `max_edits` as in DiffOptions.
void Diff(benchmark::State& run, const Input& input, uint32_t max_edits) {
  const auto changed = ChangedSections(input);
  int64_t bytes = 0;
  for (const ChangedSection& pair : changed) bytes += static_cast<int64_t>(pair.newer.size());
  for (auto iteration : run) {
    for (const ChangedSection& pair : changed) {
      benchmark::DoNotOptimize(DiffText(pair.older, pair.newer, {.max_edits = max_edits}));
    }
  }
  run.SetBytesProcessed(run.iterations() * bytes);
  run.SetItemsProcessed(run.iterations() * static_cast<int64_t>(changed.size()));
}

}  // namespace

void AddDiff(const Input& input) {
  // What is stored is looked for within 512 edits (doc/decisions.md), what is shown within the default.
  for (const uint32_t max_edits : {uint32_t{512}, DiffOptions().max_edits}) {
    const std::string name = "diff/" + input.name + "/" + std::to_string(max_edits);
    benchmark::RegisterBenchmark(name.c_str(), [&input, max_edits](auto& run) {
      Diff(run, input, max_edits);
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace muragat::bench
