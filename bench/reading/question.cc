#include "bench/reading/question.h"

#include <charconv>
#include <fstream>
#include <string_view>

namespace muragat::bench {
namespace {

std::vector<std::string_view> SplitAtTabs(std::string_view line) {
  std::vector<std::string_view> fields;
  for (size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
    fields.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  fields.push_back(line);
  return fields;
}

Result<std::string> FromHex(std::string_view hex) {
  std::string bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    uint8_t byte = 0;
    const auto [end, error] = std::from_chars(hex.data() + i, hex.data() + i + 2, byte, 16);
    if (error != std::errc() || end != hex.data() + i + 2) return Status::InvalidArgument("not hexadecimal");
    bytes.push_back(static_cast<char>(byte));
  }
  if (bytes.size() != 32 || hex.size() != 64) return Status::InvalidArgument("no SHA-256");
  return bytes;
}

Result<Question> ParseQuestion(std::string_view line) {
  const auto fields = SplitAtTabs(line);
  if (fields.size() != 5) return Status::InvalidArgument("not five fields");
  Question question;
  question.document = fields[0];
  MURAGAT_ASSIGN_OR_RETURN(const ValidDate date, ParseDate(fields[1]));
  question.at = date.Last();
  question.commit = fields[2];
  const auto [end, error] =
      std::from_chars(fields[3].data(), fields[3].data() + fields[3].size(), question.size_bytes);
  if (error != std::errc() || end != fields[3].data() + fields[3].size()) {
    return Status::InvalidArgument("no size");
  }
  MURAGAT_ASSIGN_OR_RETURN(question.sha256, FromHex(fields[4]));
  return question;
}

}  // namespace

Result<std::vector<Question>> ReadQuestions(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Status::Io("cannot read " + path);
  std::vector<Question> questions;
  for (std::string line; std::getline(in, line);) {
    auto question = ParseQuestion(line);
    if (!question.ok()) {
      return question.status().WithContext(path + " line " + std::to_string(questions.size() + 1));
    }
    questions.push_back(*std::move(question));
  }
  if (questions.empty()) return Status::InvalidArgument(path + " holds no question");
  return questions;
}

std::string AddressOf(const std::string& document) {
  std::string address;
  for (const char c : document) {
    if (c == '#') {
      address += "%23";
    } else if (c == '%') {
      address += "%25";
    } else {
      address += c;
    }
  }
  return address;
}

}  // namespace muragat::bench
