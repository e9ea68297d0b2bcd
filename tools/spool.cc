#include "tools/spool.h"

#include <cerrno>
#include <cstring>

namespace muragat::tools {
namespace {

Status Failed(const char* what) {
  return Status::Io(std::string("cannot ") + what + " a temporary file: " + std::strerror(errno));
}

}  // namespace

Result<Spool> Spool::Begin() {
  std::FILE* file = std::tmpfile();
  if (file == nullptr) return Failed("make");
  return Spool(file);
}

Result<Spool::Extent> Spool::Append(std::string_view bytes) {
  const Extent extent{end_, bytes.size()};
  if (::fseeko(file_.get(), end_, SEEK_SET) != 0 ||
      std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size() ||
      std::fflush(file_.get()) != 0) {
    return Failed("write");
  }
  end_ += static_cast<int64_t>(bytes.size());
  return extent;
}

Result<std::string> Spool::Read(const Extent& extent) {
  std::string bytes(extent.size_bytes, '\0');
  if (::fseeko(file_.get(), extent.at, SEEK_SET) != 0 ||
      std::fread(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    return Failed("read");
  }
  return bytes;
}

}  // namespace muragat::tools
