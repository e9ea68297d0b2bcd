#pragma once

#include <cstdint>
#include <string>

namespace muragat {

// Which manifest a RocksDB database in the folder `path` has, and how long it is: another one once anybody
// has opened it for writing, or has written or merged tables. Nothing where there is none.
struct ManifestState {
  std::string name;
  uint64_t size_bytes = 0;
  friend bool operator==(const ManifestState&, const ManifestState&) = default;
};
ManifestState ReadManifestState(const std::string& path);

}  // namespace muragat
