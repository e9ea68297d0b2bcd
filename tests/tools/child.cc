#include "tests/tools/child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace muragat::tools {
namespace {

void Close(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

// In the child, between fork and exec.
[[noreturn]] void Become(const std::vector<char*>& arguments, int in, int out, int err,
                         uint64_t max_file_bytes) {
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  std::signal(SIGPIPE, SIG_DFL);
  if (max_file_bytes > 0) {
    const rlimit limit{max_file_bytes, max_file_bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ::execvp(arguments.front(), arguments.data());
  ::_exit(127);
}

}  // namespace

Child::Child(const Words& words, const ChildOptions& options) : errors_(std::tmpfile()) {
  std::signal(SIGPIPE, SIG_IGN);  // a program that has gone is an answer
  std::array<int, 2> in{-1, -1}, out{-1, -1};
  if (options.input.empty()) {
    if (::pipe2(in.data(), O_CLOEXEC) != 0) return;
  } else {
    in[0] = ::open(options.input.c_str(), O_RDONLY | O_CLOEXEC);
  }
  if (options.output.empty()) {
    if (::pipe2(out.data(), O_CLOEXEC) != 0) return;
  } else {
    out[1] = ::open(options.output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  }
  Words copies = words;
  std::vector<char*> arguments;
  for (std::string& word : copies) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ == 0) Become(arguments, in[0], out[1], fileno(errors_), options.max_file_bytes);
  Close(in[0]);
  Close(out[1]);
  to_child_ = in[1];
  from_child_ = out[0];
}

Child::~Child() {
  if (pid_ > 0 && Running()) {
    Signal(SIGKILL);
    Reap(true);
  }
  Close(to_child_);
  Close(from_child_);
  if (errors_ != nullptr) std::fclose(errors_);
}

bool Child::Write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::write(to_child_, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(size));
  }
  return true;
}

void Child::CloseInput() { Close(to_child_); }

int Child::Unread() const {
  int count = 0;
  ::ioctl(to_child_, FIONREAD, &count);
  return count;
}

std::string Child::ReadLine() {
  while (true) {
    if (const size_t end = unread_.find('\n'); end != std::string::npos) {
      std::string line = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return line;
    }
    const size_t before = unread_.size();
    std::string more = ReadBytes(before + 1);
    const bool at_end = more.size() == before;
    unread_.insert(0, more);
    if (at_end) return std::exchange(unread_, {});
  }
}

std::string Child::ReadBytes(size_t size) {
  std::array<char, size_t{64} << 10> buffer;
  while (unread_.size() < size) {
    const ssize_t count = ::read(from_child_, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    unread_.append(buffer.data(), static_cast<size_t>(count));
  }
  std::string bytes = unread_.substr(0, size);
  unread_.erase(0, bytes.size());
  return bytes;
}

void Child::Signal(int signal) const {
  if (!ended_) ::kill(pid_, signal);
}

bool Child::Running() {
  Reap(false);
  return !ended_;
}

void Child::Reap(bool wait) {
  if (ended_) return;
  rusage usage{};
  pid_t reaped = 0;
  do {
    reaped = ::wait4(pid_, &status_, wait ? 0 : WNOHANG, &usage);
  } while (reaped < 0 && errno == EINTR);
  if (reaped != pid_) return;
  ended_ = true;
  peak_bytes_ = static_cast<uint64_t>(usage.ru_maxrss) << 10;
  for (const timeval& spent : {usage.ru_utime, usage.ru_stime})
    cpu_milliseconds_ +=
        static_cast<uint64_t>(spent.tv_sec) * 1'000 + static_cast<uint64_t>(spent.tv_usec) / 1'000;
}

Outcome Child::Wait() {
  Close(to_child_);
  Outcome outcome;
  if (from_child_ >= 0) outcome.out = ReadBytes(SIZE_MAX);
  Reap(true);
  outcome.code = WIFEXITED(status_) ? WEXITSTATUS(status_) : -WTERMSIG(status_);
  std::rewind(errors_);
  std::array<char, 4096> buffer;
  for (size_t size = 0; (size = std::fread(buffer.data(), 1, buffer.size(), errors_)) > 0;) {
    outcome.err.append(buffer.data(), size);
  }
  return outcome;
}

Words ProgramWords(const Workbench& bench, const Words& words) {
  Words all = {"env",           "-u", "MURAGAT_KEY",  "XDG_DATA_HOME=" + bench.KeyFolder(),
               MURAGAT_PROGRAM, "-C", bench.Archive()};
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

Outcome RunProgram(const Workbench& bench, const Words& words, const ChildOptions& options) {
  return Child(ProgramWords(bench, words), options).Wait();
}

bool HoldsLock(const Workbench& bench, const Child& writer) {
  const int file = ::open((bench.Archive() + "/db/LOCK").c_str(), O_RDWR | O_CLOEXEC);
  if (file < 0) return false;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  ::fcntl(file, F_GETLK, &lock);
  ::close(file);
  return lock.l_type != F_UNLCK && lock.l_pid == writer.pid();
}

bool WaitUntil(const std::function<bool()>& condition) {
  constexpr int kLooks = 60'000;
  for (int look = 0; look < kLooks; ++look) {
    if (condition()) return true;
    ::poll(nullptr, 0, 1);
  }
  return false;
}

}  // namespace muragat::tools
