#include <benchmark/benchmark.h>

#include "bench/parts/part.h"
#include "muragat/base/hash.h"
#include "muragat/codec/edition_record.h"
#include "muragat/codec/revision_record.h"
#include "muragat/codec/script_codec.h"
#include "muragat/diff/text_diff.h"

namespace muragat::bench {
namespace {

// One revision stored as a difference from the one before it.
struct Diffed {
  RevisionKey key;
  RevisionRecord record;
  EditScript script;  // inserts are views into the input's texts
};

std::vector<Diffed> DiffAll(const std::vector<ChangedSection>& changed) {
  std::vector<Diffed> all;
  for (uint32_t i = 0; i < changed.size(); ++i) {
    Diffed one;
    one.key = {{1}, {1}, {i + 1}};
    one.record.form = RevisionForm::kDiff;
    one.record.checksum = Checksum32(changed[i].newer);
    one.record.text_bytes = changed[i].newer.size();
    one.record.chain_length = 1;
    one.record.base = {{1}, {1}, {i}};
    one.script = DiffText(changed[i].older, changed[i].newer).script;
    all.push_back(std::move(one));
  }
  return all;
}

void EncodeRevisions(benchmark::State& run, const Input& input) {
  const auto changed = ChangedSections(input);
  const auto revisions = DiffAll(changed);
  for (auto iteration : run) {
    for (const Diffed& one : revisions) {
      benchmark::DoNotOptimize(EncodeRevision(one.key, one.record, one.script));
    }
  }
  run.SetItemsProcessed(run.iterations() * static_cast<int64_t>(revisions.size()));
}

void DecodeRevisions(benchmark::State& run, const Input& input) {
  const auto changed = ChangedSections(input);
  const auto revisions = DiffAll(changed);
  std::vector<std::string> values;
  for (const Diffed& one : revisions) values.push_back(EncodeRevision(one.key, one.record, one.script));
  for (auto iteration : run) {
    for (size_t i = 0; i < values.size(); ++i) {
      const auto record = DecodeRevision(revisions[i].key, values[i]);
      if (!record.ok()) {
        run.SkipWithError("a revision cannot be decoded");
        return;
      }
      benchmark::DoNotOptimize(record);
    }
  }
  run.SetItemsProcessed(run.iterations() * static_cast<int64_t>(revisions.size()));
}

void DecodeScripts(benchmark::State& run, const Input& input) {
  const auto changed = ChangedSections(input);
  std::vector<std::string> scripts;
  for (const ChangedSection& pair : changed) {
    AppendScript(scripts.emplace_back(), DiffText(pair.older, pair.newer).script);
  }
  int64_t bytes = 0;
  for (auto iteration : run) {
    for (size_t i = 0; i < scripts.size(); ++i) {
      const auto script = DecodeScript(scripts[i]);
      const auto text = script.ok() ? ApplyScript(*script, changed[i].older) : script.status();
      if (!text.ok() || *text != changed[i].newer) {
        run.SkipWithError("a script does not give the text");
        return;
      }
      bytes += static_cast<int64_t>(text->size());
    }
  }
  run.SetBytesProcessed(bytes);
  run.SetItemsProcessed(run.iterations() * static_cast<int64_t>(scripts.size()));
}

// The editions that a first import of `input` could record.
std::vector<Edition> MakeEditions(const Input& input) {
  std::vector<Edition> editions;
  for (const State& state : input.states) {
    if (!state.content) continue;
    Edition edition;
    edition.document = {1};
    edition.valid = state.valid;
    edition.recorded = {{1}, static_cast<uint32_t>(editions.size())};
    edition.reform = {1};
    edition.author = state.author;
    edition.language = state.content->language;
    for (uint32_t i = 0; i < state.content->sections.size(); ++i) {
      edition.sections.push_back({{i + 1}, {i % 3}, state.content->sections[i].depth_levels});
    }
    editions.push_back(std::move(edition));
  }
  return editions;
}

EditionKey KeyOf(const Edition& edition) { return {edition.document, edition.valid, edition.recorded}; }

void EncodeEditions(benchmark::State& run, const Input& input) {
  const auto editions = MakeEditions(input);
  for (auto iteration : run) {
    for (const Edition& edition : editions) benchmark::DoNotOptimize(EncodeEdition(edition, true));
  }
  run.SetItemsProcessed(run.iterations() * static_cast<int64_t>(editions.size()));
}

void DecodeEditions(benchmark::State& run, const Input& input) {
  const auto editions = MakeEditions(input);
  std::vector<std::string> values;
  for (const Edition& edition : editions) values.push_back(EncodeEdition(edition, true));
  for (auto iteration : run) {
    for (size_t i = 0; i < values.size(); ++i) {
      const auto decoded = DecodeEdition(KeyOf(editions[i]), values[i]);
      if (!decoded.ok()) {
        run.SkipWithError("an edition cannot be decoded");
        return;
      }
      benchmark::DoNotOptimize(decoded);
    }
  }
  run.SetItemsProcessed(run.iterations() * static_cast<int64_t>(editions.size()));
}

}  // namespace

void AddCodec(const Input& input) {
  const auto add = [&input](const std::string& what, void (*part)(benchmark::State&, const Input&)) {
    benchmark::RegisterBenchmark((what + "/" + input.name).c_str(), [&input, part](auto& run) {
      part(run, input);
    })->Unit(benchmark::kMicrosecond);
  };
  add("encode_revisions", EncodeRevisions);
  add("decode_revisions", DecodeRevisions);
  add("decode_and_apply_scripts", DecodeScripts);
  add("encode_editions", EncodeEditions);
  add("decode_editions", DecodeEditions);
}

}  // namespace muragat::bench
