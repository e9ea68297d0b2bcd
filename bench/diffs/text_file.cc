#include "bench/diffs/text_file.h"

#include <fstream>

namespace muragat::bench {

Result<std::string> ReadTextFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return Status::Io("cannot open " + path);
  std::string text(static_cast<size_t>(file.tellg()), '\0');
  file.seekg(0);
  if (!file.read(text.data(), static_cast<std::streamsize>(text.size()))) {
    return Status::Io("cannot read " + path);
  }
  return text;
}

}  // namespace muragat::bench
