#include "bench/reading/repository.h"

#include <git2.h>

namespace muragat::bench {
namespace {

struct Release {
  void operator()(git_commit* commit) const { git_commit_free(commit); }
  void operator()(git_tree* tree) const { git_tree_free(tree); }
  void operator()(git_tree_entry* entry) const { git_tree_entry_free(entry); }
  void operator()(git_blob* blob) const { git_blob_free(blob); }
};

template <typename Object>
using Owned = std::unique_ptr<Object, Release>;

std::string LastMessage() {
  const git_error* error = git_error_last();
  return error == nullptr || error->message == nullptr ? "unknown failure of libgit2" : error->message;
}

}  // namespace

Result<std::unique_ptr<Repository>> Repository::Open(const std::string& path) {
  git_libgit2_init();
  git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  git_repository* repository = nullptr;
  if (git_repository_open_bare(&repository, path.c_str()) != 0) {
    const Status status = Status::Io(path + ": " + LastMessage());
    git_libgit2_shutdown();
    return status;
  }
  return std::unique_ptr<Repository>(new Repository(repository));
}

Repository::~Repository() {
  git_repository_free(repository_);
  git_libgit2_shutdown();
}

Result<Answer> Repository::ReadFile(const std::string& commit, const std::string& path) const {
  git_oid id;
  git_commit* found_commit = nullptr;
  if (git_oid_fromstr(&id, commit.c_str()) != 0 || git_commit_lookup(&found_commit, repository_, &id) != 0) {
    return Status::NotFound(commit + ": " + LastMessage());
  }
  const Owned<git_commit> owned_commit(found_commit);
  git_tree* tree = nullptr;
  if (git_commit_tree(&tree, found_commit) != 0) return Status::NotFound(commit + ": " + LastMessage());
  const Owned<git_tree> owned_tree(tree);
  git_tree_entry* entry = nullptr;
  if (git_tree_entry_bypath(&entry, tree, path.c_str()) != 0) {
    return Status::NotFound(path + ": " + LastMessage());
  }
  const Owned<git_tree_entry> owned_entry(entry);
  git_blob* blob = nullptr;
  if (git_blob_lookup(&blob, repository_, git_tree_entry_id(entry)) != 0) {
    return Status::NotFound(path + ": " + LastMessage());
  }
  return Answer{
      {static_cast<const char*>(git_blob_rawcontent(blob)), static_cast<size_t>(git_blob_rawsize(blob))},
      std::shared_ptr<const git_blob>(blob, [](git_blob* held) { git_blob_free(held); })};
}

std::string LibraryVersion() {
  int major = 0, minor = 0, revision = 0;
  git_libgit2_version(&major, &minor, &revision);
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(revision);
}

}  // namespace muragat::bench
