#pragma once

#include <memory>

#include <rocksdb/env.h>

namespace muragat {

// `base`, changed where RocksDB 7.8 would not stop at a failure as it should:
// - Of a full disk it learns as of any other failure. It would wait for room in a thread of its own, and a
//   database that is closed meanwhile would never get closed. The message stays as it is.
// - A table of TakeInTables of which a read failed cannot be linked into the database. It would be taken in
//   as one without keys, and what it holds would not be found.
// - After a failure to write the manifest no table is deleted. The manifest may name those that RocksDB gives
//   up then, and the database could not be opened again; what is not needed goes when it is.
// - The folder is synced before the file CURRENT gets to name another manifest. Where the power goes just
// then,
//   and changes of names come to the disk in any order, it could name one that is not there.
// `base` must outlive it.
std::unique_ptr<rocksdb::Env> NewFailStopEnv(rocksdb::Env& base);

}  // namespace muragat
