#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace muragat::integrity {

// Answers `look(0)` to `look(count - 1)`, a character each, in copies of this process without standard error;
// '!' where a look ended its process by SIGABRT: RocksDB, as Debian builds it, does so where damage makes one
// of its assertions fail. Throws where one ended it in another way.
std::string LookApart(size_t count, const std::function<char(size_t)>& look);

}  // namespace muragat::integrity
