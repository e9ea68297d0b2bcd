#include "muragat/store/durable_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

namespace muragat {

namespace fs = std::filesystem;

Status WriteDurably(const std::string& path, std::string_view text, unsigned mode) {
  const auto fail = [&](int descriptor) {
    const Status status = Status::Io("cannot write " + path + ": " + std::strerror(errno));
    if (descriptor >= 0) ::close(descriptor);
    return status;
  };
  const std::string temporary = path + ".new";
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  if (file < 0) return fail(-1);
  if (::write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size())) return fail(file);
  if (::fsync(file) != 0) return fail(file);
  ::close(file);
  if (::rename(temporary.c_str(), path.c_str()) != 0) return fail(-1);
  const std::string parent = fs::absolute(path).parent_path().string();
  const int folder = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0 || ::fsync(folder) != 0) return fail(folder);
  ::close(folder);
  return Status::Ok();
}

Result<std::optional<std::string>> ReadSmallFile(const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
      return Status::Io("cannot read " + path + ": " + error.message());
    return std::optional<std::string>();
  }
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) return Status::Io("cannot read " + path);
  return std::optional<std::string>(std::move(text));
}

}  // namespace muragat
