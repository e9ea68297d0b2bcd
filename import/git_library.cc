#include "import/git_library.h"

#include <string>

#include "muragat/base/shared_library.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

// The version whose functions git2.h declares: they are called through its table.
constexpr char kFile[] = "libgit2.so." LIBGIT2_SOVERSION;

Result<GitLibrary> Load() {
  MURAGAT_ASSIGN_OR_RETURN(const SharedLibrary library, SharedLibrary::Open(kFile));
  GitLibrary git;
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_libgit2_init", git.libgit2_init));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_error_last", git.error_last));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_odb_new", git.odb_new));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_odb_free", git.odb_free));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_odb_add_backend", git.odb_add_backend));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_odb_backend_pack", git.odb_backend_pack));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_odb_backend_loose", git.odb_backend_loose));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_odb_read_header", git.odb_read_header));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_repository_wrap_odb", git.repository_wrap_odb));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_repository_free", git.repository_free));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_commit_lookup", git.commit_lookup));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_commit_free", git.commit_free));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_commit_parentcount", git.commit_parentcount));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_commit_parent_id", git.commit_parent_id));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_commit_tree_id", git.commit_tree_id));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_commit_author", git.commit_author));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_commit_message", git.commit_message));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_tree_lookup", git.tree_lookup));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_tree_free", git.tree_free));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_tree_entrycount", git.tree_entrycount));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_tree_entry_byindex", git.tree_entry_byindex));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_tree_entry_name", git.tree_entry_name));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_tree_entry_id", git.tree_entry_id));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_tree_entry_filemode", git.tree_entry_filemode));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_blob_lookup", git.blob_lookup));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_blob_free", git.blob_free));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_blob_rawcontent", git.blob_rawcontent));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_blob_rawsize", git.blob_rawsize));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_oid_fromstr", git.oid_fromstr));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_indexer_new", git.indexer_new));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_indexer_append", git.indexer_append));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_indexer_commit", git.indexer_commit));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_indexer_free", git.indexer_free));
  MURAGAT_RETURN_IF_ERROR(library.Bind("git_libgit2_opts", git.libgit2_opts));
  if (git.libgit2_init() < 0) return git.Failure("libgit2 does not start");
  // As git does: what is read is checked by zlib and by its size, not hashed again.
  git.libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  return git;
}

}  // namespace

Status GitLibrary::Failure(const char* what) const {
  const git_error* const last = error_last();
  return Status::InvalidArgument(std::string(what) + (last != nullptr && last->message != nullptr
                                                          ? ": " + VisibleText(last->message)
                                                          : ""));
}

Result<const GitLibrary*> LoadGitLibrary() {
  static const Result<GitLibrary> library = Load();
  if (!library.ok()) return library.status();
  return &*library;
}

}  // namespace muragat::import
