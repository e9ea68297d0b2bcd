#pragma once

#include <algorithm>
#include <array>

#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include "muragat/base/status.h"

namespace muragat::import {

// What is used of libgit2, under its own names without "git_". Only sources include this header.
struct GitLibrary {
  decltype(&::git_libgit2_init) libgit2_init = nullptr;
  decltype(&::git_libgit2_opts) libgit2_opts = nullptr;
  decltype(&::git_error_last) error_last = nullptr;
  decltype(&::git_odb_new) odb_new = nullptr;
  decltype(&::git_odb_free) odb_free = nullptr;
  decltype(&::git_odb_add_backend) odb_add_backend = nullptr;
  decltype(&::git_odb_backend_pack) odb_backend_pack = nullptr;
  decltype(&::git_odb_backend_loose) odb_backend_loose = nullptr;
  decltype(&::git_odb_read_header) odb_read_header = nullptr;
  decltype(&::git_repository_wrap_odb) repository_wrap_odb = nullptr;
  decltype(&::git_repository_free) repository_free = nullptr;
  decltype(&::git_commit_lookup) commit_lookup = nullptr;
  decltype(&::git_commit_free) commit_free = nullptr;
  decltype(&::git_commit_parentcount) commit_parentcount = nullptr;
  decltype(&::git_commit_parent_id) commit_parent_id = nullptr;
  decltype(&::git_commit_tree_id) commit_tree_id = nullptr;
  decltype(&::git_commit_author) commit_author = nullptr;
  decltype(&::git_commit_message) commit_message = nullptr;
  decltype(&::git_tree_lookup) tree_lookup = nullptr;
  decltype(&::git_tree_free) tree_free = nullptr;
  decltype(&::git_tree_entrycount) tree_entrycount = nullptr;
  decltype(&::git_tree_entry_byindex) tree_entry_byindex = nullptr;
  decltype(&::git_tree_entry_name) tree_entry_name = nullptr;
  decltype(&::git_tree_entry_id) tree_entry_id = nullptr;
  decltype(&::git_tree_entry_filemode) tree_entry_filemode = nullptr;
  decltype(&::git_blob_lookup) blob_lookup = nullptr;
  decltype(&::git_blob_free) blob_free = nullptr;
  decltype(&::git_blob_rawcontent) blob_rawcontent = nullptr;
  decltype(&::git_blob_rawsize) blob_rawsize = nullptr;
  decltype(&::git_oid_fromstr) oid_fromstr = nullptr;
  decltype(&::git_indexer_new) indexer_new = nullptr;
  decltype(&::git_indexer_append) indexer_append = nullptr;
  decltype(&::git_indexer_commit) indexer_commit = nullptr;
  decltype(&::git_indexer_free) indexer_free = nullptr;

  // What went wrong last, behind `what`. kInvalidArgument: a repository that cannot be read is the input's
  // fault.
  Status Failure(const char* what) const;
};

// The name of an object, as a value that can be compared.
using GitId = std::array<unsigned char, GIT_OID_RAWSZ>;
inline GitId IdOf(const git_oid& oid) {
  GitId id{};
  std::copy_n(oid.id, id.size(), id.begin());
  return id;
}
inline git_oid OidOf(const GitId& id) {
  git_oid oid;
  std::copy(id.begin(), id.end(), oid.id);
  return oid;
}

// Loads it when it is first asked for. Errors: kInvalidArgument: libgit2 is not on this machine.
// Thread-safety: any thread.
Result<const GitLibrary*> LoadGitLibrary();

}  // namespace muragat::import
