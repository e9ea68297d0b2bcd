#include "tests/integrity/bad_archive.h"

#include <filesystem>
#include <stdexcept>

#include "muragat/codec/capture_record.h"
#include "muragat/codec/edition_record.h"
#include "muragat/codec/log_keys.h"
#include "muragat/store/archive.h"
#include "tests/integrity/small_archive.h"
#include "tests/support/dates.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/states.h"

namespace muragat::integrity {
namespace {

namespace fs = std::filesystem;
using support::Date;

void Expect(const Status& status) {
  if (!status.ok()) throw std::runtime_error("a bad archive cannot be made: " + status.message());
}

// What the small archive holds: document 1 with its captures and texts, in three commits.
constexpr DocumentNumber kDocument{1};
constexpr uint32_t kCommits = 3;

std::string EditionOf(const char* date, uint32_t commit, uint32_t place,
                      DocumentNumber document = kDocument) {
  return EncodeEditionKey({document, Date(date), {{commit}, place}});
}

// Makes a whole archive, and lets `damage` write to its database past every rule.
template <typename Damage>
void Make(const std::string& path, const Damage& damage) {
  MakeSmallArchive(path);
  const auto database = Database::Open(path + "/db", Database::Mode::kWrite);
  Expect(database.status());
  damage(**database);
}

void Put(Database& database, Family family, const std::string& key, const std::string& value) {
  const auto batch = database.NewBatch();
  batch->Put(family, key, value);
  Expect(batch->Commit());
}

// The block that is hit says what the table is like: without that, nothing in it is read, and no more is
// said.
void MakeV001(const std::string& path) {
  MakeSmallArchive(path);
  for (const auto& [name, bytes] : support::ReadTree(path)) {
    if (!name.ends_with(".sst")) continue;
    std::string damaged = bytes;
    char& hit = damaged[damaged.size() / 2];
    hit = static_cast<char>(hit ^ 1);
    return support::WriteFile(path + "/" + name, damaged);
  }
}

void MakeV002(const std::string& path) {
  Make(path, [](Database& database) { Put(database, Family::kCatalog, "x", ""); });
}

void MakeV003(const std::string& path) {
  Make(path,
       [](Database& database) { Put(database, Family::kEdition, EditionOf("1995", 1, 0), "\x01\x40"); });
}

void MakeV004(const std::string& path) {
  Make(path, [](Database& database) {
    Expect(database.Drop(Family::kRevision, EncodeRevisionKey({kDocument, {2}, {0}})));
  });
}

void MakeV005(const std::string& path) {
  Make(path, [](Database& database) {
    Put(database, Family::kRevision, EncodeRevisionKey({kDocument, {2}, {0}}), "\x09");
  });
}

void MakeV006(const std::string& path) {
  Make(path,
       [](Database& database) { Expect(database.Drop(Family::kCapture, EncodeCaptureKey(kDocument, {1}))); });
}

void MakeV007(const std::string& path) {
  Make(path,
       [](Database& database) { Expect(database.Drop(Family::kCatalog, ReformByIdKey("1995/act-1"))); });
}

void MakeV008(const std::string& path) {
  Make(path, [](Database& database) { Expect(database.Drop(Family::kLog, CommitKey({2}))); });
}

void MakeV009(const std::string& path) {
  Make(path, [](Database& database) { Expect(database.Drop(Family::kCatalog, DocumentByIdKey("a"))); });
}

void MakeV010(const std::string& path) {
  Make(path, [](Database& database) {
    Put(database, Family::kEdition, EditionOf("1998", 2, 0, {2}),
        EncodeWithdrawal({{{1}, 9}, "archivist", "a mistake"}));
  });
}

void MakeV011(const std::string& path) {
  Make(path, [](Database& database) {
    Expect(database.Drop(Family::kDerived, EncodeReformLink({{1}, kDocument, Date("1995")})));
  });
}

void MakeV012(const std::string& path) {
  Make(path, [](Database& database) { Expect(database.Drop(Family::kEdition, EditionOf("1995", 1, 0))); });
}

void MakeV013(const std::string& path) {
  Make(path, [](Database& database) {
    CaptureRecord other;
    other.capture.bytes = "<p>what was never received</p>";
    other.capture.media_type = "text/html";
    other.capture.source_url = "https://example.org/";
    Put(database, Family::kCapture, EncodeCaptureKey(kDocument, {1}), EncodeCapture(other));
  });
}

// The log stores nodes over eight commits and more.
void MakeV014(const std::string& path) {
  Make(path, [](Database&) {});
  for (uint32_t commit = kCommits; commit < 8; ++commit)
    MakeNewCommit(path, "Text " + std::to_string(commit) + ".\n");
  const auto database = Database::Open(path + "/db", Database::Mode::kWrite);
  Expect(database.status());
  Expect((*database)->Drop(Family::kLog, LogNodeKey(3, 0)));
}

void MakeV015(const std::string& path) {
  MakeSmallArchive(path);
  fs::remove(path + "/checkpoint");
}

// The archive as it was a commit ago, with the checkpoint of today.
void MakeV016(const std::string& path) {
  const support::ScratchFolder later(support::ScratchFolder::Where::kMemory);
  MakeSmallArchive(path);
  fs::copy(path, later.Path("archive"), fs::copy_options::recursive);
  MakeNewCommit(later.Path("archive"));
  fs::copy_file(later.Path("archive/checkpoint"), path + "/checkpoint", fs::copy_options::overwrite_existing);
}

// Its last commit is not the one that its checkpoint is of.
void MakeV017(const std::string& path) {
  MakeV016(path);
  const std::string checkpoint = support::ReadFile(path + "/checkpoint");
  {
    const auto archive = Archive::Open(path, Archive::Access::kRepair);
    Expect(archive.status());
    Expect((*archive)->RenewCheckpoint());
  }
  MakeNewCommit(path, "Another last text.\n");
  support::WriteFile(path + "/checkpoint", checkpoint);
}

// Whoever holds archive and key made its history anew; somebody had kept a checkpoint.
void MakeV018(const std::string& path) {
  const auto key = SigningKey::Generate("example.org/small");
  Expect(key.status());
  {
    const support::ScratchFolder earlier(support::ScratchFolder::Where::kMemory);
    MakeSmallArchive(earlier.Path("archive"), "A first text.\n", &*key);
    fs::copy_file(earlier.Path("archive/checkpoint"), KeptCheckpoint(path));
  }
  MakeSmallArchive(path, "It was always so.\n", &*key);
}

void MakeV030(const std::string& path) {
  Make(path,
       [](Database& database) { Expect(database.Drop(Family::kDerived, WordListPrefix("text", false))); });
}

}  // namespace

const std::vector<BadArchive>& BadArchives() {
  static const std::vector<BadArchive> archives = {
      {"V001", MakeV001}, {"V002", MakeV002}, {"V003", MakeV003}, {"V004", MakeV004}, {"V005", MakeV005},
      {"V006", MakeV006}, {"V007", MakeV007}, {"V008", MakeV008}, {"V009", MakeV009}, {"V010", MakeV010},
      {"V011", MakeV011}, {"V012", MakeV012}, {"V013", MakeV013}, {"V014", MakeV014}, {"V015", MakeV015},
      {"V016", MakeV016}, {"V017", MakeV017}, {"V018", MakeV018}, {"V030", MakeV030}};
  return archives;
}

std::string KeptCheckpoint(const std::string& path) { return path + ".kept.checkpoint"; }

}  // namespace muragat::integrity
