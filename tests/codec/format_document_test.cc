#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "muragat/codec/edition_record.h"
#include "muragat/codec/keys.h"
#include "muragat/codec/revision_record.h"
#include "tests/support/dates.h"
#include "tests/support/hex.h"

namespace muragat {
namespace {

using support::Date;
using support::ToHex;

// The bytes of the blocks "```hex NAME" of doc/format.md, by their names.
std::map<std::string, std::string> ReadExamples() {
  std::ifstream file(std::string(MURAGAT_SOURCE_DIR) + "/doc/format.md", std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  constexpr std::string_view kFence = "```hex ";
  std::map<std::string, std::string> examples;
  for (size_t at = text.find(kFence); at != std::string::npos; at = text.find(kFence, at)) {
    const size_t name = at + kFence.size(), line_end = text.find('\n', name),
                 end = text.find("```", line_end);
    if (end == std::string::npos) break;
    examples[text.substr(name, line_end - name)] = support::FromHex(text.substr(line_end, end - line_end));
    at = end;
  }
  return examples;
}

class FormatDocument : public testing::Test {
 protected:
  // Checks one example, and that there is one.
  void ExpectExample(const std::string& name, const std::string& bytes) {
    ASSERT_TRUE(examples_.contains(name)) << "doc/format.md has no example " << name;
    EXPECT_EQ(ToHex(examples_[name]), ToHex(bytes)) << name;
  }

  std::map<std::string, std::string> examples_ = ReadExamples();
  const RevisionKey first_{{1}, {1}, {0}};
  const RevisionKey second_{{1}, {1}, {1}};
};

TEST_F(FormatDocument, HasTheExamplesThatAreCheckedAndNoOther) {
  std::string names;
  for (const auto& [name, bytes] : examples_) names += name + " ";
  EXPECT_EQ(names, "diff-value edition-key edition-value revision-key revision-value ");
}

TEST_F(FormatDocument, ShowsTheRevisionAsItIsEncoded) {
  ExpectExample("revision-key", EncodeRevisionKey(first_));
  const RevisionRecord keyframe{.title = "Majilis",
                                .checksum = 0xd3aeccd9,
                                .heading_bytes = 10,
                                .payload = "# Majilis\nIt has 67 deputies.\n"};
  ExpectExample("revision-value", EncodeRevision(first_, keyframe));
}

TEST_F(FormatDocument, ShowsTheEditionAsItIsEncoded) {
  const EditionKey key{{1}, Date("1995-08-30"), {{1}, 0}};
  ExpectExample("edition-key", EncodeEditionKey(key));
  const Edition edition{.document = key.document,
                        .valid = key.valid,
                        .recorded = key.recorded,
                        .reform = {1},
                        .title = "Majilis",
                        .language = "und",
                        .sections = {{{1}, {0}, 0}}};
  ExpectExample("edition-value", EncodeEdition(edition, true));
}

TEST_F(FormatDocument, ShowsTheDiffAsItIsEncoded) {
  const RevisionRecord diff{.form = RevisionForm::kDiff,
                            .title = "Majilis",
                            .checksum = 0x77059426,
                            .heading_bytes = 10,
                            .text_bytes = 30,
                            .chain_length = 1,
                            .base = first_};
  const EditScript script = {
      {EditKind::kKeep, 17}, {EditKind::kDelete, 2}, {EditKind::kInsert, 2, "77"}, {EditKind::kKeep, 11}};
  ExpectExample("diff-value", EncodeRevision(second_, diff, script));
}

TEST_F(FormatDocument, ShowsBytesThatAreReadAsTheProseSays) {
  const auto keyframe = DecodeRevision(first_, examples_["revision-value"]);
  ASSERT_TRUE(keyframe.ok()) << keyframe.status().message();
  EXPECT_EQ(keyframe->payload, "# Majilis\nIt has 67 deputies.\n");
  const auto key = DecodeEditionKey(examples_["edition-key"]);
  ASSERT_TRUE(key);
  EXPECT_EQ(FormatDate(key->valid), "1995-08-30");
  const auto edition = DecodeEdition(*key, examples_["edition-value"]);
  ASSERT_TRUE(edition.ok()) << edition.status().message();
  EXPECT_EQ(std::get<Edition>(edition->record).sections.size(), 1u);
}

}  // namespace
}  // namespace muragat
