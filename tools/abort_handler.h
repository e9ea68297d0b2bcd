#pragma once

#include <string>

namespace muragat::tools {

// From now on an abort ends the program with exit code 4 and a line on standard error. RocksDB as Debian
// builds it checks assertions, and some damage to an archive's files makes one fail; nothing was written by
// then that counts. Call it once.
void CatchAborts();

// What is to be written to standard output then, too: so many bytes, at most 500. Empty: nothing.
void SetAbortOutput(const std::string& output);

}  // namespace muragat::tools
