#include <algorithm>
#include <cstdlib>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "tools/abort_handler.h"
#include "tools/command_line.h"
#include "tools/progress_line.h"

namespace {

// How wide the terminal is; without one, what COLUMNS says, else 100.
size_t CountColumns() {
  constexpr size_t kDefault = 100, kLeast = 40, kMost = 1000;
  winsize size{};
  size_t columns = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
  const char* said = std::getenv("COLUMNS");
  if (columns == 0 && said != nullptr) columns = std::strtoul(said, nullptr, 10);
  return columns == 0 ? kDefault : std::clamp(columns, kLeast, kMost);
}

}  // namespace

int main(int argument_count, char** arguments) {
  std::ios::sync_with_stdio(false);
  muragat::tools::CatchInterrupts();
  muragat::tools::CatchAborts();
  muragat::tools::Surroundings surroundings{
      .out = std::cout,
      .err = std::cerr,
      .input_descriptor = STDIN_FILENO,
      .out_is_terminal = isatty(STDOUT_FILENO) != 0,
      .err_is_terminal = isatty(STDERR_FILENO) != 0,
      .out_columns = CountColumns(),
      .archive = std::getenv("MURAGAT_ARCHIVE"),
      .no_color = std::getenv("NO_COLOR"),
      .key = std::getenv("MURAGAT_KEY"),
      .data_home = std::getenv("XDG_DATA_HOME"),
      .home = std::getenv("HOME"),
  };
  return static_cast<int>(muragat::tools::RunCommandLine(argument_count, arguments, surroundings));
}
