#include "muragat/store/writer_lock.h"

#include <filesystem>
#include <mutex>
#include <set>

#include <fcntl.h>
#include <unistd.h>

namespace muragat {
namespace {

struct Marks {
  std::mutex mutex;
  std::multiset<std::string> paths;
};

Marks& AllMarks() {
  static Marks marks;
  return marks;
}

std::string Canonical(const std::string& path) {
  std::error_code error;
  const auto canonical = std::filesystem::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

}  // namespace

WriterMark::WriterMark(const std::string& path) : path_(Canonical(path)) {
  const std::lock_guard guard(AllMarks().mutex);
  AllMarks().paths.insert(path_);
}

WriterMark::~WriterMark() {
  const std::lock_guard guard(AllMarks().mutex);
  AllMarks().paths.erase(AllMarks().paths.find(path_));
}

bool IsBeingWritten(const std::string& path) {
  // The system drops a process's own lock when the process closes the file, however it was opened: so a lock
  // of this process must be known without a look at the file.
  const std::lock_guard guard(AllMarks().mutex);
  if (AllMarks().paths.contains(Canonical(path))) return true;
  const int file = ::open((path + "/LOCK").c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  struct flock lock = {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  const bool held = ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  ::close(file);
  return held;
}

}  // namespace muragat
