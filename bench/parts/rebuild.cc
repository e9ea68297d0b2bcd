#include <benchmark/benchmark.h>

#include "bench/parts/part.h"
#include "muragat/base/clock.h"
#include "muragat/codec/revision_record.h"
#include "muragat/store/reader.h"
#include "muragat/store/writer.h"

namespace muragat::bench {
namespace {

constexpr int kStates = 40;

// The longest section of the input that has a successor: a text worth rebuilding.
Section LongestSection(const Input& input) {
  Section longest;
  for (const State& state : input.states) {
    if (!state.content) continue;
    for (const Section& section : state.content->sections) {
      if (section.body.size() > longest.body.size()) longest = section;
    }
  }
  return longest;
}

// A database with one document of one section, each of whose states has one sentence more in its middle.
Result<std::unique_ptr<Database>> MakeChain(const Section& section) {
  MURAGAT_ASSIGN_OR_RETURN(auto database, Database::OpenInMemory());
  const SystemClock clock;
  Writer writer(*database, clock, {});
  State state;
  MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse("chain"));
  state.content = Document{.sections = {section}};
  for (int i = 0; i < kStates; ++i) {
    state.valid = {Instant::FromUnixSeconds(int64_t{i} * 86'400), Precision::kDay};
    std::string& body = state.content->sections[0].body;
    const size_t line = body.find('\n', body.size() / (static_cast<size_t>(i) + 2));
    body.insert(line == std::string::npos ? body.size() : line + 1, "Sentence " + std::to_string(i) + ".\n");
    MURAGAT_RETURN_IF_ERROR(writer.Add(state).status());
  }
  MURAGAT_RETURN_IF_ERROR(writer.Commit().status());
  return database;
}

// Reads the text whose chain is nearest to `wanted` diffs, by a reader that has rebuilt nothing yet.
void Rebuild(benchmark::State& run, const Input& input, int wanted) {
  const auto database = MakeChain(LongestSection(input));
  if (!database.ok()) {
    run.SkipWithError("the chain was not made");
    return;
  }
  RevisionKey key{{1}, {1}, {0}};
  int chain_length = 0;
  const Reader reader(**database);
  for (uint32_t ordinal = 0; ordinal < kStates; ++ordinal) {
    const auto text = reader.ReadRevision({{1}, {1}, {ordinal}});
    if (!text.ok()) break;
    if ((*text)->chain_length <= wanted && (*text)->chain_length > chain_length) {
      key.ordinal = {ordinal};
      chain_length = (*text)->chain_length;
    }
  }
  int64_t bytes = 0;
  for (auto iteration : run) {
    const Reader fresh(**database);
    const auto text = fresh.ReadRevision(key);
    if (!text.ok()) {
      run.SkipWithError("the text was not rebuilt");
      return;
    }
    bytes += static_cast<int64_t>((*text)->text.size());
  }
  run.SetBytesProcessed(bytes);
  run.SetItemsProcessed(run.iterations());
  run.counters["chain"] = chain_length;
}

}  // namespace

void AddRebuild(const Input& input) {
  for (const int wanted : {0, 1, int{kMaxChain}}) {
    benchmark::RegisterBenchmark(("rebuild/" + input.name + "/" + std::to_string(wanted)).c_str(),
                                 [&input, wanted](auto& run) { Rebuild(run, input, wanted); })
        ->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace muragat::bench
