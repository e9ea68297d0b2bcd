// Runs a command and writes what it took: a small process of its own, because Linux counts the memory of the
// process that starts a program as the program's (so a large one would hide what a small one needs).
//
// Usage: measure FILE COMMAND [ARGUMENT…]
//
// Writes one line to FILE: wall seconds, CPU seconds (user and system, also of the children that the command
// waited for), largest resident set in bytes. Exit: that of the command (128 + the signal that killed it);
// 127 it could not be started; 2 usage; 1 FILE could not be written.
#include <chrono>
#include <cstdio>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: measure FILE COMMAND [ARGUMENT...]\n", stderr);
    return 2;
  }
  const auto began = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execvp(argv[2], argv + 2);
    std::perror(argv[2]);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) != child) {
    std::perror("measure");
    return 127;
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began;
  constexpr int kBytesPerUnit = 1024;  // of ru_maxrss
  std::FILE* out = std::fopen(argv[1], "w");
  if (out == nullptr) {
    std::perror(argv[1]);
    return 1;
  }
  std::fprintf(out, "%.6f %.6f %ld\n", wall.count(), Seconds(used.ru_utime) + Seconds(used.ru_stime),
               used.ru_maxrss * kBytesPerUnit);
  if (std::fclose(out) != 0) return 1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
