// The records that are hashed: their bytes are pinned, for a changed byte would break every proof.
#include <gtest/gtest.h>

#include "muragat/proof/brought_records.h"
#include "muragat/proof/edition_statement.h"
#include "muragat/proof/record_lines.h"
#include "muragat/proof/section_line.h"
#include "tests/support/damage.h"

namespace muragat {
namespace {

const char* const kHash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";  // of "abc"

const std::string kSection = std::string(
                                 "muragat-section 1\n"
                                 "place 2\n"
                                 "depth 1\n"
                                 "lineage 7\n"
                                 "number 50\n"
                                 "title A\\\\b\\nc\n"
                                 "flags teaser\n"
                                 "text ") +
                             kHash + "\nbytes 3\n";

SectionLine Section() {
  return {.place = 2,
          .depth_levels = 1,
          .lineage = {7},
          .number = "50",
          .title = "A\\b\nc",
          .teaser = true,
          .text = DigestOf({"abc"}),
          .text_bytes = 3};
}

const std::string kEdition = std::string(
                                 "muragat-edition 1\n"
                                 "document kz/parliament\n"
                                 "title Parliament\n"
                                 "language en\n"
                                 "valid 2022-06\n"
                                 "basis seen\n"
                                 "reform Referendum\n"
                                 "author \n"
                                 "source https://example.org/p\n"
                                 "media text/markdown\n"
                                 "captured 2022-06-08T12:00:00Z\n"
                                 "capture text\n"
                                 "sections 3\n"
                                 "root ") +
                             kHash + "\n";

EditionStatement Statement() {
  EditionStatement edition;
  edition.document = "kz/parliament";
  edition.title = "Parliament";
  edition.language = "en";
  edition.valid = ParseDate("2022-06").value();
  edition.basis = Basis::kSeen;
  edition.reform = "Referendum";
  edition.source_url = "https://example.org/p";
  edition.media_type = "text/markdown";
  edition.captured = ParseDate("2022-06-08T12:00:00Z").value();
  edition.has_capture = true;
  edition.sections = 3;
  edition.root = DigestOf({"abc"});
  return edition;
}

StatusCode SectionCode(std::string bytes, std::string_view part, std::string_view replacement) {
  bytes.replace(bytes.find(part), part.size(), replacement);
  return DecodeSectionLine(bytes).status().code();
}

TEST(SectionLine, IsWrittenAndReadBack) {
  EXPECT_EQ(EncodeSectionLine(Section()), kSection);
  EXPECT_EQ(DecodeSectionLine(kSection).value(), Section());
}

TEST(SectionLine, RefusesWhatWouldNotBeWrittenSo) {
  EXPECT_EQ(SectionCode(kSection, "place 2", "place 02"), StatusCode::kCorruption);
  EXPECT_EQ(SectionCode(kSection, "section 1", "section 2"), StatusCode::kCorruption);
  EXPECT_EQ(SectionCode(kSection, "lineage 7", "lineage 4294967303"), StatusCode::kCorruption);
  EXPECT_EQ(SectionCode(kSection, "A\\\\b", "A\\b"), StatusCode::kCorruption);
  EXPECT_EQ(SectionCode(kSection, "teaser", "Teaser"), StatusCode::kCorruption);
  EXPECT_EQ(SectionCode(kSection, "text b", "text B"), StatusCode::kCorruption);
  EXPECT_EQ(SectionCode(kSection, "bytes 3\n", "bytes 3\n\n"), StatusCode::kCorruption);
  support::ExpectNoDamagePassesFor(kSection, [](std::string_view value) -> Result<std::string> {
    const auto line = DecodeSectionLine(value);
    if (!line.ok()) return line.status();
    return EncodeSectionLine(*line);
  });
}

TEST(EditionStatement, IsWrittenAndReadBack) {
  EXPECT_EQ(EncodeStatement(Statement()), kEdition);
  EXPECT_EQ(DecodeStatement(kEdition).value(), Statement());
  EditionStatement captured = Statement();
  captured.capture = DigestOf({"abc"});
  EXPECT_NE(EncodeStatement(captured).find(std::string("capture ") + kHash + "\n"), std::string::npos);
  EXPECT_EQ(DecodeStatement(EncodeStatement(captured)).value(), captured);
}

TEST(EditionStatement, OfARemovalHasNoTitleAndNoSections) {
  EditionStatement removal;
  removal.document = "kz/parliament";
  removal.valid = ParseDate("2022-06-08").value();
  removal.reform = "Referendum";
  removal.removed = true;
  const std::string bytes =
      "muragat-removal 1\ndocument kz/parliament\nvalid 2022-06-08\nbasis in-force\nreform Referendum\n"
      "author \nsource \nmedia \ncaptured -\ncapture -\n";
  EXPECT_EQ(EncodeStatement(removal), bytes);
  EXPECT_EQ(DecodeStatement(bytes).value(), removal);
}

TEST(EditionStatement, NoCutAndNoFlippedBitPassesForIt) {
  support::ExpectNoDamagePassesFor(kEdition, [](std::string_view value) -> Result<std::string> {
    const auto edition = DecodeStatement(value);
    if (!edition.ok()) return edition.status();
    return EncodeStatement(*edition);
  });
}

TEST(BroughtRecords, AreThoseOfTheFormat) {
  EXPECT_EQ(EncodeWithdrawalRecord("kz/a", ParseDate("2022-06-08").value(), {{3}, 4}, "Archivist", "misread"),
            "muragat-withdrawal 1\ndocument kz/a\nvalid 2022-06-08\ncommit 3\nplace 4\nauthor Archivist\n"
            "because misread\n");
  EXPECT_EQ(EncodeReformRecord({.id = "2022/law", .title = "Law", .date = ParseDate("2022").value()}),
            "muragat-reform 1\nid 2022/law\ndate 2022\ntitle Law\n");
  LinkRecord link{.document = "kz/a", .section = {5}, .target = {3}, .from = {}};
  EXPECT_EQ(EncodeLinkRecord(link),
            "muragat-link 1\ndocument kz/a\nsection 5\ntarget 3\nfrom -\nby import\nauthor \nbecause \n");
  link.from = ParseDate("2022").value();
  link.by_archivist = true;
  link.author = "A";
  link.because = "b";
  EXPECT_EQ(
      EncodeLinkRecord(link),
      "muragat-link 1\ndocument kz/a\nsection 5\ntarget 3\nfrom 2022\nby archivist\nauthor A\nbecause b\n");
}

TEST(ParseDecimal, TakesDigitsOnly) {
  EXPECT_EQ(ParseDecimal("18446744073709551615"), UINT64_MAX);
  EXPECT_FALSE(ParseDecimal("18446744073709551616"));
  EXPECT_FALSE(ParseDecimal(""));
  EXPECT_FALSE(ParseDecimal("-1"));
  EXPECT_FALSE(ParseDecimal("1 "));
  EXPECT_FALSE(ParseDecimal("11", 10));
}

}  // namespace
}  // namespace muragat
