#include "muragat/store/rocks_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include "muragat/store/file_checksum.h"

namespace muragat {
namespace {

constexpr size_t kReadCacheBytes = size_t{256} << 20;
constexpr size_t kWriteCacheBytes = size_t{32} << 20;
constexpr int kFreshTables = 16;    // so many small imports are merged at once
constexpr int kCacheShardBits = 1;  // a shard has room for several of the largest blocks
constexpr size_t kWriteBufferBytes = size_t{32} << 20;
constexpr size_t kAllWriteBuffersBytes = size_t{64} << 20;

// RocksDB writes a log of 118 KB a run that nobody reads; failures reach the caller as a Status.
class SilentLogger final : public rocksdb::Logger {
 public:
  SilentLogger() : rocksdb::Logger(rocksdb::InfoLogLevel::HEADER_LEVEL) {}
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

}  // namespace

std::string RocksFamilyName(Family family) {
  return family == Family::kCatalog ? rocksdb::kDefaultColumnFamilyName : std::string(FamilyName(family));
}

rocksdb::DBOptions MakeDatabaseOptions(bool create, rocksdb::Env* env) {
  rocksdb::DBOptions options;
  if (env != nullptr) options.env = env;
  options.create_if_missing = create;
  options.create_missing_column_families = create;
  options.paranoid_checks = true;
  options.verify_sst_unique_id_in_manifest = true;
  options.track_and_verify_wals_in_manifest = true;
  options.file_checksum_gen_factory = MakeFileChecksumFactory();
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.atomic_flush = true;  // all families reach their tables with one change of the manifest
  options.db_write_buffer_size = kAllWriteBuffersBytes;
  options.max_background_jobs = 2;
  options.max_open_files = -1;
  options.max_file_opening_threads = 1;  // a thread a file takes longer than to open it
  options.max_bgerror_resume_count = 0;  // what fails is reported, and not tried again behind our back
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.info_log = std::make_shared<SilentLogger>();
  return options;
}

namespace {

rocksdb::BlockBasedTableOptions MakeTableOptions(Family family, bool for_reading) {
  static const auto read_cache = rocksdb::NewLRUCache(kReadCacheBytes, kCacheShardBits);
  static const auto write_cache = rocksdb::NewLRUCache(kWriteCacheBytes, kCacheShardBits);
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = for_reading ? read_cache : write_cache;
  table.checksum = rocksdb::kXXH3;
  table.format_version = 5;
  table.block_size =
      family == Family::kCatalog || family == Family::kDerived ? size_t{16} << 10 : size_t{64} << 10;
  // A large table's index is read in parts, as they are needed.
  table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
  table.cache_index_and_filter_blocks = for_reading;
  // Who writes asks for many documents that are not there; who reads would load all of the filter for one.
  if (family == Family::kCatalog && !for_reading) {
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  }
  return table;
}

}  // namespace

rocksdb::ColumnFamilyOptions MakeFamilyOptions(Family family, bool for_reading) {
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(MakeTableOptions(family, for_reading)));
  options.write_buffer_size = kWriteBufferBytes;
  options.level0_file_num_compaction_trigger = kFreshTables;
  options.target_file_size_base = kMaxTableBytes;
  options.memtable_protection_bytes_per_key = 8;
  // What is fresh is read and merged again soon; only what has gone to the bottom is worth the time of zstd.
  options.compression = rocksdb::kLZ4Compression;
  options.bottommost_compression = rocksdb::kZSTD;
  options.bottommost_compression_opts.level = 9;
  options.bottommost_compression_opts.enabled = true;
  return options;
}

// A family that is decompressed in a blink does best in large blocks. In a large one the blocks are small, so
// that a random read decompresses little, and a dictionary makes up for that.
std::unordered_map<std::string, std::string> MakeColdOptions(Family family, uint64_t raw_bytes) {
  constexpr uint64_t kSmallTextsBytes = uint64_t{32} << 20, kSmallFamilyBytes = uint64_t{4} << 20;
  if (raw_bytes <= (family == Family::kRevision ? kSmallTextsBytes : kSmallFamilyBytes)) {
    return {{"block_based_table_factory", "{block_size=4194304;}"},
            {"bottommost_compression_opts", "{level=12;enabled=true;}"}};
  }
  return {{"block_based_table_factory", "{block_size=16384;}"},
          {"bottommost_compression_opts",
           "{level=9;max_dict_bytes=114688;zstd_max_train_bytes=4194304;max_dict_buffer_bytes=67108864;"
           "enabled=true;}"}};
}

rocksdb::ColumnFamilyOptions MakeLoadOptions(Family family) {
  rocksdb::ColumnFamilyOptions options = MakeFamilyOptions(family, false);
  rocksdb::BlockBasedTableOptions table = MakeTableOptions(family, false);
  table.block_size = size_t{16} << 10;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = rocksdb::kLZ4Compression;
  options.bottommost_compression = rocksdb::kDisableCompressionOption;
  return options;
}

}  // namespace muragat
