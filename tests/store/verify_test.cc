#include "muragat/store/verify.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "muragat/base/bytes.h"
#include "muragat/codec/capture_record.h"
#include "muragat/codec/reform_record.h"
#include "muragat/codec/revision_record.h"
#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::Date;
using support::Removal;
using support::TextState;

using Codes = std::vector<std::string>;

// A small archive with one record of every kind, to be damaged.
class VerifyTest : public testing::Test {
 protected:
  VerifyTest() {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "Line " + std::to_string(i) + " of the law.\n";
    State captured = TextState("kz/law", "2021", text + "changed", "Law on elections");
    captured.capture = {.media_type = "text/html", .bytes = "<p>raw</p>"};
    archive_.Import({TextState("kz/law", "2020", text)});
    archive_.Import({captured, Removal("kz/law", "2022")});
    archive_.Withdraw("kz/law", "2022");
  }

  static std::string Edition(const char* date, uint32_t commit, uint32_t place = 0) {
    return EncodeEditionKey({{1}, Date(date), {{commit}, place}});
  }
  static std::string Revision(uint32_t ordinal) { return EncodeRevisionKey({{1}, {1}, {ordinal}}); }
  Codes CodesWithout(Family family, const std::string& key) const {
    return archive_.Without(family, key)->Codes();
  }
  // The codes once `value` stands under `key`; the archive is as before afterwards.
  Codes CodesWith(Family family, const std::string& key, const std::string& value) const {
    MemoryArchive copy;
    for (const auto& [place, stored] : archive_.Dump()) copy.Put(place.first, place.second, stored);
    copy.Put(family, key, value);
    return copy.Codes();
  }
  std::string Stored(Family family, const std::string& key) {
    return archive_.database().Get(family, key).value().value_or("");
  }
  static bool Has(const Codes& codes, const char* code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  }

  MemoryArchive archive_;
};

TEST_F(VerifyTest, FindsNothingInAnArchiveAsItWasWritten) {
  NoProgress progress;
  const auto report = Verify(
      archive_.database(), {}, [](const Finding& found) { ADD_FAILURE() << found.message; }, progress);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->documents, 1u);
  EXPECT_EQ(report->editions, 4u);
  EXPECT_EQ(report->texts, 2u);
  EXPECT_EQ(report->captures, 1u);
  EXPECT_EQ(report->reforms, 1u);
  EXPECT_EQ(report->commits, 3u);
  EXPECT_EQ(report->findings, 0u);
  EXPECT_EQ(report->text_bytes,
            archive_.TextOn("kz/law", "2020")->size() + archive_.TextOn("kz/law", "2021")->size());
}

TEST_F(VerifyTest, FindsNothingInAnEmptyArchive) { EXPECT_EQ(MemoryArchive().Codes(), Codes{}); }

TEST_F(VerifyTest, V002IsAKeyThatMakesNoSense) {
  EXPECT_EQ(CodesWith(Family::kEdition, "short", ""), Codes{"V002"});
  EXPECT_EQ(CodesWith(Family::kRevision, "short", ""), Codes{"V002"});
  EXPECT_EQ(CodesWith(Family::kCapture, "short", ""), Codes{"V002"});
  EXPECT_EQ(CodesWith(Family::kLog, "c", ""), Codes{"V002"});
  EXPECT_EQ(CodesWith(Family::kLog, "x", ""), Codes{"V002"});
  EXPECT_EQ(CodesWith(Family::kCatalog, "x", ""), Codes{"V002"});
  EXPECT_EQ(CodesWith(Family::kCatalog, "f1", ""), Codes{"V002"});
  EXPECT_EQ(CodesWith(Family::kCatalog, "n1", ""), Codes{"V002"});
  EXPECT_EQ(CodesWith(Family::kCatalog, AliasKey({1}, {2}, {3}), "\x01"), Codes{"V013"})
      << "it makes sense, but its commit did not bring it";
  EXPECT_EQ(CodesWith(Family::kCatalog, AliasKey({1}, {2}, {3}), ""), Codes{"V002"});
}

TEST_F(VerifyTest, ReservedKeysOfTheLogAreNoDamage) {
  EXPECT_EQ(CodesWith(Family::kLog, "t1", "node"), Codes{});
}

TEST_F(VerifyTest, V003IsAnEditionThatCannotBeDecoded) {
  EXPECT_EQ(CodesWith(Family::kEdition, Edition("2020", 1), "\x01\x40"), Codes{"V003"});
  EXPECT_EQ(CodesWith(Family::kEdition, Edition("2022", 3), ""), Codes{"V003"});
}

TEST_F(VerifyTest, V004IsATextThatAnEditionNamesAndIsNotThere) {
  EXPECT_EQ(CodesWithout(Family::kRevision, Revision(1)), Codes{"V004"});
  const Codes codes = CodesWithout(Family::kRevision, Revision(0));
  EXPECT_TRUE(Has(codes, "V004")) << "the first edition's own text";
  EXPECT_TRUE(Has(codes, "V005")) << "and the text that is a diff from it";
}

TEST_F(VerifyTest, V005IsATextThatCannotBeRebuilt) {
  EXPECT_EQ(CodesWith(Family::kRevision, Revision(1), "\x09"), Codes{"V005"});
  std::string value = Stored(Family::kRevision, Revision(1));
  value.back() = static_cast<char>(value.back() ^ 1);
  EXPECT_EQ(CodesWith(Family::kRevision, Revision(1), value), Codes{"V005"});
  std::string base = Stored(Family::kRevision, Revision(0));
  base.back() = static_cast<char>(base.back() ^ 1);
  EXPECT_EQ(CodesWith(Family::kRevision, Revision(0), base), (Codes{"V005", "V005"}))
      << "and what is a diff from it";
}

TEST_F(VerifyTest, V005IsAlsoAChainOfAnotherLengthThanItSays) {
  const RevisionKey key{{1}, {1}, {1}};
  std::string value = Stored(Family::kRevision, Revision(1));
  const size_t script_bytes = DecodeRevision(key, value)->payload.size();
  char& length = value[value.size() - script_bytes - 3];  // before the base, which has two bytes
  ASSERT_EQ(length, 1);
  length = 2;
  EXPECT_EQ(CodesWith(Family::kRevision, Revision(1), value), Codes{"V005"});
}

TEST_F(VerifyTest, V013IsATitleOrANumberThatWasNotRecorded) {
  const RevisionKey key{{1}, {1}, {0}};
  const std::string value = Stored(Family::kRevision, Revision(0));
  RevisionRecord record = DecodeRevision(key, value).value();
  record.number = "7";
  EXPECT_EQ(CodesWith(Family::kRevision, Revision(0), EncodeRevision(key, record)), Codes{"V013"});
  record = DecodeRevision(key, value).value();
  record.title = "Another title";
  EXPECT_EQ(CodesWith(Family::kRevision, Revision(0), EncodeRevision(key, record)), Codes{"V013"});
  record = DecodeRevision(key, value).value();
  record.teaser = true;
  EXPECT_EQ(CodesWith(Family::kRevision, Revision(0), EncodeRevision(key, record)), Codes{"V013"});
}

TEST_F(VerifyTest, V006IsACaptureThatIsMissingOrDamaged) {
  const std::string key = EncodeCaptureKey({1}, {1});
  EXPECT_EQ(CodesWithout(Family::kCapture, key), Codes{"V006"});
  std::string value = Stored(Family::kCapture, key);
  value.back() = 'x';
  EXPECT_EQ(CodesWith(Family::kCapture, key, value), Codes{"V006"});
  EXPECT_EQ(CodesWith(Family::kCapture, EncodeCaptureKey({1}, {2}), EncodeCapture({{}, {1}})), Codes{});
  EXPECT_EQ(CodesWith(Family::kCapture, EncodeCaptureKey({1}, {2}), EncodeCapture({{}, {2}})), Codes{"V006"});
}

TEST_F(VerifyTest, V007IsAReformThatIsMissingOrDamaged) {
  EXPECT_EQ(CodesWithout(Family::kCatalog, ReformKey({1})), Codes{"V007"});
  EXPECT_EQ(CodesWith(Family::kCatalog, ReformKey({1}), "\x01"), Codes{"V007"});
  EXPECT_EQ(CodesWithout(Family::kCatalog, ReformByIdKey("2021/law-on-elections")), Codes{"V007"});
  EXPECT_EQ(CodesWith(Family::kCatalog, ReformByIdKey("2021/law-on-elections"), "\x02"), Codes{"V007"});
  EXPECT_EQ(CodesWithout(Family::kCatalog, ReformByTitleKey("Law on elections", Date("2021"))),
            Codes{"V007"});
  EXPECT_EQ(CodesWith(Family::kCatalog, ReformByTitleKey("Law on elections", Date("2021")), ""),
            Codes{"V007"});
}

TEST_F(VerifyTest, V008IsACommitThatIsMissingDamagedOrOutOfOrder) {
  EXPECT_EQ(CodesWithout(Family::kLog, CommitKey({1})), (Codes{"V008", "V008"}))
      << "the gap, and its edition";
  EXPECT_EQ(CodesWithout(Family::kLog, CommitKey({3})), Codes{"V008"}) << "its withdrawal";
  EXPECT_EQ(CodesWith(Family::kLog, CommitKey({3}), "muragat-commit 1\n"), (Codes{"V008", "V008"}))
      << "the record, and its withdrawal";
  CommitRecord commit = archive_.reader().ReadCommit({3}).value();
  commit.recorded = support::FirstOf("2021-01-01");
  EXPECT_EQ(CodesWith(Family::kLog, CommitKey({3}), EncodeCommit(commit)), Codes{"V008"});
  commit.sequence = {4};
  EXPECT_EQ(CodesWith(Family::kLog, CommitKey({3}), EncodeCommit(commit)), (Codes{"V008", "V008"}));
}

TEST_F(VerifyTest, V009IsADocumentWhoseIdIsMissingOrLeadsElsewhere) {
  EXPECT_EQ(CodesWithout(Family::kCatalog, DocumentByIdKey("kz/law")), Codes{"V009"});
  const Codes codes = CodesWithout(Family::kCatalog, DocumentIdKey({1}));
  EXPECT_GE(codes.size(), 4u) << "the id, two texts, two editions";
  EXPECT_EQ(std::count(codes.begin(), codes.end(), "V009"), static_cast<std::ptrdiff_t>(codes.size()));
  EXPECT_EQ(CodesWith(Family::kCatalog, DocumentIdKey({1}), "kz/other"), (Codes{"V009"}));
  EXPECT_EQ(CodesWith(Family::kCatalog, DocumentByIdKey("kz/nothing"), "\x07"), Codes{"V009"});
}

TEST_F(VerifyTest, V010IsAWithdrawalOfWhatIsNotThere) {
  EXPECT_EQ(CodesWith(Family::kEdition, Edition("2022", 3), EncodeWithdrawal({{{2}, 9}, "", ""})),
            Codes{"V010"});
  EXPECT_TRUE(Has(CodesWithout(Family::kEdition, Edition("2022", 2, 1)), "V010"));
}

TEST_F(VerifyTest, V011IsADerivedRecordThatIsMissing) {
  EXPECT_EQ(CodesWithout(Family::kDerived, EncodeReformLink({{1}, {1}, Date("2021")})), Codes{"V011"});
}

TEST_F(VerifyTest, V011AndV009AreNotSaidOfOtherRecordsThatLeadThere) {
  EXPECT_EQ(CodesWith(Family::kDerived, EncodeReformLink({{1}, {1}, Date("1990")}), ""), Codes{});
  EXPECT_EQ(CodesWith(Family::kCatalog, DocumentByIdKey("kz/other-name"), "\x01"), Codes{});
}

TEST_F(VerifyTest, V012IsACommitThatBroughtMoreOrFewerRecordsThanItSays) {
  EXPECT_EQ(CodesWithout(Family::kEdition, Edition("2020", 1)), Codes{"V012"});
  EXPECT_EQ(CodesWithout(Family::kEdition, Edition("2022", 3)), Codes{"V012"});
  EXPECT_EQ(CodesWith(Family::kEdition, Edition("2020", 1, 1), Stored(Family::kEdition, Edition("2020", 1))),
            Codes{"V012"});
}

TEST_F(VerifyTest, GoesOnAfterAFindingAndNamesWhatIsLost) {
  std::vector<Finding> findings;
  NoProgress progress;
  archive_.Put(Family::kRevision, Revision(0), "\x09");
  archive_.Put(Family::kEdition, Edition("2021", 2), "\x09");
  const auto report = Verify(
      archive_.database(), {}, [&](const Finding& found) { findings.push_back(found); }, progress);
  ASSERT_TRUE(report.ok());
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(report->findings, 3u);
  EXPECT_EQ(findings[0].code, "V005");
  EXPECT_EQ(findings[0].document, "kz/law");
  EXPECT_EQ(findings[0].section, SectionNumber{1});
  EXPECT_EQ(findings[0].message, "text 0 of section s1 of document 1 cannot be decoded");
  EXPECT_EQ(findings[2].code, "V003");
  EXPECT_EQ(findings[2].commit, CommitNumber{2});
  EXPECT_EQ(findings[2].message, "the edition of document 1 at 2021 (commit 2, place 0) cannot be decoded");
}

TEST_F(VerifyTest, QuicklyRebuildsNoText) {
  std::string value = Stored(Family::kRevision, Revision(1));
  value.back() = static_cast<char>(value.back() ^ 1);
  archive_.Put(Family::kRevision, Revision(1), value);
  EXPECT_EQ(archive_.Codes(true), Codes{});
  archive_.Put(Family::kRevision, Revision(0), "\x09");
  EXPECT_EQ(archive_.Codes(true), Codes{"V005"});
}

TEST_F(VerifyTest, StopsWhenItIsAskedTo) {
  class Stop final : public ProgressSink {
   public:
    void Report(std::string_view, uint64_t, uint64_t) override {}
    bool Cancelled() const override { return true; }
  };
  std::vector<State> states;
  for (int i = 0; i < 600; ++i) states.push_back(TextState("d" + std::to_string(i), "2020", "1"));
  archive_.Import(states);
  Stop stop;
  EXPECT_EQ(Verify(
                archive_.database(), {}, [](const Finding&) {}, stop)
                .status()
                .code(),
            StatusCode::kCancelled);
}

}  // namespace
}  // namespace muragat
