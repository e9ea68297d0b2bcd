// Damage below and above the checksums of the database: never another text.
#include "tests/support/damage.h"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "muragat/base/hash.h"
#include "muragat/codec/revision_record.h"
#include "muragat/store/archive.h"
#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/random.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::TextState;

constexpr const char* kFirst =
    "Majilis of sixty-seven deputies, elected for four years in single-member districts.\n";
constexpr const char* kSecond =
    "Majilis of seventy-seven deputies, elected for five years in single-member districts.\n";

// Every damage to a stored text is noticed on reading; only number, title and teaser are not part of its
// checksum.
TEST(Damage, ToAStoredTextIsNeverReadAsAnotherText) {
  for (const uint32_t ordinal : {0u, 1u}) {
    MemoryArchive archive;
    archive.Import({TextState("a", "2020", kFirst), TextState("a", "2021", kSecond)});
    const RevisionKey key{{1}, {1}, {ordinal}};
    const std::string whole = *archive.database().Get(Family::kRevision, EncodeRevisionKey(key)).value();
    const std::string expected = "# Law\n" + std::string(ordinal == 0 ? kFirst : kSecond);
    ASSERT_EQ(DecodeRevision(key, whole)->form, ordinal == 0 ? RevisionForm::kKeyframe : RevisionForm::kDiff);
    support::ForEachDamage(whole, [&](std::string_view damaged) {
      archive.Put(Family::kRevision, EncodeRevisionKey(key), std::string(damaged));
      const Reader reader(archive.database());
      const auto text = reader.ReadRevision(key);
      if (text.ok()) {
        EXPECT_EQ((*text)->text, expected);
      } else {
        EXPECT_NE(text.status().code(), StatusCode::kIo) << text.status().message();
      }
    });
  }
}

TEST(Damage, ThatTurnsAChainIntoACircleIsNoticed) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2020", kFirst), TextState("b", "2020", kSecond)});
  const RevisionKey one{{1}, {1}, {0}}, two{{2}, {1}, {0}};
  const EditScript keep = {{EditKind::kKeep, 3}};
  const auto diff = [](const RevisionKey& base) {
    return RevisionRecord{.form = RevisionForm::kDiff, .text_bytes = 3, .chain_length = 1, .base = base};
  };
  archive.Put(Family::kRevision, EncodeRevisionKey(one), EncodeRevision(one, diff(two), keep));
  archive.Put(Family::kRevision, EncodeRevisionKey(two), EncodeRevision(two, diff(one), keep));
  EXPECT_EQ(Reader(archive.database()).ReadRevision(one).status().code(), StatusCode::kCorruption);
  EXPECT_EQ(archive.Codes(), (std::vector<std::string>{"V005", "V005"}));
}

TEST(Damage, ATextTakenOutByLawIsSaidToBe) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2020", kFirst)});
  archive.Put(Family::kRevision, EncodeRevisionKey({{1}, {1}, {0}}), std::string("\x04\x00", 2));
  const auto text = Reader(archive.database()).ReadRevision({{1}, {1}, {0}});
  EXPECT_EQ(text.status().code(), StatusCode::kInvalidArgument);
}

TEST(Damage, ADiffMayHaveItsBaseInAnotherDocument) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2020", "base\n"), TextState("b", "2020", "base\nbase")});
  const RevisionKey base{{1}, {1}, {0}}, key{{2}, {1}, {0}};
  const EditScript script = {{EditKind::kKeep, 11}, {EditKind::kCopy, 4, {}, 6}};
  const RevisionRecord record{.form = RevisionForm::kDiff,
                              .title = "Law",
                              .checksum = Checksum32("# Law\nbase\nbase"),
                              .heading_bytes = 6,
                              .text_bytes = 15,
                              .chain_length = 1,
                              .base = base};
  archive.Put(Family::kRevision, EncodeRevisionKey(key), EncodeRevision(key, record, script));
  EXPECT_EQ(archive.TextOn("b", "2020"), "# Law\nbase\nbase");
  EXPECT_EQ(archive.Codes(), std::vector<std::string>{});
}

class DamagedFile : public testing::Test {
 protected:
  // The text on a date; the failure where reading it fails.
  Result<std::string> Read(const char* date) const {
    MURAGAT_ASSIGN_OR_RETURN(const auto archive,
                             Archive::Open(folder_.Path("archive"), Archive::Access::kRead));
    MURAGAT_ASSIGN_OR_RETURN(const auto edition, archive->reader().FindEdition({1}, support::LastOf(date)));
    if (!edition) return Status::NotFound("no edition");
    return archive->reader().ReadText(*edition);
  }
  // The codes that Verify finds; "open" where the archive cannot be opened.
  std::vector<std::string> Codes() const {
    const auto archive = Archive::Open(folder_.Path("archive"), Archive::Access::kRead);
    if (!archive.ok()) return {"open"};
    std::vector<std::string> codes;
    NoProgress progress;
    EXPECT_TRUE(Verify((*archive)->database(), {}, [&](const Finding& found) { codes.push_back(found.code); },
                       progress)
                    .ok());
    return codes;
  }
  std::vector<std::string> TableFiles() const {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.Path("archive/db"))) {
      if (entry.path().extension() == ".sst") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
  }
  void SetUp() override {
    const auto archive = Archive::Create(folder_.Path("archive"), "", clock_).value();
    Writer writer(archive->database(), clock_, {});
    for (int i = 0; i < 20; ++i) {
      texts_.push_back("# Law\n" + std::string(i % 2 == 0 ? kFirst : kSecond) + std::to_string(i * 7919) +
                       "\n");
      ASSERT_TRUE(writer.Add(TextState("a", std::to_string(2000 + i), texts_.back().substr(6), "Law")).ok());
    }
    ASSERT_TRUE(writer.Commit().ok());
  }

  support::ScratchFolder folder_;
  support::StillClock clock_;
  std::vector<std::string> texts_;
};

TEST_F(DamagedFile, AFlippedBitInATableIsFoundAndNeverReadAsAnotherText) {
  ASSERT_EQ(Codes(), std::vector<std::string>{});
  constexpr uint32_t kSeed = 13;
  support::Random random(kSeed);
  const auto tables = TableFiles();
  ASSERT_GE(tables.size(), 4u);
  for (const std::string& path : tables) {
    const std::string whole = support::ReadFile(path);
    for (int trial = 0; trial < 12; ++trial) {
      std::string damaged = whole;
      const size_t bit = random.Below(8 * whole.size());
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
      support::WriteFile(path, damaged);
      const auto codes = Codes();
      EXPECT_FALSE(codes.empty()) << path << ", bit " << bit;
      if (!codes.empty()) {
        EXPECT_TRUE(codes[0] == "V001" || codes[0] == "open") << path << ", bit " << bit << ": " << codes[0];
      }
      for (int i = 0; i < 20; i += 7) {
        const auto text = Read(std::to_string(2000 + i).c_str());
        if (text.ok()) {
          EXPECT_EQ(*text, texts_[static_cast<size_t>(i)]) << path << ", bit " << bit;
        } else {
          EXPECT_EQ(text.status().code(), StatusCode::kCorruption) << text.status().message();
        }
      }
    }
    support::WriteFile(path, whole);
  }
  EXPECT_EQ(Codes(), std::vector<std::string>{});
}

TEST_F(DamagedFile, ATableThatIsMissingOrCutShortIsFound) {
  for (const std::string& path : TableFiles()) {
    const std::string whole = support::ReadFile(path);
    support::WriteFile(path, whole.substr(0, whole.size() / 2));
    EXPECT_FALSE(Codes().empty()) << path;
    std::filesystem::remove(path);
    EXPECT_FALSE(Codes().empty()) << path;
    support::WriteFile(path, whole);
  }
  EXPECT_EQ(Codes(), std::vector<std::string>{});
}

}  // namespace
}  // namespace muragat
