#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat::tools {

// Keeps texts on disk until they are wanted, in a file of no name, so that nothing is left behind whatever
// happens. Thread-safety: one thread.
class Spool {
 public:
  struct Extent {
    int64_t at = 0;
    size_t size_bytes = 0;
  };

  // Errors: kIo: there is no room for a temporary file.
  static Result<Spool> Begin();

  // Errors: kIo: the disk is full.
  Result<Extent> Append(std::string_view bytes);

  // What Append was given. Errors: kIo.
  Result<std::string> Read(const Extent& extent);

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  explicit Spool(std::FILE* file) : file_(file) {}

  std::unique_ptr<std::FILE, Closer> file_;
  int64_t end_ = 0;
};

}  // namespace muragat::tools
