#include "bench/one_state/key_sizes.h"

#include <fstream>
#include <sstream>

#include "bench/one_state/bare_database.h"

namespace muragat::bench {
namespace {

using Entries = std::unique_ptr<rocksdb::Iterator>;

Entries EntriesOf(BareDatabase& database, rocksdb::ColumnFamilyHandle* family) {
  Entries entries(database.db().NewIterator({}, family));
  entries->SeekToFirst();
  return entries;
}

}  // namespace

Result<std::vector<KeySize>> FindNewKeys(const std::string& before, const std::string& after) {
  MURAGAT_ASSIGN_OR_RETURN(const auto older, BareDatabase::Open(before, true));
  MURAGAT_ASSIGN_OR_RETURN(const auto newer, BareDatabase::Open(after, true));
  std::vector<KeySize> found;
  for (auto* family : newer->families()) {
    auto* earlier_family = older->Find(family->GetName());
    if (earlier_family == nullptr) return Status::Io("the older database has no " + family->GetName());
    const Entries old_entries = EntriesOf(*older, earlier_family);
    const Entries new_entries = EntriesOf(*newer, family);
    for (; new_entries->Valid(); new_entries->Next()) {
      while (old_entries->Valid() && old_entries->key().compare(new_entries->key()) < 0) old_entries->Next();
      if (old_entries->Valid() && old_entries->key() == new_entries->key() &&
          old_entries->value() == new_entries->value()) {
        continue;
      }
      found.push_back({family->GetName(), new_entries->key().size(), new_entries->value().size()});
    }
    MURAGAT_RETURN_IF_ERROR(ToStatus(new_entries->status()));
    MURAGAT_RETURN_IF_ERROR(ToStatus(old_entries->status()));
  }
  return found;
}

Status WriteKeySizes(const std::vector<KeySize>& sizes, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  for (const KeySize& size : sizes) {
    out << size.family << '\t' << size.key_bytes << '\t' << size.value_bytes << '\n';
  }
  out.close();
  return out ? Status::Ok() : Status::Io("cannot write " + path);
}

Result<std::vector<KeySize>> ReadKeySizes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Status::Io("cannot read " + path);
  std::vector<KeySize> sizes;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    KeySize size;
    if (!(fields >> size.family >> size.key_bytes >> size.value_bytes)) {
      return Status::InvalidArgument(path + ": no family and two sizes: " + line);
    }
    sizes.push_back(std::move(size));
  }
  return sizes;
}

}  // namespace muragat::bench
