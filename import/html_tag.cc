#include "import/html_tag.h"

#include <algorithm>

#include "import/html_letters.h"

namespace muragat::import {
namespace {

// Walks the attributes of a tag (HTML, 13.2.5.32 and following).
class AttributeReader {
 public:
  AttributeReader(std::string_view text, size_t at) : text_(text), at_(at) {}

  // Moves to the next attribute; false at the tag's end, or the text's.
  bool Next() {
    while (at_ < text_.size() && (IsHtmlBlank(text_[at_]) || text_[at_] == '/')) {
      slash_ = text_[at_] == '/';
      ++at_;
    }
    if (at_ >= text_.size() || text_[at_] == '>') return false;
    slash_ = false;
    const size_t begin = at_++;  // a "=" at the beginning belongs to the name
    while (at_ < text_.size() && !EndsName(text_[at_])) ++at_;
    name_ = text_.substr(begin, at_ - begin);
    value_ = {};
    size_t behind = at_;
    while (behind < text_.size() && IsHtmlBlank(text_[behind])) ++behind;
    if (behind < text_.size() && text_[behind] == '=') TakeValue(behind + 1);
    return true;
  }

  std::string_view name() const { return name_; }
  std::string_view value() const { return value_; }
  size_t at() const { return at_; }
  bool slash() const { return slash_; }  // one stands right before the tag's end

 private:
  static bool EndsName(char c) { return IsHtmlBlank(c) || c == '/' || c == '>' || c == '='; }

  void TakeValue(size_t at) {
    while (at < text_.size() && IsHtmlBlank(text_[at])) ++at;
    at_ = at;
    if (at == text_.size() || text_[at] == '>') return;
    const char quote = text_[at];
    if (quote == '"' || quote == '\'') {
      const size_t end = std::min(text_.find(quote, at + 1), text_.size());
      value_ = text_.substr(at + 1, end - at - 1);
      at_ = std::min(end + 1, text_.size());
      return;
    }
    while (at_ < text_.size() && !IsHtmlBlank(text_[at_]) && text_[at_] != '>') ++at_;
    value_ = text_.substr(at, at_ - at);
  }

  std::string_view text_;
  size_t at_;
  std::string_view name_, value_;
  bool slash_ = false;
};

// Where a tag's name ends.
size_t NameEnd(std::string_view text, size_t at) {
  while (at < text.size() && !IsHtmlBlank(text[at]) && text[at] != '/' && text[at] != '>') ++at;
  return at;
}

}  // namespace

HtmlTagToken ReadHtmlTag(std::string_view text) {
  HtmlTagToken tag;
  tag.end_tag = text.size() > 1 && text[1] == '/';
  const size_t begin = tag.end_tag ? 2 : 1;
  if (begin >= text.size() || text[0] != '<' || !IsAsciiLetter(text[begin])) return {};
  const size_t end = NameEnd(text, begin);
  tag.name = LowerAscii(text.substr(begin, end - begin));
  AttributeReader attributes(text, end);
  while (attributes.Next()) ++tag.attributes;
  tag.self_closing = attributes.slash();
  tag.size_bytes = attributes.at() < text.size() ? attributes.at() + 1 : std::string_view::npos;
  return tag;
}

std::string_view HtmlTagValue(std::string_view tag, std::string_view lower_name) {
  AttributeReader attributes(tag, NameEnd(tag, 1));
  while (attributes.Next()) {
    if (EqualsLower(attributes.name(), lower_name)) return attributes.value();
  }
  return {};
}

}  // namespace muragat::import
