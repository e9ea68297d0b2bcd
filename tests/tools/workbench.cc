#include "tests/tools/workbench.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <system_error>

#include <gtest/gtest.h>
#include <unistd.h>

#include "muragat/base/hash.h"
#include "tools/command_line.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

StandingClock::StandingClock() { Set("2024-01-15T10:00:00Z"); }

void StandingClock::Set(const std::string& date) {
  const auto parsed = ParseDate(date);
  ASSERT_TRUE(parsed.ok()) << date;
  now_ = parsed->first;
}

Workbench::Workbench() {
  std::string pattern = (fs::temp_directory_path() / "muragat-tools-XXXXXX").string();
  if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  EXPECT_FALSE(path_.empty()) << "no temporary folder could be made";
}

Workbench::~Workbench() {
  std::error_code ignored;
  if (path_.empty()) return;
  fs::remove_all(path_, ignored);
  fs::remove_all(KeyFolder(), ignored);
}

std::string Workbench::Path(const std::string& name) const { return path_ + "/" + name; }

std::string Workbench::Write(const std::string& name, std::string_view bytes) const {
  const fs::path path = Path(name);
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path.string();
}

std::string Workbench::Read(const std::string& name) const { return ReadAll(Path(name)); }

Outcome Workbench::Run(const Words& words, std::string_view input) const {
  return RunOn("archive", words, input);
}

Outcome Workbench::RunOn(const std::string& name, const Words& words, std::string_view input) const {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), std::fclose);
  std::fwrite(input.data(), 1, input.size(), file.get());
  std::rewind(file.get());
  const std::string archive = Path(name);
  std::vector<const char*> arguments = {"muragat", "-C", archive.c_str()};
  for (const std::string& word : words) arguments.push_back(word.c_str());
  std::ostringstream out, err;
  const std::string keys = KeyFolder();
  Surroundings surroundings{.out = out,
                            .err = err,
                            .input_descriptor = fileno(file.get()),
                            .key = key_file.empty() ? nullptr : key_file.c_str(),
                            .data_home = has_key_folder ? keys.c_str() : nullptr,
                            .clock = &clock};
  const ExitCode code = RunCommandLine(static_cast<int>(arguments.size()), arguments.data(), surroundings);
  return {static_cast<int>(code), out.str(), err.str()};
}

std::string Workbench::WithoutRoot(const std::string& out) {
  const size_t root = out.rfind("root ");
  constexpr size_t kRootLine = 5 + 44 + 1;
  const bool last = root != std::string::npos && root + kRootLine == out.size() && out.back() == '\n';
  EXPECT_TRUE(last) << out;
  return last ? out.substr(0, root) : out;
}

void Workbench::Import(const std::string& document, const std::string& date, std::string_view text,
                       const Words& options) const {
  Words words = {"import", Write("import.md", text), "--document", document, "--date", date};
  words.insert(words.end(), options.begin(), options.end());
  const Outcome outcome = Run(words);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
}

std::map<std::string, std::string> Workbench::Listing(const std::string& name) const {
  std::map<std::string, std::string> listing;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(Path(name), error)) {
    const std::string path = fs::relative(entry.path(), Path(name)).string();
    listing[path] = entry.is_regular_file() ? ReadAll(entry.path()) : "(no file)";
  }
  return listing;
}

std::map<std::string, std::string> Workbench::Fingerprint(const std::string& name) const {
  auto listing = Listing(name);
  for (auto& [path, bytes] : listing) {
    bytes = std::to_string(bytes.size()) + " bytes, hash " + std::to_string(Hash64(bytes));
  }
  return listing;
}

std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace muragat::tools
