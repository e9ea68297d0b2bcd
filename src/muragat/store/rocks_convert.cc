#include "muragat/store/rocks_convert.h"

#include <string>

namespace muragat {

Status ToStatus(const rocksdb::Status& status) {
  if (status.ok()) return Status::Ok();
  const std::string message = status.ToString();
  if (status.IsNoSpace() || message.find("No space left") != std::string::npos) {
    return Status::Io("the disk is full (" + message + "): make room, then run the same command again");
  }
  // RocksDB has no code of its own for a lock that somebody holds.
  const bool held = message.find("While lock file") != std::string::npos ||
                    message.find("lock hold by current process") != std::string::npos;
  if (status.IsIOError() && held) {
    return Status::Busy("another process is writing to the archive: wait for it to end, then try again");
  }
  const bool refused = message.find("Read-only file system") != std::string::npos ||
                       message.find("Permission denied") != std::string::npos;
  if (status.IsIOError() && refused)
    return Status::Io("the archive may not be written here (" + message +
                      "): write as its owner, or to a copy");
  if (status.IsCorruption()) return Status::Corruption(message);
  return Status::Io(message);
}

}  // namespace muragat
