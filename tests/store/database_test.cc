#include "muragat/store/database.h"

#include <filesystem>
#include <fstream>
#include <map>

#include <gtest/gtest.h>

#include "muragat/store/table_load.h"
#include "tests/support/random.h"
#include "tests/support/scratch_folder.h"

namespace muragat {
namespace {

using support::ReadTree;
using support::ScratchFolder;

std::unique_ptr<Database> InMemory() { return Database::OpenInMemory().value(); }

void Put(Database& database, Family family, std::string_view key, std::string_view value) {
  const auto batch = database.NewBatch();
  batch->Put(family, key, value);
  ASSERT_TRUE(batch->Commit().ok());
}

std::optional<std::string> Get(const StoreView& view, Family family, std::string_view key) {
  return view.Get(family, key).value();
}

// All keys of a family, forward, then backward.
std::string Keys(const StoreView& view, Family family) {
  std::string keys;
  const auto cursor = view.NewCursor(family);
  for (cursor->Seek(""); cursor->Valid(); cursor->Next()) keys += cursor->key();
  keys += "|";
  for (cursor->SeekForPrev("\xff"); cursor->Valid(); cursor->Prev()) keys += cursor->key();
  EXPECT_TRUE(cursor->status().ok());
  return keys;
}

TEST(Database, KeepsOneKeyInEachFamilyApart) {
  const auto database = InMemory();
  for (const Family family : kFamilies) Put(*database, family, "k", FamilyName(family));
  EXPECT_EQ(Get(*database, Family::kCatalog, "k"), "catalog");
  EXPECT_EQ(Get(*database, Family::kEdition, "k"), "edition");
  EXPECT_EQ(Get(*database, Family::kRevision, "k"), "revision");
  EXPECT_EQ(Get(*database, Family::kCapture, "k"), "capture");
  EXPECT_EQ(Get(*database, Family::kLog, "k"), "log");
  EXPECT_EQ(Get(*database, Family::kDerived, "k"), "derived");
}

TEST(Database, HasNothingUnderAKeyThatWasNeverWritten) {
  const auto database = InMemory();
  EXPECT_EQ(Get(*database, Family::kLog, "k"), std::nullopt);
  EXPECT_EQ(Keys(*database, Family::kLog), "|");
}

TEST(Database, KeepsEmptyValuesAndBytesOfEveryKind) {
  const auto database = InMemory();
  const std::string bytes("\0\xff\n", 3);
  Put(*database, Family::kDerived, bytes, "");
  EXPECT_EQ(Get(*database, Family::kDerived, bytes), "");
}

TEST(DatabaseBatch, SeesItsOwnWritesAndNobodyElseDoes) {
  const auto database = InMemory();
  Put(*database, Family::kLog, "b", "old");
  Put(*database, Family::kLog, "d", "old");
  const auto batch = database->NewBatch();
  batch->Put(Family::kLog, "a", "new");
  batch->Put(Family::kLog, "b", "new");
  batch->Put(Family::kLog, "c", "new");
  EXPECT_EQ(Get(*batch, Family::kLog, "b"), "new");
  EXPECT_EQ(Get(*batch, Family::kLog, "d"), "old");
  EXPECT_EQ(Keys(*batch, Family::kLog), "abcd|dcba");
  EXPECT_EQ(Keys(*batch, Family::kEdition), "|");
  EXPECT_EQ(Get(*database, Family::kLog, "b"), "old");
  EXPECT_EQ(Keys(*database, Family::kLog), "bd|db");
}

TEST(DatabaseBatch, CommitShowsAllWritesAndHoldsNone) {
  const auto database = InMemory();
  const auto batch = database->NewBatch();
  batch->Put(Family::kLog, "a", "1");
  batch->Put(Family::kEdition, "b", "2");
  EXPECT_GT(batch->size_bytes(), 0u);
  const size_t before = database->NewBatch()->size_bytes();
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_EQ(batch->size_bytes(), before);
  EXPECT_EQ(Get(*database, Family::kLog, "a"), "1");
  EXPECT_EQ(Get(*database, Family::kEdition, "b"), "2");
}

TEST(DatabaseBatch, ThatIsNeverCommittedLeavesNothing) {
  const auto database = InMemory();
  {
    const auto batch = database->NewBatch();
    batch->Put(Family::kLog, "a", "1");
  }
  const auto cleared = database->NewBatch();
  cleared->Put(Family::kLog, "b", "1");
  cleared->Clear();
  EXPECT_EQ(Get(*cleared, Family::kLog, "b"), std::nullopt);
  ASSERT_TRUE(cleared->Commit().ok());
  EXPECT_EQ(Keys(*database, Family::kLog), "|");
}

TEST(DatabaseBatch, DropsTheWritesSinceTheMarkAndNoOthers) {
  const auto database = InMemory();
  const auto batch = database->NewBatch();
  batch->Put(Family::kLog, "a", "1");
  batch->Mark();
  batch->Put(Family::kLog, "b", "1");
  batch->Mark();
  batch->Put(Family::kLog, "a", "2");
  batch->Put(Family::kLog, "c", "2");
  batch->DropWrites();
  EXPECT_EQ(Keys(*batch, Family::kLog), "ab|ba");
  EXPECT_EQ(Get(*batch, Family::kLog, "a"), "1");
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_EQ(Keys(*database, Family::kLog), "ab|ba");
}

TEST(DatabaseCursor, SeesTheStateOfTheMomentWhenItWasMade) {
  const auto database = InMemory();
  Put(*database, Family::kLog, "a", "1");
  const auto cursor = database->NewCursor(Family::kLog);
  Put(*database, Family::kLog, "b", "1");
  cursor->Seek("b");
  EXPECT_FALSE(cursor->Valid());
  EXPECT_TRUE(cursor->status().ok());
  EXPECT_FALSE(cursor->At(""));
  cursor->SeekForPrev("b");
  EXPECT_TRUE(cursor->At("a"));
}

TEST(DatabaseOpen, FindsAgainWhatWasCommitted) {
  const ScratchFolder folder;
  Put(*Database::Open(folder.Path("db"), Database::Mode::kCreate).value(), Family::kLog, "a", "1");
  for (const auto mode : {Database::Mode::kRead, Database::Mode::kWrite, Database::Mode::kCreate}) {
    const auto database = Database::Open(folder.Path("db"), mode);
    ASSERT_TRUE(database.ok()) << database.status().message();
    EXPECT_EQ(Get(**database, Family::kLog, "a"), "1");
  }
}

TEST(DatabaseOpen, OfNothingFailsAndLeavesNothing) {
  const ScratchFolder folder;
  EXPECT_FALSE(Database::Open(folder.Path("db"), Database::Mode::kRead).ok());
  EXPECT_TRUE(ReadTree(folder.Path()).empty());
  EXPECT_FALSE(Database::Open(folder.Path("db"), Database::Mode::kWrite).ok());
}

TEST(DatabaseOpen, ASecondWriterIsToldThatTheFirstIsBusy) {
  const ScratchFolder folder;
  const auto first = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  const auto second = Database::Open(folder.Path("db"), Database::Mode::kWrite);
  EXPECT_EQ(second.status().code(), StatusCode::kBusy);
}

TEST(DatabaseOpen, ReadingBesideAWriterSeesWhatItCommitted) {
  const ScratchFolder folder;
  const auto writer = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  Put(*writer, Family::kLog, "a", "1");
  const auto reader = Database::Open(folder.Path("db"), Database::Mode::kRead);
  ASSERT_TRUE(reader.ok()) << reader.status().message();
  EXPECT_EQ(Get(**reader, Family::kLog, "a"), "1");
  Put(*writer, Family::kLog, "b", "1");
  EXPECT_EQ(Get(*writer, Family::kLog, "b"), "1");
}

TEST(DatabaseOpen, ReadingChangesNoByte) {
  const ScratchFolder folder;
  Put(*Database::Open(folder.Path("db"), Database::Mode::kCreate).value(), Family::kLog, "a", "1");
  const auto before = ReadTree(folder.Path());
  EXPECT_EQ(Get(*Database::Open(folder.Path("db"), Database::Mode::kRead).value(), Family::kLog, "a"), "1");
  EXPECT_EQ(ReadTree(folder.Path()), before);
}

TEST(DatabaseOpen, FindsWhatAKilledWriterLeftInItsLog) {
  const ScratchFolder folder;
  const auto writer = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  Put(*writer, Family::kLog, "a", "1");
  std::filesystem::copy(folder.Path("db"), folder.Path("killed"));
  const auto before = ReadTree(folder.Path("killed"));
  EXPECT_EQ(Get(*Database::Open(folder.Path("killed"), Database::Mode::kRead).value(), Family::kLog, "a"),
            "1");
  EXPECT_EQ(ReadTree(folder.Path("killed")), before);
  EXPECT_EQ(Get(*Database::Open(folder.Path("killed"), Database::Mode::kWrite).value(), Family::kLog, "a"),
            "1");
}

// A writer came, merged the reader's files into others and went: that was taken for tables that are missing.
TEST(Database, FilesThatWereMergedAwaySinceItWasOpenedAreNoDamage) {
  const ScratchFolder folder;
  const std::string path = folder.Path("db");
  for (const char* key : {"a", "b"})
    Put(*Database::Open(path, Database::Mode::kCreate).value(), Family::kRevision, key, "1");
  const auto reader = Database::Open(path, Database::Mode::kRead).value();
  const auto before = ReadTree(path);
  ASSERT_TRUE(Database::Open(path, Database::Mode::kWrite).value()->Compact().ok());
  std::vector<std::string> gone;
  for (const auto& [name, bytes] : before) {
    if (name.ends_with(".sst") && !std::filesystem::exists(path + "/" + name)) gone.push_back(name);
  }
  ASSERT_FALSE(gone.empty());
  EXPECT_TRUE(reader->VerifyBlocks().ok()) << reader->VerifyBlocks().message();
  EXPECT_EQ(Keys(*reader, Family::kRevision), "ab|ba");
  // The files of today are looked at.
  for (const auto& [name, bytes] : ReadTree(path)) {
    if (name.ends_with(".sst")) std::filesystem::remove(path + "/" + name);
  }
  EXPECT_FALSE(reader->VerifyBlocks().ok());
}

TEST(Database, CompactionKeepsEverything) {
  const ScratchFolder folder;
  const auto database = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  for (const char* key : {"a", "b", "c"}) Put(*database, Family::kRevision, key, "1");
  ASSERT_TRUE(database->Compact().ok());
  EXPECT_EQ(Keys(*database, Family::kRevision), "abc|cba");
  EXPECT_GT(database->FamilyBytes(Family::kRevision), 0u);
  EXPECT_EQ(database->FamilyBytes(Family::kCapture), 0u);
  EXPECT_TRUE(database->VerifyBlocks().ok());
}

// More than a bulk commit needs, in a random order.
std::map<std::string, std::string> PutMany(Database& database, Family family, uint32_t seed) {
  support::Random random(seed);
  std::map<std::string, std::string> records;
  const auto batch = database.NewBatch();
  while (batch->size_bytes() < 2 * kBulkBytes) {
    const std::string key = std::to_string(random.Below(20'000));
    batch->Put(family, key, records[key] = std::string(100, static_cast<char>('a' + random.Below(26))));
  }
  EXPECT_TRUE(batch->Commit().ok());
  EXPECT_EQ(batch->size_bytes(), 0u);
  return records;
}

std::map<std::string, std::string> ReadAll(const StoreView& view, Family family) {
  std::map<std::string, std::string> records;
  const auto cursor = view.NewCursor(family);
  for (cursor->Seek(""); cursor->Valid(); cursor->Next()) records.emplace(cursor->key(), cursor->value());
  EXPECT_TRUE(cursor->status().ok());
  return records;
}

TEST(BulkCommit, IsThereAsAnyOtherBeforeAndAfterCompactingAndOpening) {
  const ScratchFolder folder;
  auto database = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  Put(*database, Family::kRevision, "0", "small");
  auto records = PutMany(*database, Family::kRevision, 1);
  for (const auto& [key, value] : PutMany(*database, Family::kRevision, 2)) records[key] = value;
  records.emplace("0", "small");
  Put(*database, Family::kRevision, "1", "last");
  records["1"] = "last";
  EXPECT_EQ(ReadAll(*database, Family::kRevision), records);
  EXPECT_TRUE(database->VerifyBlocks().ok());
  database.reset();
  database = Database::Open(folder.Path("db"), Database::Mode::kWrite).value();
  EXPECT_EQ(ReadAll(*database, Family::kRevision), records);
  EXPECT_TRUE(database->Compact().ok());
  EXPECT_EQ(ReadAll(*database, Family::kRevision), records);
  EXPECT_TRUE(database->VerifyBlocks().ok());
  database.reset();
  const auto reading = Database::Open(folder.Path("db"), Database::Mode::kRead).value();
  EXPECT_EQ(ReadAll(*reading, Family::kRevision), records);
}

TEST(BulkCommit, LeavesNothingInTheLog) {
  const ScratchFolder folder;
  const auto database = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  PutMany(*database, Family::kRevision, 3);
  for (const auto& entry : std::filesystem::directory_iterator(folder.Path("db"))) {
    if (entry.path().extension() == ".log") {
      EXPECT_EQ(entry.file_size(), 0u);
    }
    EXPECT_FALSE(entry.path().filename().string().starts_with("load-")) << entry.path();
  }
}

TEST(BulkCommit, ThatWasKilledLeavesFilesThatTheNextWriterTakesAway) {
  const ScratchFolder folder;
  Database::Open(folder.Path("db"), Database::Mode::kCreate).value().reset();
  const std::string left = folder.Path("db") + "/load-revision";
  std::ofstream(left) << "half a table";
  Database::Open(folder.Path("db"), Database::Mode::kRead).value().reset();
  EXPECT_TRUE(std::filesystem::exists(left)) << "who reads changes nothing";
  Database::Open(folder.Path("db"), Database::Mode::kWrite).value().reset();
  EXPECT_FALSE(std::filesystem::exists(left));
}

TEST(BulkCommit, ThatCannotWriteItsFilesWritesNothing) {
  const ScratchFolder folder;
  const auto database = Database::Open(folder.Path("db"), Database::Mode::kCreate).value();
  // A folder stands where the second file is to be.
  std::filesystem::create_directories(folder.Path("db") + "/load-revision/full");
  const auto batch = database->NewBatch();
  batch->Put(Family::kEdition, "k", "v");
  batch->Put(Family::kRevision, "k", std::string(2 * kBulkBytes, 'x'));
  EXPECT_EQ(batch->Commit().code(), StatusCode::kIo);
  EXPECT_EQ(Get(*database, Family::kEdition, "k"), std::nullopt);
  EXPECT_FALSE(std::filesystem::exists(folder.Path("db") + "/load-edition"));
  std::filesystem::remove_all(folder.Path("db") + "/load-revision");
  EXPECT_TRUE(batch->Commit().ok()) << "the writes are still held";
  EXPECT_EQ(Get(*database, Family::kEdition, "k"), "v");
}

}  // namespace
}  // namespace muragat
