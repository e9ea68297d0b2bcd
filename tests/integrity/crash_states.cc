#include "tests/integrity/crash_states.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "tests/support/scratch_folder.h"

namespace muragat::integrity {
namespace {

namespace fs = std::filesystem;
using Kind = FileOperation::Kind;

constexpr size_t kBlockBytes = 512;

struct FileState {
  std::string bytes;
  std::string durable;  // as it was when it was synced last
};

std::string FolderOf(const std::string& path) { return fs::path(path).parent_path().string(); }

bool MayHaveHoles(const std::string& path) {
  return path.find("/MANIFEST-") == std::string::npos && !path.ends_with(".log");
}

// What is left of the bytes that came after the last sync.
std::string Leave(const FileState& file, bool with_holes, std::mt19937_64& random) {
  const auto pick = [&](uint64_t count) { return static_cast<size_t>(random() % count); };
  const bool grew = file.bytes.size() > file.durable.size() && file.bytes.starts_with(file.durable);
  switch (pick(4)) {
    case 0:
      return file.durable;
    case 1:
      return file.bytes;
    case 2:
      if (!grew) return file.durable;
      return file.bytes.substr(0, file.durable.size() + pick(file.bytes.size() - file.durable.size() + 1));
    default: {
      if (!grew || !with_holes) return file.bytes;
      std::string torn = file.bytes;
      for (size_t at = file.durable.size(); at < torn.size(); at += kBlockBytes) {
        if (pick(2) == 0) continue;
        std::fill_n(torn.begin() + static_cast<ptrdiff_t>(at), std::min(kBlockBytes, torn.size() - at), '\0');
      }
      return torn;
    }
  }
}

using Names = std::map<std::string, uint64_t>;  // the files' numbers by path

void Apply(const FileOperation& operation, Names& names) {
  switch (operation.kind) {
    case Kind::kCreate:
      names[operation.path] = operation.file;
      break;
    case Kind::kDelete:
      names.erase(operation.path);
      break;
    case Kind::kLink:
    case Kind::kRename:
      if (const auto from = names.find(operation.path); from != names.end()) {
        names[operation.to] = from->second;
        if (operation.kind == Kind::kRename) names.erase(operation.path);
      }
      break;
    default:
      break;
  }
}

}  // namespace

std::map<std::string, std::string> CrashStates::After(size_t operations, std::mt19937_64& random) const {
  std::map<uint64_t, FileState> files;
  Names names;                                 // as they are durable
  std::vector<const FileOperation*> unsynced;  // changes of names since
  for (size_t i = 0; i < operations; ++i) {
    const FileOperation& operation = operations_[i];
    FileState* const file = operation.file != 0 ? &files[operation.file] : nullptr;
    switch (operation.kind) {
      case Kind::kAppend:
        file->bytes += operation.bytes;
        break;
      case Kind::kTruncate:
        file->bytes.resize(operation.size);
        break;
      case Kind::kSync:
        file->durable = file->bytes;
        break;
      case Kind::kSyncFolder: {
        const auto is_in = [&](const FileOperation* change) {
          const std::string& last = change->to.empty() ? change->path : change->to;
          return FolderOf(last) == operation.path;
        };
        for (const FileOperation* change : unsynced) {
          if (is_in(change)) Apply(*change, names);
        }
        std::erase_if(unsynced, is_in);
        break;
      }
      case Kind::kMakeFolder:
        break;  // folders are there
      default:
        unsynced.push_back(&operation);
    }
  }
  const bool in_order = random() % 2 == 0;
  const size_t reached = in_order ? random() % (unsynced.size() + 1) : unsynced.size();
  for (size_t i = 0; i < reached; ++i) {
    if (in_order || random() % 2 == 0) Apply(*unsynced[i], names);
  }
  std::map<std::string, std::string> tree;
  std::map<uint64_t, std::string> kept;  // one content a file, whatever its names
  for (const auto& [path, number] : names) {
    const auto known = kept.find(number);
    tree[path] = known != kept.end() ? known->second
                                     : (kept[number] = Leave(files[number], MayHaveHoles(path), random));
  }
  return tree;
}

void CrashStates::WriteAfter(size_t operations, std::mt19937_64& random, const std::string& root,
                             const std::string& folder) const {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const auto& [path, bytes] : After(operations, random)) {
    const std::string place = folder + path.substr(root.size());
    fs::create_directories(fs::path(place).parent_path());
    support::WriteFile(place, bytes);
  }
}

}  // namespace muragat::integrity
