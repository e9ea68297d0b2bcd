#include <benchmark/benchmark.h>

#include "bench/parts/part.h"
#include "muragat/diff/section_match.h"

namespace muragat::bench {
namespace {

void Match(benchmark::State& run, const Input& input) {
  int64_t sections = 0;
  for (const auto& [earlier, later] : input.neighbours) {
    sections += static_cast<int64_t>(input.states[later].content->sections.size());
  }
  for (auto iteration : run) {
    for (const auto& [earlier, later] : input.neighbours) {
      benchmark::DoNotOptimize(
          MatchSections(input.states[earlier].content->sections, input.states[later].content->sections));
    }
  }
  run.SetItemsProcessed(run.iterations() * sections);
}

}  // namespace

void AddMatch(const Input& input) {
  benchmark::RegisterBenchmark(("match/" + input.name).c_str(), [&input](auto& run) {
    Match(run, input);
  })->Unit(benchmark::kMillisecond);
}

}  // namespace muragat::bench
