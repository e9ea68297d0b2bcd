#include "muragat/store/rocks_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/file_checksum.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

namespace muragat {
namespace {

constexpr size_t kBlockCacheBytes = size_t{32} << 20;
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
  options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.db_write_buffer_size = kAllWriteBuffersBytes;
  options.max_background_jobs = 2;
  options.max_open_files = -1;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.info_log = std::make_shared<SilentLogger>();
  return options;
}

rocksdb::ColumnFamilyOptions MakeFamilyOptions(Family family) {
  static const std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache(kBlockCacheBytes);
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.checksum = rocksdb::kXXH3;
  table.format_version = 5;
  table.block_size =
      family == Family::kCatalog || family == Family::kDerived ? size_t{16} << 10 : size_t{64} << 10;
  if (family == Family::kCatalog) table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));

  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.write_buffer_size = kWriteBufferBytes;
  options.target_file_size_base = size_t{256} << 20;
  options.memtable_protection_bytes_per_key = 8;
  // What is fresh is read and merged again soon; only what has gone to the bottom is worth the time of zstd.
  options.compression = rocksdb::kLZ4Compression;
  options.bottommost_compression = rocksdb::kZSTD;
  options.bottommost_compression_opts.level = 9;
  options.bottommost_compression_opts.enabled = true;
  return options;
}

}  // namespace muragat
