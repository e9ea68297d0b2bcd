#include <filesystem>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "bench/parts/part.h"
#include "muragat/base/clock.h"
#include "muragat/store/archive.h"
#include "muragat/store/writer.h"

namespace muragat::bench {
namespace {

// The last text of the input with one sentence more, `days` after all others.
State NextState(const Input& input, int64_t days) {
  State state = input.states[input.neighbours.back().second];
  Instant last;
  for (const State& other : input.states) last = std::max(last, other.valid.first);
  state.valid = {Instant::FromSeconds(last.seconds() + days * 86'400), Precision::kDay};
  state.content->sections.back().body += "Amended " + std::to_string(days) + " days later.\n";
  return state;
}

Status AddOne(Database& database, State state) {
  const SystemClock clock;
  Writer writer(database, clock, {});
  MURAGAT_RETURN_IF_ERROR(writer.Add(std::move(state)).status());
  return writer.Commit().status();
}

void CommitEach(benchmark::State& run, const Input& input, Database& database) {
  int64_t days = 0;
  for (auto iteration : run) {
    run.PauseTiming();
    State state = NextState(input, ++days);
    run.ResumeTiming();
    if (!AddOne(database, std::move(state)).ok()) {
      run.SkipWithError("a state was not committed");
      return;
    }
  }
  run.SetItemsProcessed(run.iterations());
}

void OneInMemory(benchmark::State& run, const Input& input) {
  auto database = FillDatabase(input);
  if (!database.ok() || input.neighbours.empty()) {
    run.SkipWithError("the database was not filled");
    return;
  }
  CommitEach(run, input, **database);
}

// On the disk that holds temporary files: each commit is synced.
void OneOnDisk(benchmark::State& run, const Input& input) {
  std::string folder = (std::filesystem::temp_directory_path() / "muragat-parts-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) {
    run.SkipWithError("no temporary folder could be made");
    return;
  }
  {
    auto archive = Archive::Create(folder, "", SystemClock());
    if (!archive.ok() || input.neighbours.empty()) {
      run.SkipWithError("no archive could be made");
    } else {
      CommitEach(run, input, (*archive)->database());
    }
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

void AllInMemory(benchmark::State& run, const Input& input) {
  int64_t bytes = 0;
  for (const State& state : input.states) {
    if (state.content) bytes += static_cast<int64_t>(state.content->Text().size());
  }
  for (auto iteration : run) {
    const auto database = FillDatabase(input);
    if (!database.ok()) {
      run.SkipWithError("the states were not committed");
      return;
    }
  }
  run.SetBytesProcessed(run.iterations() * bytes);
  run.SetItemsProcessed(run.iterations() * static_cast<int64_t>(input.states.size()));
}

}  // namespace

void AddCommit(const Input& input) {
  const auto add = [&input](const std::string& what, void (*part)(benchmark::State&, const Input&)) {
    return benchmark::RegisterBenchmark((what + "/" + input.name).c_str(),
                                        [&input, part](auto& run) { part(run, input); });
  };
  add("commit_one_in_memory", OneInMemory)->Unit(benchmark::kMicrosecond);
  add("commit_one_on_disk", OneOnDisk)->Unit(benchmark::kMicrosecond)->UseRealTime();
  add("commit_all_in_memory", AllInMemory)->Unit(benchmark::kMillisecond);
}

}  // namespace muragat::bench
