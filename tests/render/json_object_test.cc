#include "muragat/render/json_object.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

std::string Write(std::string_view text) { return JsonObject().Set("t", text).Text(); }

// RFC 8259, part 7.
TEST(JsonObject, EscapesWhatMustBeEscapedAndNothingElse) {
  EXPECT_EQ(Write("a\"b\\c/d"), R"({"t":"a\"b\\c/d"})");
  EXPECT_EQ(Write("\b\t\n\f\r\x01\x1f\x7f"), "{\"t\":\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f\"}");
  EXPECT_EQ(Write("Сенат — Sénat 参议院 \U0001F600"), "{\"t\":\"Сенат — Sénat 参议院 \U0001F600\"}");
  EXPECT_EQ(Write(std::string("\0 \0", 3)), R"({"t":"\u0000 \u0000"})");
  EXPECT_EQ(Write(""), R"({"t":""})");
}

TEST(JsonObject, EachByteThatIsNoUtf8IsReplaced) {
  EXPECT_EQ(Write("a\xff\"b"), "{\"t\":\"a\xef\xbf\xbd\\\"b\"}");
  EXPECT_EQ(Write("\xe2\x80"), "{\"t\":\"\xef\xbf\xbd\xef\xbf\xbd\"}");
}

}  // namespace
}  // namespace muragat
