#include <algorithm>
#include <filesystem>
#include <regex>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "import/git_history.h"
#include "import/git_objects.h"
#include "muragat/text/utf8.h"
#include "tools/importer.h"
#include "tools/query.h"

namespace muragat::tools {
namespace {

// A new folder for what is unpacked; it goes with everything in it.
class ScratchFolder {
 public:
  static Result<ScratchFolder> Make() {
    std::error_code error;
    std::string path = (std::filesystem::temp_directory_path(error) / "muragat-XXXXXX").string();
    if (error || ::mkdtemp(path.data()) == nullptr) return Status::Io("cannot make a folder to unpack in");
    return ScratchFolder(std::move(path));
  }
  ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
  }
  const std::string& path() const { return path_; }

 private:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

using DateOfMessage = std::function<std::optional<ValidDate>(std::string_view)>;

// Errors: kInvalidArgument: `pattern` is no regular expression.
Result<DateOfMessage> MakeDateOf(const std::string& pattern) {
  std::shared_ptr<const std::regex> compiled;
  try {
    compiled = std::make_shared<const std::regex>(pattern, std::regex::ECMAScript);
  } catch (const std::regex_error&) {
    return Status::InvalidArgument("--date-from is no regular expression: " + VisibleText(pattern));
  }
  return DateOfMessage([compiled](std::string_view message) -> std::optional<ValidDate> {
    constexpr size_t kMaxSearched = 4096;  // the search takes stack for each character
    const std::string text(message.substr(0, kMaxSearched));
    std::smatch found;
    try {
      if (!std::regex_search(text, found, *compiled)) return std::nullopt;
    } catch (const std::regex_error&) {
      return std::nullopt;
    }
    const auto date = ParseDate(found[found.size() > 1 ? 1 : 0].str());
    return date.ok() ? std::optional<ValidDate>(*date) : std::nullopt;
  });
}

}  // namespace

Status Importer::ImportGit(const std::string& path, Input* bundle) {
  MURAGAT_RETURN_IF_ERROR(RefuseNames("files of a repository have"));
  import::GitOptions options;
  options.html = KnownOfPages();
  if (!options_.glob.empty()) {
    options.select = [this](std::string_view file) { return MatchesGlob(options_.glob, file); };
  }
  if (!options_.date_from.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(options.date_of, MakeDateOf(options_.date_from));
  }
  std::optional<ScratchFolder> scratch;
  import::GitPlace place;
  if (bundle != nullptr) {
    MURAGAT_ASSIGN_OR_RETURN(ScratchFolder made, ScratchFolder::Make());
    scratch.emplace(std::move(made));
    auto unpacked = import::UnpackGitBundle(bundle->stream(), scratch->path());
    if (!unpacked.ok()) return OfInput(path, unpacked.status().WithContext(VisibleText(path)));
    place = *std::move(unpacked);
  } else {
    auto found = import::FindGitPlace(path);
    if (!found.ok()) return found.status().WithContext(VisibleText(path));
    place = *std::move(found);
  }
  auto reader = import::GitHistoryReader::Open(place, std::move(options));
  if (!reader.ok()) return reader.status().WithContext(VisibleText(path));
  return ImportStates(path, InputFormat::kGit, **reader, nullptr);
}

}  // namespace muragat::tools
