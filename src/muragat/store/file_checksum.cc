#include "muragat/store/file_checksum.h"

#include <string>

#include "muragat/base/bytes.h"
#include "muragat/base/hash.h"

namespace muragat {
namespace {

constexpr char kName[] = "MuragatXXH3";  // in manifests: never change

class Xxh3Generator final : public rocksdb::FileChecksumGenerator {
 public:
  void Update(const char* data, size_t size) override { stream_.Append({data, size}); }
  void Finalize() override { AppendBigEndian(checksum_, stream_.Hash(), 8); }
  std::string GetChecksum() const override { return checksum_; }
  const char* Name() const override { return kName; }

 private:
  HashStream stream_;
  std::string checksum_;
};

class Factory final : public rocksdb::FileChecksumGenFactory {
 public:
  std::unique_ptr<rocksdb::FileChecksumGenerator> CreateFileChecksumGenerator(
      const rocksdb::FileChecksumGenContext& context) override {
    const std::string& wanted = context.requested_checksum_func_name;
    if (wanted.empty() || wanted == kName) return std::make_unique<Xxh3Generator>();
    return crc32c_->CreateFileChecksumGenerator(context);
  }
  const char* Name() const override { return "MuragatFileChecksums"; }

 private:
  std::shared_ptr<rocksdb::FileChecksumGenFactory> crc32c_ = rocksdb::GetFileChecksumGenCrc32cFactory();
};

}  // namespace

std::shared_ptr<rocksdb::FileChecksumGenFactory> MakeFileChecksumFactory() {
  return std::make_shared<Factory>();
}

}  // namespace muragat
