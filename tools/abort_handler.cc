#include "tools/abort_handler.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <string_view>

#include <unistd.h>

#include "tools/exit_code.h"

namespace muragat::tools {
namespace {

constexpr std::string_view kMessage =
    "muragat: the database gave up, as it does where files of the archive are damaged: nothing was changed: "
    "run `muragat verify`, and see doc/integrity.md\n";

// Read by the handler: no memory may be asked for there.
std::array<char, 500> g_output;
volatile std::sig_atomic_t g_output_bytes = 0;

void OnAbort(int) {
  ssize_t written = ::write(STDOUT_FILENO, g_output.data(), static_cast<size_t>(g_output_bytes));
  written = ::write(STDERR_FILENO, kMessage.data(), kMessage.size());
  static_cast<void>(written);
  ::_exit(static_cast<int>(ExitCode::kDamage));
}

}  // namespace

void CatchAborts() { std::signal(SIGABRT, OnAbort); }

void SetAbortOutput(const std::string& output) {
  const size_t size = std::min(output.size(), g_output.size());
  std::copy_n(output.begin(), size, g_output.begin());
  g_output_bytes = static_cast<std::sig_atomic_t>(size);
}

}  // namespace muragat::tools
