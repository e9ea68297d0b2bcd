#include "bench/parts/input.h"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

#include "bench/parts/made_up_history.h"
#include "import/json_lines.h"
#include "muragat/base/clock.h"
#include "muragat/base/compressed_stream.h"
#include "muragat/diff/section_match.h"
#include "muragat/store/writer.h"

namespace muragat::bench {
namespace {

constexpr size_t kChunkBytes = size_t{1} << 20;

std::optional<std::string> FindCorpus(const std::string& name) {
  std::vector<std::filesystem::path> folders = {std::filesystem::path(MURAGAT_SOURCE_DIR) / ".." / "shared" /
                                                "corpora"};
  if (const char* given = std::getenv("MURAGAT_CORPORA"); given != nullptr && *given != '\0') {
    folders = {given, std::filesystem::path(given) / "corpora"};
  }
  for (const auto& folder : folders) {
    const auto path = folder / (name + ".jsonl.zst");
    std::error_code error;
    if (std::filesystem::exists(path, error)) return path.string();
  }
  return std::nullopt;
}

Result<std::string> ReadLines(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Status::Io("cannot open " + path);
  const auto source = Decompress(ReadDescriptor(descriptor));
  std::string lines;
  Result<size_t> count = size_t{1};
  while (count.ok() && *count > 0) {
    const size_t held = lines.size();
    lines.resize(held + kChunkBytes);
    count = source->Read(std::span(lines).subspan(held));
    lines.resize(held + (count.ok() ? *count : 0));
  }
  ::close(descriptor);
  if (!count.ok()) return count.status().WithContext(path);
  return lines;
}

Result<Input> MakeInput(std::string name, std::string lines) {
  Input input{.name = std::move(name), .lines = std::move(lines)};
  const auto source = ReadMemory(input.lines);
  import::JsonLinesReader reader(*source);
  std::map<std::string, size_t> last;
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(auto line, reader.ReadNext());
    if (!line) return input;
    MURAGAT_RETURN_IF_ERROR(line->state.status());
    const size_t place = input.states.size();
    input.states.push_back(std::move(line->state).value());
    const State& state = input.states.back();
    if (!state.content) continue;
    const auto [found, is_new] = last.try_emplace(state.document.text(), place);
    if (!is_new) input.neighbours.emplace_back(found->second, place);
    found->second = place;
  }
}

}  // namespace

Result<std::vector<Input>> ReadInputs() {
  std::vector<Input> inputs;
  for (const char* name : {"site-policy", "code-civil"}) {
    const auto path = FindCorpus(name);
    if (!path) continue;
    MURAGAT_ASSIGN_OR_RETURN(std::string lines, ReadLines(*path));
    MURAGAT_ASSIGN_OR_RETURN(Input input, MakeInput(name, std::move(lines)));
    inputs.push_back(std::move(input));
  }
  if (inputs.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(Input input, MakeInput("made-up", MakeUpHistory(20, 40)));
    inputs.push_back(std::move(input));
  }
  return inputs;
}

Result<std::unique_ptr<Database>> FillDatabase(const Input& input) {
  MURAGAT_ASSIGN_OR_RETURN(auto database, Database::OpenInMemory());
  const SystemClock clock;
  Writer writer(*database, clock, {});
  for (const State& state : input.states) MURAGAT_RETURN_IF_ERROR(writer.Add(state).status());
  MURAGAT_RETURN_IF_ERROR(writer.Commit().status());
  return database;
}

std::vector<ChangedSection> ChangedSections(const Input& input) {
  std::vector<ChangedSection> changed;
  for (const auto& [earlier, later] : input.neighbours) {
    const auto& older = input.states[earlier].content->sections;
    const auto& newer = input.states[later].content->sections;
    const auto matches = MatchSections(older, newer);
    for (size_t i = 0; i < newer.size(); ++i) {
      if (!matches[i]) continue;
      ChangedSection pair{older[*matches[i]].Text(), newer[i].Text()};
      if (pair.older != pair.newer) changed.push_back(std::move(pair));
    }
  }
  return changed;
}

}  // namespace muragat::bench
