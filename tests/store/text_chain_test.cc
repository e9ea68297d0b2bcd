#include "muragat/store/text_chain.h"

#include <map>

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/random.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::TextState;

std::string LongText(const std::string& changing) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "Article " + std::to_string(i) + " stays as it always was.\n";
  return text.insert(text.size() / 2, changing + " changes.\n");
}

// Two laws that are alike, one of them with a long history, so that there are chains, their beginnings and
// bases in another document.
void Fill(MemoryArchive& archive) {
  std::vector<State> states;
  for (int i = 0; i < 24; ++i)
    states.push_back(TextState("a", std::to_string(1900 + i), LongText(std::to_string(i))));
  for (int i = 0; i < 3; ++i)
    states.push_back(TextState("b", std::to_string(1950 + i), LongText("another " + std::to_string(i))));
  archive.Import(states);
}

// The texts by their keys; nothing where a text cannot be rebuilt.
using Texts = std::map<RevisionKey, std::optional<std::string>>;

// Of all records, as a chain rebuilds them one after the other.
Texts Chained(const Database& database) {
  const Reader reader(database);
  TextChain chain(reader);
  Texts texts;
  const auto cursor = database.NewCursor(Family::kRevision);
  for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
    const RevisionKey key = DecodeRevisionKey(cursor->key()).value();
    const auto record = DecodeRevision(key, cursor->value());
    auto& text = texts[key];
    if (!record.ok()) continue;
    const auto rebuilt = chain.Rebuild(key, *record);
    if (rebuilt.ok()) text = std::string(*rebuilt);
  }
  return texts;
}

// The same, each read by itself.
Texts Read(const Database& database) {
  Texts texts;
  const auto cursor = database.NewCursor(Family::kRevision);
  for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
    const RevisionKey key = DecodeRevisionKey(cursor->key()).value();
    const auto stored = Reader(database).ReadRevision(key);
    texts[key] = stored.ok() ? std::optional((*stored)->text) : std::nullopt;
  }
  return texts;
}

TEST(TextChain, RebuildsWhatTheReaderReads) {
  MemoryArchive archive;
  Fill(archive);
  const Texts texts = Chained(archive.database());
  EXPECT_EQ(texts, Read(archive.database()));
  ASSERT_EQ(texts.size(), 27U);
  EXPECT_EQ(texts.rbegin()->second, "# Law\n" + LongText("another 2"));
  const auto value = archive.database().Get(Family::kRevision, EncodeRevisionKey({{2}, {1}, {0}}));
  EXPECT_EQ(DecodeRevision({{2}, {1}, {0}}, **value)->base.document, DocumentNumber{1})
      << "or the test does not try a base in another document";
}

TEST(TextChain, RefusesAChainOfAnotherLength) {
  MemoryArchive archive;
  Fill(archive);
  const RevisionKey key{{1}, {1}, {5}};
  const std::string encoded = EncodeRevisionKey(key);
  std::string value = archive.database().Get(Family::kRevision, encoded)->value();
  const RevisionRecord record = DecodeRevision(key, value).value();
  ASSERT_EQ(record.form, RevisionForm::kDiff);
  const size_t length_at = value.size() - record.payload.size() - 3;  // before the base, which has two bytes
  ASSERT_EQ(value[length_at], static_cast<char>(record.chain_length));
  value[length_at] = static_cast<char>(record.chain_length + 1);
  archive.Put(Family::kRevision, encoded, value);
  const Texts texts = Chained(archive.database());
  EXPECT_FALSE(texts.at(key)) << "though the script gives the text";
  EXPECT_TRUE(texts.at({{1}, {1}, {4}}));
}

TEST(TextChain, JudgesDamageAsTheReaderDoes) {
  constexpr uint32_t kSeed = 20261130;
  constexpr int kDamages = 400;
  support::Random random(kSeed);
  MemoryArchive archive;
  Fill(archive);
  const Texts whole = Read(archive.database());
  int noticed = 0;
  for (int i = 0; i < kDamages; ++i) {
    auto hit = whole.begin();
    std::advance(hit, random.Below(whole.size()));
    const std::string key = EncodeRevisionKey(hit->first);
    const std::string value = archive.database().Get(Family::kRevision, key)->value();
    std::string damaged = value;
    char& byte = damaged[random.Below(damaged.size())];
    byte = static_cast<char>(byte ^ (1 << random.Below(8)));
    archive.Put(Family::kRevision, key, damaged);
    const Texts read = Read(archive.database());
    EXPECT_EQ(Chained(archive.database()), read) << "damage " << i << " of seed " << kSeed;
    if (read != whole) ++noticed;
    archive.Put(Family::kRevision, key, value);
  }
  EXPECT_GT(noticed, kDamages / 2);
}

}  // namespace
}  // namespace muragat
