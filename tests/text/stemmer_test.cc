#include "muragat/text/stemmer.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

// Whether two folded words have one stem.
bool SameStem(const char* language, std::string_view a, std::string_view b) {
  const auto stemmer = Stemmer::Open(language);
  EXPECT_NE(stemmer, nullptr) << language;
  return stemmer != nullptr && stemmer->Stem(a) == stemmer->Stem(b);
}

TEST(Stemmer, TakesFormsOfAWordToOneStem) {
  EXPECT_TRUE(SameStem("en", "deputy", "deputies"));
  EXPECT_TRUE(SameStem("en-GB", "elected", "elects"));
  EXPECT_TRUE(SameStem("ru", "депутатов", "депутаты"));
  EXPECT_TRUE(SameStem("fr", "député", "députés"));
  EXPECT_TRUE(SameStem("de", "häuser", "haus"));
  EXPECT_FALSE(SameStem("en", "senate", "chamber"));
}

TEST(Stemmer, IsOnlyThereForSomeLanguages) {
  for (const char* language : {"kk", "zh", "und", "", "english", "porter"})
    EXPECT_EQ(Stemmer::Open(language), nullptr) << language;
}

TEST(Stemmer, SaysWhetherItLooksAtBeginnings) {
  EXPECT_TRUE(Stemmer::Open("DE")->KeepsFirstCharacter());
  EXPECT_FALSE(Stemmer::Open("ar")->KeepsFirstCharacter());
}

}  // namespace
}  // namespace muragat
