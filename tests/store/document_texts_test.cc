#include "muragat/store/document_texts.h"

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/generated_history.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

// Every text of every edition, in the order of the editions and in any order, is what the reader gives.
TEST(DocumentTexts, AreThoseOfTheReaderInWhateverOrder) {
  MemoryArchive archive;
  const auto history = support::GenerateHistory(77, {.sections = 30, .editions = 60});
  for (const auto& edition : history.editions) archive.Import({edition.state});
  std::vector<SectionRef> refs;
  for (const HistoryEntry& entry : archive.History(history.document))
    refs.insert(refs.end(), entry.edition.sections.begin(), entry.edition.sections.end());
  support::Random random(20261125);
  for (const bool shuffled : {false, true}) {
    if (shuffled) random.Shuffle(refs);
    auto texts = DocumentTexts::Open(archive.reader(), {1});
    ASSERT_TRUE(texts.ok());
    for (const SectionRef& ref : refs) {
      const auto text = texts->Read(ref.section, ref.ordinal);
      ASSERT_TRUE(text.ok()) << text.status().message();
      ASSERT_EQ(**text, (*archive.reader().ReadRevision({{1}, ref.section, ref.ordinal}))->text);
    }
  }
}

TEST(DocumentTexts, ATextThatIsNotThereIsDamage) {
  MemoryArchive archive;
  archive.Import({support::GenerateHistory(78, {.sections = 3, .editions = 1}).editions[0].state});
  auto texts = DocumentTexts::Open(archive.reader(), {1});
  EXPECT_EQ(texts->Read({1}, {9}).status().code(), StatusCode::kCorruption);
  EXPECT_EQ(texts->Read({99}, {0}).status().code(), StatusCode::kCorruption);
}

}  // namespace
}  // namespace muragat
