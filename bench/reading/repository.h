#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "bench/reading/answer.h"
#include "muragat/base/status.h"

struct git_repository;

namespace muragat::bench {

// A bare git repository, read through libgit2. Objects are not hashed again when they are read (libgit2 does
// so unless it is told not to), which is to git's advantage. Thread-safety: one thread.
class Repository {
 public:
  // Errors: kIo: libgit2's own message.
  static Result<std::unique_ptr<Repository>> Open(const std::string& path);
  ~Repository();
  Repository(const Repository&) = delete;
  Repository& operator=(const Repository&) = delete;

  // The bytes of the file `path` in the tree of `commit` (40 hex digits), as libgit2 holds them.
  // Errors: kNotFound: no such commit, or no file of that path in it.
  Result<Answer> ReadFile(const std::string& commit, const std::string& path) const;

 private:
  explicit Repository(git_repository* repository) : repository_(repository) {}
  git_repository* repository_;
};

// "1.5.1"
std::string LibraryVersion();

}  // namespace muragat::bench
