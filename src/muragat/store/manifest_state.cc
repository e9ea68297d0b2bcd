#include "muragat/store/manifest_state.h"

#include <filesystem>
#include <system_error>

#include "muragat/store/durable_file.h"

namespace muragat {

ManifestState ReadManifestState(const std::string& path) {
  const auto current = ReadSmallFile(path + "/CURRENT");
  if (!current.ok() || !*current) return {};
  ManifestState state{.name = (*current)->substr(0, (*current)->find('\n'))};
  std::error_code error;
  const uint64_t size = std::filesystem::file_size(path + "/" + state.name, error);
  if (!error) state.size_bytes = size;
  return state;
}

}  // namespace muragat
