#include <cstdlib>
#include <iostream>

#include <unistd.h>

#include "tools/command_line.h"
#include "tools/progress_line.h"

int main(int argument_count, char** arguments) {
  std::ios::sync_with_stdio(false);
  muragat::tools::CatchInterrupts();
  muragat::tools::Surroundings surroundings{
      .out = std::cout,
      .err = std::cerr,
      .input_descriptor = STDIN_FILENO,
      .out_is_terminal = isatty(STDOUT_FILENO) != 0,
      .err_is_terminal = isatty(STDERR_FILENO) != 0,
      .archive = std::getenv("MURAGAT_ARCHIVE"),
      .no_color = std::getenv("NO_COLOR"),
  };
  return static_cast<int>(muragat::tools::RunCommandLine(argument_count, arguments, surroundings));
}
