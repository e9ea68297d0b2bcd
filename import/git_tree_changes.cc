#include "import/git_tree_changes.h"

#include <algorithm>
#include <memory>

namespace muragat::import {
namespace {

constexpr size_t kMaxChanges = 500'000;  // of one commit
constexpr size_t kMaxVisits = 4 * kMaxChanges;
constexpr int kMaxDepth = 64;

struct Entry {
  std::string_view name;
  GitId id{};
  bool tree = false;
};

class Comparison {
 public:
  Comparison(const GitLibrary& git, git_repository* repository, std::vector<GitChange>& changes)
      : git_(git), repository_(repository), changes_(changes) {}

  Status Compare(const std::optional<GitId>& before, const std::optional<GitId>& after, std::string& path,
                 int depth) {
    if (before == after) return Status::Ok();
    if (depth > kMaxDepth) return Status::InvalidArgument("its folders are nested more than 64 deep");
    Tree old_tree(git_), new_tree(git_);
    MURAGAT_RETURN_IF_ERROR(Open(before, old_tree));
    MURAGAT_RETURN_IF_ERROR(Open(after, new_tree));
    auto old_entry = old_tree.entries.begin(), new_entry = new_tree.entries.begin();
    while (old_entry != old_tree.entries.end() || new_entry != new_tree.entries.end()) {
      const bool has_old = old_entry != old_tree.entries.end(), has_new = new_entry != new_tree.entries.end();
      const bool takes_old = has_old && (!has_new || old_entry->name <= new_entry->name);
      const bool takes_new = has_new && (!has_old || new_entry->name <= old_entry->name);
      MURAGAT_RETURN_IF_ERROR(
          CompareEntries(takes_old ? &*old_entry : nullptr, takes_new ? &*new_entry : nullptr, path, depth));
      if (takes_old) ++old_entry;
      if (takes_new) ++new_entry;
    }
    return Status::Ok();
  }

 private:
  struct Tree {
    explicit Tree(const GitLibrary& library) : git(library) {}
    ~Tree() { git.tree_free(tree); }
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;
    const GitLibrary& git;
    git_tree* tree = nullptr;
    std::vector<Entry> entries;  // by name
  };

  Status Open(const std::optional<GitId>& id, Tree& tree) {
    if (!id) return Status::Ok();
    const git_oid oid = OidOf(*id);
    if (git_.tree_lookup(&tree.tree, repository_, &oid) < 0) return git_.Failure("a tree cannot be read");
    const size_t count = git_.tree_entrycount(tree.tree);
    visits_ += count + 1;
    if (visits_ > kMaxVisits)
      return Status::InvalidArgument("too many of its files differ from the one before");
    for (size_t i = 0; i < count; ++i) {
      const git_tree_entry* const entry = git_.tree_entry_byindex(tree.tree, i);
      const git_filemode_t mode = git_.tree_entry_filemode(entry);
      if (mode == GIT_FILEMODE_LINK || mode == GIT_FILEMODE_COMMIT) continue;
      tree.entries.push_back(
          {git_.tree_entry_name(entry), IdOf(*git_.tree_entry_id(entry)), mode == GIT_FILEMODE_TREE});
    }
    std::sort(tree.entries.begin(), tree.entries.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return Status::Ok();
  }

  // One name of both trees; null where it is not there.
  Status CompareEntries(const Entry* before, const Entry* after, std::string& path, int depth) {
    if (before != nullptr && after != nullptr && before->id == after->id && before->tree == after->tree) {
      return Status::Ok();
    }
    const size_t size = path.size();
    path.append(before != nullptr ? before->name : after->name);
    const auto id_where = [](const Entry* entry, bool tree) {
      return entry != nullptr && entry->tree == tree ? std::optional<GitId>(entry->id) : std::nullopt;
    };
    const auto old_file = id_where(before, false), new_file = id_where(after, false);
    if (old_file != new_file) {
      if (changes_.size() >= kMaxChanges)
        return Status::InvalidArgument("more than 500,000 of its files differ");
      changes_.push_back({path, new_file, old_file});
    }
    path.push_back('/');
    MURAGAT_RETURN_IF_ERROR(Compare(id_where(before, true), id_where(after, true), path, depth + 1));
    path.resize(size);
    return Status::Ok();
  }

  const GitLibrary& git_;
  git_repository* repository_;
  std::vector<GitChange>& changes_;
  size_t visits_ = 0;
};

}  // namespace

Status FindGitChanges(const GitLibrary& git, git_repository* repository, const std::optional<GitId>& before,
                      const std::optional<GitId>& after, std::vector<GitChange>& changes) {
  changes.clear();
  std::string path;
  return Comparison(git, repository, changes).Compare(before, after, path, 0);
}

}  // namespace muragat::import
