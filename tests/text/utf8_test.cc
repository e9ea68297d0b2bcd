#include "muragat/text/utf8.h"

#include <cstdint>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(FindInvalidUtf8, TakesEveryScript) {
  EXPECT_FALSE(FindInvalidUtf8(""));
  EXPECT_FALSE(FindInvalidUtf8("Free and fair elections"));
  EXPECT_FALSE(FindInvalidUtf8("Сайлау және саяси реформалар"));
  EXPECT_FALSE(FindInvalidUtf8("选举与政治改革 \U0001F5F3 \U0010FFFF"));
  EXPECT_FALSE(FindInvalidUtf8("\ufeff\ufffd\uffff"));
}

TEST(FindInvalidUtf8, PointsAtTheFirstByteThatIsWrong) {
  EXPECT_EQ(FindInvalidUtf8("abc\xff"), 3u);
  EXPECT_EQ(FindInvalidUtf8("ж\x80"), 2u);
  EXPECT_EQ(FindInvalidUtf8("0123456789abcdef\xc3"), 16u);
  EXPECT_EQ(FindInvalidUtf8(std::string("0123456\0"
                                        "9",
                                        9)),
            7u);
  EXPECT_EQ(FindInvalidUtf8(std::string("ж\0", 3)), 2u);
}

TEST(FindInvalidUtf8, RefusesWhatTable37Refuses) {
  for (const char* text :
       {"\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf",
        "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xfe", "\x80",
        "\xc3", "\xe2\x82", "\xf0\x9f\x97", "\xc3(", "\xe2(\xa1", "\xe2\x82("}) {
    EXPECT_EQ(FindInvalidUtf8(text), 0u);
  }
}

TEST(DecodeUtf8, MovesByOneCharacter) {
  const std::string text = "aж中\U0001F5F3";
  size_t at = 0;
  EXPECT_EQ(DecodeUtf8(text, at), U'a');
  EXPECT_EQ(DecodeUtf8(text, at), U'ж');
  EXPECT_EQ(at, 3u);
  EXPECT_EQ(DecodeUtf8(text, at), U'中');
  EXPECT_EQ(DecodeUtf8(text, at), U'\U0001F5F3');
  EXPECT_EQ(at, text.size());
}

TEST(DecodeUtf8, MalformedBytesMoveByOne) {
  const std::string text = "\xe2\x82(";
  size_t at = 0;
  EXPECT_EQ(DecodeUtf8(text, at), U'\ufffd');
  EXPECT_EQ(at, 1u);
  EXPECT_EQ(DecodeUtf8(text, at), U'\ufffd');
  EXPECT_EQ(DecodeUtf8(text, at), U'(');
}

TEST(AppendUtf8, WritesWhatDecodeUtf8Reads) {
  constexpr uint32_t kSeed = 37;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  for (int i = 0; i < 20'000; ++i) {
    const char32_t c = static_cast<char32_t>(random() >> (random() % 21)) % 0x110000;
    if (c == 0 || (c >= 0xd800 && c < 0xe000)) continue;
    std::string text;
    AppendUtf8(text, c);
    ASSERT_FALSE(FindInvalidUtf8(text)) << static_cast<uint32_t>(c);
    size_t at = 0;
    ASSERT_EQ(DecodeUtf8(text, at), c);
    ASSERT_EQ(at, text.size());
  }
}

// An independent reading of table 3-7, one row a line.
bool IsWellFormed(const std::string& s) {
  const auto in = [&s](size_t i, int low, int high) {
    return i < s.size() && static_cast<uint8_t>(s[i]) >= low && static_cast<uint8_t>(s[i]) <= high;
  };
  for (size_t i = 0; i < s.size();) {
    if (in(i, 0x01, 0x7f))
      i += 1;
    else if (in(i, 0xc2, 0xdf) && in(i + 1, 0x80, 0xbf))
      i += 2;
    else if (in(i, 0xe0, 0xe0) && in(i + 1, 0xa0, 0xbf) && in(i + 2, 0x80, 0xbf))
      i += 3;
    else if (in(i, 0xe1, 0xec) && in(i + 1, 0x80, 0xbf) && in(i + 2, 0x80, 0xbf))
      i += 3;
    else if (in(i, 0xed, 0xed) && in(i + 1, 0x80, 0x9f) && in(i + 2, 0x80, 0xbf))
      i += 3;
    else if (in(i, 0xee, 0xef) && in(i + 1, 0x80, 0xbf) && in(i + 2, 0x80, 0xbf))
      i += 3;
    else if (in(i, 0xf0, 0xf0) && in(i + 1, 0x90, 0xbf) && in(i + 2, 0x80, 0xbf) && in(i + 3, 0x80, 0xbf))
      i += 4;
    else if (in(i, 0xf1, 0xf3) && in(i + 1, 0x80, 0xbf) && in(i + 2, 0x80, 0xbf) && in(i + 3, 0x80, 0xbf))
      i += 4;
    else if (in(i, 0xf4, 0xf4) && in(i + 1, 0x80, 0x8f) && in(i + 2, 0x80, 0xbf) && in(i + 3, 0x80, 0xbf))
      i += 4;
    else
      return false;
  }
  return true;
}

TEST(FindInvalidUtf8, AgreesWithTheTableOnRandomBytes) {
  constexpr uint32_t kSeed = 3700;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const std::string likely =
      "\x01\x7f\x80\x8f\x90\x9f\xa0\xbf\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf3\xf4\xf5";
  for (int i = 0; i < 100'000; ++i) {
    std::string text(random() % 12, 'a');
    for (char& c : text) {
      if (random() % 4 != 0) c = likely[random() % likely.size()];
    }
    ASSERT_EQ(!FindInvalidUtf8(text).has_value(), IsWellFormed(text)) << VisibleText(text);
  }
}

TEST(VisibleText, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(VisibleText("a\x1b[31mb"), "a␛[31mb");
  EXPECT_EQ(VisibleText("a\nb\tc\r"), "a␊b␉c␍");
  EXPECT_EQ(VisibleText("a\x7f"), "a␡");
  EXPECT_EQ(VisibleText("\u202egpj"), "<U+202E>gpj");
  EXPECT_EQ(VisibleText("a\u200bb"), "a<U+200B>b");
  EXPECT_EQ(VisibleText("\u0085"), "<U+0085>");
  EXPECT_EQ(VisibleText("a\xff"), "a<xFF>");
  EXPECT_EQ(VisibleText("Қазақстан – 中国"), "Қазақстан – 中国");
}

TEST(VisibleText, KeepsLinesWhereItIsTold) {
  EXPECT_EQ(VisibleText("a\r\n\tb\n", true), "a\n\tb\n");
  EXPECT_EQ(VisibleText("a\rb", true), "a␍b");
}

TEST(VisibleText, ARealReplacementCharacterStays) { EXPECT_EQ(VisibleText("a\ufffd"), "a\ufffd"); }

TEST(HoldsControl, SeesEveryControlCharacterAtEveryPlace) {
  std::vector<std::string> controls = {std::string(1, '\0'), "\x01",    "\n", "\x1f", "\x7f",
                                       "\xc2\x80",           "\xc2\x9f"};
  for (size_t size = 0; size < 40; ++size) {
    for (const std::string& control : controls) {
      for (size_t at = 0; at <= size; ++at) {
        std::string text(size, '~');
        EXPECT_FALSE(HoldsControl(text));
        EXPECT_TRUE(HoldsControl(text.insert(at, control))) << size << " " << at;
      }
    }
  }
}

TEST(HoldsControl, TakesNothingElseForOne) {
  EXPECT_FALSE(HoldsControl(""));
  EXPECT_FALSE(HoldsControl(" !~"));
  EXPECT_FALSE(HoldsControl("\xc2\xa0 no-break and § and \xc2\xad"));
  EXPECT_FALSE(HoldsControl("Қазақстан Республикасы 第一条"));
  EXPECT_FALSE(HoldsControl("cut short \xc2")) << "half a character is none";
}

}  // namespace
}  // namespace muragat
