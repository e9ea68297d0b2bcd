#include <benchmark/benchmark.h>

#include "bench/parts/part.h"
#include "import/json_lines.h"
#include "muragat/base/compressed_stream.h"

namespace muragat::bench {
namespace {

void Parse(benchmark::State& run, const Input& input) {
  for (auto iteration : run) {
    const auto source = ReadMemory(input.lines);
    import::JsonLinesReader reader(*source);
    while (true) {
      const auto line = reader.ReadNext();
      if (!line.ok() || (*line && !(*line)->state.ok())) {
        run.SkipWithError("a line is no state");
        return;
      }
      if (!*line) break;
      benchmark::DoNotOptimize(line);
    }
  }
  run.SetBytesProcessed(run.iterations() * static_cast<int64_t>(input.lines.size()));
  run.SetItemsProcessed(run.iterations() * static_cast<int64_t>(input.states.size()));
}

}  // namespace

void AddParse(const Input& input) {
  benchmark::RegisterBenchmark(("parse/" + input.name).c_str(), [&input](auto& run) {
    Parse(run, input);
  })->Unit(benchmark::kMillisecond);
}

}  // namespace muragat::bench
