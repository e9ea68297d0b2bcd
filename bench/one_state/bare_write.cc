// What RocksDB itself takes to write as much as one state of a document does.
//
// Usage: bare_write keys BEFORE AFTER FILE   writes to FILE how large the keys are that AFTER has beyond
// BEFORE
//        bare_write put DB FILE SEED         opens DB, puts as many keys of those sizes in one synced batch,
//                                            closes it
//
// BEFORE, AFTER and DB are folders of RocksDB: the folder `db` of an archive. `put` makes keys and values of
// random bytes, so that DB is no archive's any more. Exit: 0; 1 it failed, with a line that says why; 2
// usage.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "bench/one_state/bare_database.h"
#include "bench/one_state/key_sizes.h"

namespace muragat::bench {
namespace {

std::string RandomBytes(std::mt19937& engine, uint64_t size_bytes) {
  std::string bytes(size_bytes, '\0');
  std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(engine()); });
  return bytes;
}

Status WriteKeys(const std::string& before, const std::string& after, const std::string& path) {
  MURAGAT_ASSIGN_OR_RETURN(const auto sizes, FindNewKeys(before, after));
  if (sizes.empty()) return Status::InvalidArgument(after + " holds nothing new");
  return WriteKeySizes(sizes, path);
}

Status Put(const std::string& path, const std::string& size_path, uint32_t seed) {
  MURAGAT_ASSIGN_OR_RETURN(const auto sizes, ReadKeySizes(size_path));
  MURAGAT_ASSIGN_OR_RETURN(const auto database, BareDatabase::Open(path, false));
  std::mt19937 engine(seed);
  rocksdb::WriteBatch batch;
  for (const KeySize& size : sizes) {
    auto* family = database->Find(size.family);
    if (family == nullptr) return Status::InvalidArgument(path + " has no family " + size.family);
    const std::string key = RandomBytes(engine, size.key_bytes);
    MURAGAT_RETURN_IF_ERROR(ToStatus(batch.Put(family, key, RandomBytes(engine, size.value_bytes))));
  }
  rocksdb::WriteOptions options;
  options.sync = true;
  return ToStatus(database->db().Write(options, &batch));
}

int Run(const std::vector<std::string>& arguments) {
  Status status;
  if (arguments.size() == 4 && arguments[0] == "keys") {
    status = WriteKeys(arguments[1], arguments[2], arguments[3]);
  } else if (arguments.size() == 4 && arguments[0] == "put") {
    status = Put(arguments[1], arguments[2], static_cast<uint32_t>(std::atoi(arguments[3].c_str())));
  } else {
    std::cerr << "usage: bare_write keys BEFORE AFTER FILE | bare_write put DB FILE SEED\n";
    return 2;
  }
  if (status.ok()) return 0;
  std::cerr << "bare_write: " << status.message() << '\n';
  return 1;
}

}  // namespace
}  // namespace muragat::bench

int main(int argc, char** argv) { return muragat::bench::Run({argv + 1, argv + argc}); }
