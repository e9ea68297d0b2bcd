// The parts of Muragat, each by itself, with Google Benchmark: `parts --benchmark_filter=diff`. Inputs are
// those of ReadInputs. Exit: 0; 1 an input cannot be read, with a line that says why.
#include <iostream>

#include <benchmark/benchmark.h>

#include "bench/parts/part.h"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  const auto inputs = muragat::bench::ReadInputs();
  if (!inputs.ok()) {
    std::cerr << "parts: " << inputs.status().message() << '\n';
    return 1;
  }
  for (const auto add : {muragat::bench::AddParse, muragat::bench::AddCut, muragat::bench::AddMatch,
                         muragat::bench::AddDiff, muragat::bench::AddCodec, muragat::bench::AddCommit,
                         muragat::bench::AddSeek, muragat::bench::AddRebuild}) {
    for (const auto& input : *inputs) add(input);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
