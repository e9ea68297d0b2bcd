#include <benchmark/benchmark.h>

#include "bench/parts/part.h"
#include "import/markdown.h"

namespace muragat::bench {
namespace {

void Cut(benchmark::State& run, const Input& input) {
  std::vector<std::string> texts;
  int64_t bytes = 0;
  for (const State& state : input.states) {
    if (!state.content) continue;
    texts.push_back(state.content->Text());
    bytes += static_cast<int64_t>(texts.back().size());
  }
  for (auto iteration : run) {
    for (const std::string& text : texts) {
      auto document = import::ReadMarkdown(text);
      if (!document.ok()) {
        run.SkipWithError("a text is no Markdown");
        return;
      }
      benchmark::DoNotOptimize(document);
    }
  }
  run.SetBytesProcessed(run.iterations() * bytes);
  run.SetItemsProcessed(run.iterations() * static_cast<int64_t>(texts.size()));
}

}  // namespace

void AddCut(const Input& input) {
  benchmark::RegisterBenchmark(("cut/" + input.name).c_str(), [&input](auto& run) {
    Cut(run, input);
  })->Unit(benchmark::kMillisecond);
}

}  // namespace muragat::bench
