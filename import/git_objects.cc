#include "import/git_objects.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <system_error>

#include "import/git_library.h"
#include "muragat/base/bytes.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

namespace fs = std::filesystem;
using Branches = std::map<std::string, std::string>;  // of refs/heads/…: the commit

constexpr size_t kMaxRefBytes = size_t{16} << 20;

bool IsObjectId(std::string_view text) {
  return text.size() == 40 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

// A small file that is no link; nothing where there is none.
std::optional<std::string> ReadPlainFile(const fs::path& path) {
  std::error_code error;
  const auto status = fs::symlink_status(path, error);
  if (error || status.type() != fs::file_type::regular) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  const auto size = fs::file_size(path, error);
  if (error || size > kMaxRefBytes) return std::nullopt;
  std::string text(size, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<size_t>(file.gcount()));
  return text;
}

std::string FirstLine(std::string text) {
  text.resize(std::min(text.find('\n'), text.size()));
  while (text.ends_with(' ') || text.ends_with('\r')) text.pop_back();
  return text;
}

// Adds a line "ID refs/heads/NAME".
void AddBranch(std::string_view line, Branches& branches) {
  const size_t blank = line.find(' ');
  if (blank == line.npos || !IsObjectId(line.substr(0, blank))) return;
  branches.try_emplace(std::string(line.substr(blank + 1)), line.substr(0, blank));
}

Branches ReadBranches(const fs::path& folder) {
  Branches branches;
  std::error_code error;
  const fs::path heads = folder / "refs" / "heads";
  for (fs::recursive_directory_iterator at(heads, error), end; !error && at != end; at.increment(error)) {
    const auto text = ReadPlainFile(at->path());
    if (text)
      AddBranch(FirstLine(*text) + " " + fs::relative(at->path(), folder, error).generic_string(), branches);
  }
  const std::string packed = ReadPlainFile(folder / "packed-refs").value_or("");
  for (std::string_view rest = packed; !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    AddBranch(rest.substr(0, end), branches);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::erase_if(branches, [](const auto& branch) { return !branch.first.starts_with("refs/heads/"); });
  return branches;
}

// The commit that `branches` end with: of `head`, else main's, master's or the only one's.
Result<std::string> ChooseTip(const Branches& branches, const std::string& head) {
  for (const std::string& name : {head, std::string("refs/heads/main"), std::string("refs/heads/master")}) {
    if (const auto found = branches.find(name); found != branches.end()) return found->second;
  }
  if (branches.size() == 1) return branches.begin()->second;
  return Status::InvalidArgument(branches.empty()
                                     ? "it holds no branch"
                                     : "which of its branches is meant is not clear: none is main or HEAD");
}

}  // namespace

bool IsGitFolder(const std::string& folder) {
  std::error_code error;
  const fs::path path(folder);
  return fs::exists(path / ".git", error) ||
         (fs::exists(path / "HEAD", error) && fs::is_directory(path / "objects", error));
}

Result<GitPlace> FindGitPlace(const std::string& folder) {
  std::error_code error;
  fs::path path(folder);
  if (fs::exists(path / ".git", error)) path /= ".git";
  if (fs::symlink_status(path, error).type() != fs::file_type::directory && path.filename() == ".git") {
    return Status::InvalidArgument("its objects lie elsewhere: name the repository itself");
  }
  const auto head = ReadPlainFile(path / "HEAD");
  if (!head || fs::symlink_status(path / "objects", error).type() != fs::file_type::directory) {
    return Status::InvalidArgument("it is no repository of git");
  }
  const std::string target = FirstLine(*head);
  GitPlace place{(path / "objects").string(), target};
  if (IsObjectId(target)) return place;
  MURAGAT_ASSIGN_OR_RETURN(
      place.tip, ChooseTip(ReadBranches(path), target.starts_with("ref: ") ? target.substr(5) : ""));
  return place;
}

bool LooksLikeGitBundle(std::string_view head) {
  return head.starts_with("# v2 git bundle\n") || head.starts_with("# v3 git bundle\n");
}

namespace {

// A stream that gives its beginning line by line.
class BundleHead {
 public:
  explicit BundleHead(ByteSource& source) : source_(source), buffer_(size_t{64} << 10) {}
  Result<std::string> ReadLine() {
    constexpr size_t kMaxLine = 8192;
    std::string line;
    while (line.size() < kMaxLine) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string_view more, Rest());
      if (more.empty()) break;
      const size_t feed = more.find('\n');
      line.append(more.substr(0, feed));
      at_ += std::min(feed, more.size() - 1) + 1;
      if (feed != more.npos) return line;
    }
    return Status::InvalidArgument("the bundle ends in its head");
  }
  // What is read and not given, or what comes next; empty at the end.
  Result<std::string_view> Rest() {
    if (at_ == size_) {
      MURAGAT_ASSIGN_OR_RETURN(size_, source_.Read(buffer_));
      at_ = 0;
    }
    return std::string_view(buffer_.data() + at_, size_ - at_);
  }
  void Take() { at_ = size_; }
  // So many bytes, or fewer at the end.
  Result<std::string> ReadBytes(size_t count) {
    std::string bytes;
    while (bytes.size() < count) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string_view more, Rest());
      if (more.empty()) break;
      const std::string_view taken = more.substr(0, count - bytes.size());
      bytes.append(taken);
      at_ += taken.size();
    }
    return bytes;
  }

 private:
  ByteSource& source_;
  std::vector<char> buffer_;
  size_t at_ = 0, size_ = 0;
};

constexpr size_t kPackHeaderBytes = 12;

// A pack's header (gitformat-pack): how many objects it says that it holds. libgit2 takes memory for as many.
Status CheckPackHeader(std::string_view header) {
  constexpr size_t kCountBytes = 4;
  constexpr uint64_t kMostObjects = uint64_t{16} << 20;
  if (header.size() < kPackHeaderBytes || !header.starts_with("PACK"))
    return Status::InvalidArgument("the bundle holds no pack");
  ByteReader reader(header.substr(kPackHeaderBytes - kCountBytes));
  const uint64_t objects = reader.ReadBigEndian(kCountBytes);
  if (objects <= kMostObjects) return Status::Ok();
  return Status::InvalidArgument("the bundle's pack says that it holds " + std::to_string(objects) +
                                 " objects: at most " + std::to_string(kMostObjects) + " are read");
}

Status IndexPack(const GitLibrary& git, BundleHead& bundle, const std::string& folder) {
  MURAGAT_ASSIGN_OR_RETURN(const std::string header, bundle.ReadBytes(kPackHeaderBytes));
  MURAGAT_RETURN_IF_ERROR(CheckPackHeader(header));
  git_indexer* indexer = nullptr;
  if (git.indexer_new(&indexer, folder.c_str(), 0, nullptr, nullptr) < 0) {
    return git.Failure("the bundle cannot be unpacked");
  }
  const std::unique_ptr<git_indexer, decltype(git.indexer_free)> owner(indexer, git.indexer_free);
  git_indexer_progress progress{};
  if (git.indexer_append(indexer, header.data(), header.size(), &progress) < 0)
    return git.Failure("the bundle's pack is damaged");
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(const std::string_view rest, bundle.Rest());
    if (rest.empty()) break;
    if (git.indexer_append(indexer, rest.data(), rest.size(), &progress) < 0) {
      return git.Failure("the bundle's pack is damaged");
    }
    bundle.Take();
  }
  if (git.indexer_commit(indexer, &progress) < 0) return git.Failure("the bundle's pack is damaged");
  return Status::Ok();
}

}  // namespace

Result<GitPlace> UnpackGitBundle(ByteSource& source, const std::string& folder) {
  MURAGAT_ASSIGN_OR_RETURN(const GitLibrary* const git, LoadGitLibrary());
  BundleHead bundle(source);
  MURAGAT_ASSIGN_OR_RETURN(std::string line, bundle.ReadLine());
  if (!LooksLikeGitBundle(line + "\n")) return Status::InvalidArgument("it is no bundle of git");
  Branches branches;
  std::string head;
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(line, bundle.ReadLine());
    if (line.empty()) break;
    if (line.starts_with('-')) {
      return Status::InvalidArgument(
          "the bundle needs commits that it does not hold: make one of the whole history");
    }
    if (line.starts_with("@filter") || line == "@object-format=sha256") {
      return Status::InvalidArgument("such a bundle is not read: " + VisibleText(line));
    }
    if (line.size() == 45 && line.ends_with(" HEAD")) head = line.substr(0, 40);
    AddBranch(line, branches);
  }
  std::error_code error;
  GitPlace place{folder, head};
  fs::create_directories(fs::path(folder) / "pack", error);
  if (error) return Status::Io("cannot make a folder to unpack in: " + error.message());
  MURAGAT_RETURN_IF_ERROR(IndexPack(*git, bundle, (fs::path(folder) / "pack").string()));
  if (place.tip.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(place.tip, ChooseTip(branches, ""));
  }
  return place;
}

}  // namespace muragat::import
