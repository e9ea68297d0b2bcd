#include "tests/support/corpus.h"

#include <cstdlib>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "import/json_lines.h"
#include "muragat/base/compressed_stream.h"

namespace muragat::support {

std::optional<std::string> FindCorpus(const std::string& name) {
  std::vector<std::filesystem::path> folders;
  if (const char* given = std::getenv("MURAGAT_CORPORA"); given != nullptr && *given != '\0') {
    folders = {given, std::filesystem::path(given) / "corpora"};
  } else {
    folders = {std::filesystem::path(MURAGAT_SOURCE_DIR) / ".." / "shared" / "corpora"};
  }
  for (const auto& folder : folders) {
    const auto path = folder / (name + ".jsonl.zst");
    std::error_code error;
    if (std::filesystem::exists(path, error)) return path.string();
  }
  return std::nullopt;
}

std::optional<std::string> FindShared(const std::string& name) {
  std::filesystem::path folder = std::filesystem::path(MURAGAT_SOURCE_DIR) / ".." / "shared";
  if (const char* given = std::getenv("MURAGAT_CORPORA"); given != nullptr && *given != '\0') folder = given;
  std::error_code error;
  if (!std::filesystem::exists(folder / name, error)) return std::nullopt;
  return (folder / name).string();
}

Status ReadCorpus(const std::string& path, const std::function<void(State&&)>& visit) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Status::Io("cannot open " + path);
  const auto source = Decompress(ReadDescriptor(descriptor));
  import::JsonLinesReader reader(*source);
  Status status;
  while (status.ok()) {
    auto line = reader.ReadNext();
    if (!line.ok()) {
      status = line.status();
    } else if (!line->has_value()) {
      break;
    } else if (!(*line)->state.ok()) {
      status = (*line)->state.status();
    } else {
      visit(std::move((*line)->state).value());
    }
  }
  ::close(descriptor);
  return status;
}

Result<std::vector<State>> ReadStates(const std::string& path) {
  std::vector<State> states;
  MURAGAT_RETURN_IF_ERROR(ReadCorpus(path, [&](State&& state) { states.push_back(std::move(state)); }));
  return states;
}

}  // namespace muragat::support
