#pragma once

#include <string>

namespace muragat {

// A sign that this process has opened the database in a folder for writing, or tries to. Thread-safe.
class WriterMark {
 public:
  explicit WriterMark(const std::string& path);
  ~WriterMark();
  WriterMark(const WriterMark&) = delete;
  WriterMark& operator=(const WriterMark&) = delete;

 private:
  std::string path_;
};

// Whether this process (by a mark) or another one (by the lock of RocksDB) is writing the database in the
// folder `path`. Where that cannot be found out, nobody is taken to. Thread-safe.
bool IsBeingWritten(const std::string& path);

}  // namespace muragat
