#include <random>

#include <benchmark/benchmark.h>

#include "bench/parts/part.h"
#include "muragat/store/reader.h"

namespace muragat::bench {
namespace {

constexpr uint32_t kSeed = 3;
constexpr size_t kQuestions = 1000;

struct Place {
  std::string id;
  DocumentNumber document;
  Instant at;
};

// Documents at random, each as of the date of some state of any document.
Result<std::vector<Place>> DrawPlaces(const Reader& reader, const Input& input) {
  std::mt19937 engine(kSeed);
  std::vector<Place> places;
  while (places.size() < kQuestions) {
    const State& asked = input.states[engine() % input.states.size()];
    const State& dated = input.states[engine() % input.states.size()];
    MURAGAT_ASSIGN_OR_RETURN(const auto document, reader.FindDocument(asked.document.text()));
    if (!document) return Status::NotFound(asked.document.text());
    places.push_back({asked.document.text(), *document, dated.valid.first});
  }
  return places;
}

void Seek(benchmark::State& run, const Input& input, bool by_name) {
  const auto database = FillDatabase(input);
  if (!database.ok()) {
    run.SkipWithError("the database was not filled");
    return;
  }
  const Reader reader(**database);
  const auto places = DrawPlaces(reader, input);
  if (!places.ok()) {
    run.SkipWithError("a document was not found");
    return;
  }
  size_t next = 0;
  for (auto iteration : run) {
    const Place& place = (*places)[next++ % places->size()];
    if (by_name) {
      benchmark::DoNotOptimize(reader.FindDocument(place.id));
    } else {
      benchmark::DoNotOptimize(reader.FindEdition(place.document, place.at));
    }
  }
  run.SetItemsProcessed(run.iterations());
}

}  // namespace

void AddSeek(const Input& input) {
  benchmark::RegisterBenchmark(("find_document/" + input.name).c_str(),
                               [&input](auto& run) { Seek(run, input, true); });
  benchmark::RegisterBenchmark(("find_edition/" + input.name).c_str(),
                               [&input](auto& run) { Seek(run, input, false); });
}

}  // namespace muragat::bench
