#include "muragat/model/document_id.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(DocumentId, TakesWhatRealArchivesName) {
  for (const char* text :
       {"kz/elections-and-political-reforms", "README.md", "Livre Ier/Titre III/Article 102.md",
        "Facebook/Data Processor Agreement.md", "қр/сайлау", "a", "a/.b/..c", "100%", "a#b", "…"}) {
    const Result<DocumentId> id = DocumentId::Parse(text);
    ASSERT_TRUE(id.ok()) << text;
    EXPECT_EQ(id->text(), text);
  }
}

TEST(DocumentId, RefusesEmptyPartsAndDots) {
  for (const char* text : {"", "/", "/a", "a/", "a//b", ".", "..", "a/.", "../a", "a/../b", "a/./b"}) {
    const Result<DocumentId> id = DocumentId::Parse(text);
    ASSERT_FALSE(id.ok()) << text;
    EXPECT_EQ(id.status().code(), StatusCode::kInvalidArgument);
  }
}

TEST(DocumentId, RefusesControlCharactersAndMalformedText) {
  for (const std::string& text :
       {std::string("a\nb"), std::string("a\tb"), std::string("a\0b", 3), std::string("a\x7f"),
        std::string("a\u0085"), std::string("a\xff"), std::string("\xed\xa0\x80")}) {
    EXPECT_FALSE(DocumentId::Parse(text).ok());
  }
}

TEST(DocumentId, MessagesShowNoControlCharacters) {
  const Status status = DocumentId::Parse("a\x1b[31m").status();
  EXPECT_EQ(status.message().find('\x1b'), std::string::npos);
}

TEST(DocumentId, HoldsAtMostAThousandAndTwentyFourBytes) {
  EXPECT_TRUE(DocumentId::Parse(std::string(1024, 'a')).ok());
  EXPECT_FALSE(DocumentId::Parse(std::string(1025, 'a')).ok());
}

TEST(DocumentId, SortsByItsBytes) {
  EXPECT_LT(*DocumentId::Parse("a"), *DocumentId::Parse("b"));
  EXPECT_EQ(*DocumentId::Parse("a/b"), *DocumentId::Parse("a/b"));
}

}  // namespace
}  // namespace muragat
