#include "tests/project/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace muragat::project {
namespace {

namespace fs = std::filesystem;

const fs::path& Top() {
  static const fs::path top = MURAGAT_SOURCE_DIR;
  return top;
}

bool EndsInOneOf(const std::string& name, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return name.ends_with(ending); });
}

}  // namespace

std::string ReadSource(const std::string& path) {
  std::ifstream in(Top() / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool SourceExists(const std::string& path) { return fs::exists(Top() / path); }

std::vector<SourceFile> ReadSources(const std::vector<std::string>& roots,
                                    const std::vector<std::string>& endings) {
  std::vector<SourceFile> files;
  const auto take = [&](const fs::path& path) {
    const std::string relative = path.lexically_relative(Top()).generic_string();
    if (EndsInOneOf(relative, endings)) files.push_back({relative, ReadSource(relative)});
  };
  for (const std::string& root : roots) {
    const fs::path path = Top() / root;
    if (fs::is_regular_file(path)) take(path);
    if (!fs::is_directory(path)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) take(entry.path());
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::vector<SourceFile> ReadProgramSources() {
  return ReadSources({"src", "import", "tools", "bench"}, {".h", ".cc"});
}

std::vector<SourceFile> ReadDocuments() {
  return ReadSources({"README.md", "doc", "examples/README.md"}, {".md"});
}

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string Describe(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += finding.path + ":" + std::to_string(finding.line) + ": " + finding.what + "\n";
  }
  return text;
}

}  // namespace muragat::project
