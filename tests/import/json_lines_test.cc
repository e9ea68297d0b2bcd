#include "import/json_lines.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

// Gives its bytes a few at a time.
class SlowSource final : public ByteSource {
 public:
  SlowSource(std::string bytes, size_t step_bytes, Status end = Status::Ok())
      : bytes_(std::move(bytes)), step_bytes_(step_bytes), end_(std::move(end)) {}
  Result<size_t> Read(std::span<char> buffer) override {
    widest_bytes_ = std::max(widest_bytes_, buffer.size());
    const size_t count = std::min({buffer.size(), step_bytes_, bytes_.size() - at_});
    if (count == 0 && !end_.ok()) return end_;
    bytes_.copy(buffer.data(), count, at_);
    at_ += count;
    return count;
  }

  // The largest buffer that was offered.
  size_t widest_bytes() const { return widest_bytes_; }

 private:
  std::string bytes_;
  size_t step_bytes_;
  Status end_;
  size_t at_ = 0;
  size_t widest_bytes_ = 0;
};

std::vector<JsonLinesReader::Line> ReadLines(const std::string& bytes, const Limits& limits = {},
                                             size_t step = 1 << 20) {
  SlowSource source(bytes, step);
  JsonLinesReader reader(source, limits);
  std::vector<JsonLinesReader::Line> lines;
  while (true) {
    Result<std::optional<JsonLinesReader::Line>> line = reader.ReadNext();
    EXPECT_TRUE(line.ok());
    if (!line.ok() || !line->has_value()) return lines;
    lines.push_back(**std::move(line));
  }
}

Result<State> ReadOne(const std::string& line) {
  std::vector<JsonLinesReader::Line> lines = ReadLines(line);
  if (lines.size() != 1) return Status::NotFound("not one line");
  return lines[0].state;
}

// The message for a line with these fields beside a good document, date and body.
std::string MessageOf(const std::string& fields) {
  return ReadOne("{\"document\":\"d\",\"date\":\"2022\",\"body\":\"b\"," + fields + "}").status().message();
}

TEST(JsonLinesReader, ReadsEveryField) {
  const Result<State> state = ReadOne(
      R"({"document":"kz/e.md","date":"2022-06-08","reform":"Referendum","author":"Akorda","body":"# A\ntext\n",)"
      R"("type":"text/markdown","language":"kk","source":"https://akorda.kz","captured":"2022-06-09T10:00:00Z",)"
      R"("title":"Сайлау","basis":"seen","unknown":{"a":[1,2]}})");
  ASSERT_TRUE(state.ok()) << state.status().message();
  EXPECT_EQ(state->document.text(), "kz/e.md");
  EXPECT_EQ(FormatDate(state->valid), "2022-06-08");
  EXPECT_EQ(state->basis, Basis::kSeen);
  EXPECT_EQ(state->reform, "Referendum");
  EXPECT_EQ(state->author, "Akorda");
  ASSERT_TRUE(state->content.has_value());
  EXPECT_EQ(state->content->Text(), "# A\ntext\n");
  EXPECT_EQ(state->content->title, "Сайлау");
  EXPECT_EQ(state->content->language, "kk");
  EXPECT_EQ(state->capture.media_type, "text/markdown");
  EXPECT_EQ(state->capture.source_url, "https://akorda.kz");
  ASSERT_TRUE(state->capture.captured.has_value());
  EXPECT_EQ(FormatDate(*state->capture.captured), "2022-06-09T10:00:00Z");
  EXPECT_FALSE(state->capture.bytes.has_value());
}

TEST(JsonLinesReader, OptionalFieldsMayBeNullOrAbsent) {
  for (const std::string fields :
       {"", R"(,"reform":null,"author":null,"type":null,"language":null,"title":null,)"
            R"("captured":null,"source":null,"basis":null)"}) {
    const Result<State> state = ReadOne(R"({"document":"d","date":"2022","body":"# A\n")" + fields + "}");
    ASSERT_TRUE(state.ok()) << state.status().message();
    EXPECT_EQ(state->reform, "");
    EXPECT_EQ(state->basis, Basis::kInForce);
    EXPECT_EQ(state->content->title, "A");
    EXPECT_EQ(state->content->language, "und");
    EXPECT_TRUE(state->capture.Empty());
  }
}

TEST(JsonLinesReader, ANullBodyIsARemoval) {
  const Result<State> state = ReadOne(R"({"document":"d.html","date":"2022","body":null})");
  ASSERT_TRUE(state.ok());
  EXPECT_FALSE(state->content.has_value());
}

TEST(JsonLinesReader, AnEmptyBodyIsAText) {
  const Result<State> state = ReadOne(R"({"document":"d","date":"2022","body":""})");
  ASSERT_TRUE(state.ok());
  EXPECT_EQ(state->content->sections.size(), 1u);
}

TEST(JsonLinesReader, ChoosesTheReaderByTypeThenByEndingThenMarkdown) {
  const auto title = [](const std::string& document, const std::string& type) {
    const Result<State> state = ReadOne("{\"document\":\"" + document + "\",\"date\":\"2022\"," + type +
                                        "\"body\":\"# A\\n\\nText.\\n\"}");
    return state.ok() ? state->content->title : state.status().message();
  };
  EXPECT_EQ(title("d", ""), "A");
  EXPECT_EQ(title("d.md", ""), "A");
  EXPECT_EQ(title("d.txt", ""), "");
  EXPECT_EQ(title("d.txt", "\"type\":\"text/markdown\","), "A");
  EXPECT_EQ(title("d.html", ""), "");
  EXPECT_EQ(title("d.wiki", ""), "");
  EXPECT_EQ(title("d", "\"type\":\"application/akn+xml\","),
            "the field \"body\": it is no XML: byte 11: No document element found");
  EXPECT_EQ(title("d", "\"type\":\"application/rtf\","), "there is no reader for application/rtf");
}

TEST(JsonLinesReader, APageIsItsTextWithThePageAsCapture) {
  const Result<State> state = ReadOne(
      R"({"document":"d","date":"2022","type":"text/html","body":"<html lang=kk><link rel=canonical href=http://a.org/><meta charset=koi8-r><h1>Заң</h1>"})");
  ASSERT_TRUE(state.ok()) << state.status().message();
  EXPECT_EQ(state->content->Text(), "# Заң\n");
  EXPECT_EQ(state->content->language, "kk");
  EXPECT_EQ(state->capture.media_type, "text/html");
  EXPECT_EQ(state->capture.source_url, "http://a.org/");
  EXPECT_EQ(state->capture.bytes,
            "<html lang=kk><link rel=canonical href=http://a.org/><meta charset=koi8-r><h1>Заң</h1>");
}

TEST(JsonLinesReader, WhatALineSaysGoesBeforeWhatItsPageSays) {
  const Result<State> state = ReadOne(
      R"({"document":"d","date":"2022","type":"text/html","title":"T","language":"ru","source":"http://b.org/","body":"<html lang=kk><title>x</title><link rel=canonical href=http://a.org/>a\u0000b"})");
  ASSERT_TRUE(state.ok()) << state.status().message();
  EXPECT_EQ(state->content->title, "T");
  EXPECT_EQ(state->content->language, "ru");
  EXPECT_EQ(state->capture.source_url, "http://b.org/");
  EXPECT_EQ(state->content->Text(),
            "a\ufffd"
            "b\n");
}

TEST(JsonLinesReader, SaysWhatIsWrongWithALine) {
  EXPECT_EQ(ReadOne(R"({"date":"2022","body":"b"})").status().message(), "the field \"document\" is missing");
  EXPECT_EQ(ReadOne(R"({"document":"d","body":"b"})").status().message(), "the field \"date\" is missing");
  EXPECT_EQ(ReadOne(R"({"document":"d","date":"2022"})").status().message(), "the field \"body\" is missing");
  EXPECT_EQ(ReadOne(R"(["document"])").status().message(), "the line is no JSON object");
  EXPECT_EQ(MessageOf(R"("reform":5)"), "the field \"reform\" is no string");
  EXPECT_EQ(MessageOf(R"("reform":"a\nb")"), "the field \"reform\" holds a control character");
  EXPECT_EQ(MessageOf(R"("author":"a\u0085")"), "the field \"author\" holds a control character");
  EXPECT_EQ(MessageOf(R"("body":"twice")"), "the field \"body\" stands there twice");
  EXPECT_EQ(MessageOf(R"("basis":"guessed")"), "the field \"basis\" is neither \"in-force\" nor \"seen\"");
  EXPECT_NE(MessageOf(R"("captured":"yesterday")").find("the field \"captured\""), std::string::npos);
  for (const char* line :
       {"{", "{\"document\":\"d\",}", "nonsense", "{} {}", "{\"document\":\"\xff\"}", "5", "{\"a\":\"\t\"}",
        "{\"a\":01}", R"({"document":"../d","date":"2022","body":"b"})",
        R"({"document":"d","date":"2022-02-31","body":"b"})", R"({"document":"","date":"2022","body":"b"})",
        R"({"document":null,"date":"2022","body":"b"})"}) {
    EXPECT_EQ(ReadOne(line).status().code(), StatusCode::kInvalidArgument) << line;
  }
}

TEST(JsonLinesReader, RefusesHalvesOfSurrogatePairsAndNul) {
  for (const char* escape :
       {"\\ud800", "\\udc00", "\\ud83d x", "\\ud83d\\u0041", "\\ud83d\\ud83d", "\\u0000", "\\u12g4"}) {
    const std::string body = std::string(R"({"document":"d","date":"2022","body":"a)") + escape + "\"}";
    EXPECT_EQ(ReadOne(body).status().code(), StatusCode::kInvalidArgument) << escape;
    EXPECT_NE(MessageOf(std::string("\"reform\":\"a") + escape + "\""), "") << escape;
  }
  const Result<State> pair = ReadOne(R"({"document":"d","date":"2022","body":"\ud83d\uddf3"})");
  ASSERT_TRUE(pair.ok());
  EXPECT_EQ(pair->content->Text(), "\U0001F5F3");
}

TEST(JsonLinesReader, NumbersLinesAndGoesOnBehindBadOnes) {
  const std::string good = R"({"document":"d","date":"2022","body":"b"})";
  for (const size_t step : {1u, 7u, 100000u}) {
    const auto lines = ReadLines("\ufeff" + good + "\r\n\n  \t\r\nbad\n" + good, {}, step);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0].number, 1u);
    EXPECT_TRUE(lines[0].state.ok());
    EXPECT_EQ(lines[1].number, 4u);
    EXPECT_FALSE(lines[1].state.ok());
    EXPECT_EQ(lines[2].number, 5u);
    EXPECT_TRUE(lines[2].state.ok());
  }
  EXPECT_TRUE(ReadLines("").empty());
  EXPECT_TRUE(ReadLines("\n\n").empty());
}

TEST(JsonLinesReader, ALineOverTheLimitIsPassedOver) {
  const std::string good = R"({"document":"d","date":"2022","body":"b"})";
  const std::string big = R"({"document":"d","date":"2022","body":")" + std::string(5'000'000, 'b') + "\"}";
  const Limits limits{.max_line_bytes = 1000};
  for (const std::string& bytes : {good + "\n" + big + "\n" + good + "\n", good + "\n" + big + "\n" + good}) {
    const auto lines = ReadLines(bytes, limits);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_TRUE(lines[0].state.ok());
    EXPECT_EQ(lines[1].state.status().message(), "the line is longer than 1000 bytes");
    EXPECT_EQ(lines[2].number, 3u);
    EXPECT_TRUE(lines[2].state.ok());
  }
  EXPECT_EQ(ReadLines(big, limits).size(), 1u);
  EXPECT_TRUE(ReadLines(good, {.max_line_bytes = good.size()})[0].state.ok());
  EXPECT_FALSE(ReadLines(good, {.max_line_bytes = good.size() - 1})[0].state.ok());
}

TEST(JsonLinesReader, ALineOverTheLimitIsNotHeld) {
  SlowSource source(std::string(20'000'000, 'b') + "\n", 1 << 20);
  JsonLinesReader reader(source, {.max_line_bytes = 1000});
  const Result<std::optional<JsonLinesReader::Line>> line = reader.ReadNext();
  ASSERT_TRUE(line.ok() && line->has_value());
  EXPECT_FALSE((*line)->state.ok());
  EXPECT_LE(source.widest_bytes(), size_t{4} << 20);
}

TEST(JsonLinesReader, ReadsLinesLongerThanItsBuffer) {
  const std::string body(9'000'000, 'b');
  const auto lines = ReadLines(R"({"document":"d","date":"2022","body":")" + body + "\"}\n");
  ASSERT_EQ(lines.size(), 1u);
  ASSERT_TRUE(lines[0].state.ok());
  EXPECT_EQ(lines[0].state->content->Text(), body);
}

TEST(JsonLinesReader, ABodyOverTheLimitIsTheLinesError) {
  const auto lines = ReadLines(R"({"document":"d","date":"2022","body":"12345"})", {.max_text_bytes = 4});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].state.status().message(),
            "the field \"body\": the text has 5 bytes; at most 4 are read");
}

TEST(JsonLinesReader, AStreamThatBreaksIsTheStreamsError) {
  SlowSource source("{\"document\":", 5, Status::Corruption("damaged"));
  JsonLinesReader reader(source);
  EXPECT_EQ(reader.ReadNext().status().code(), StatusCode::kCorruption);
}

}  // namespace
}  // namespace muragat::import
