#include "import/html_selector.h"

#include <algorithm>

#include "import/html_letters.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {
constexpr size_t kMaxParts = 32;  // as many as the bits of a mark
}

class HtmlSelector::Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Result<std::vector<Part>> Read() {
    bool begins = true, of_parent = false;
    while (true) {
      SkipBlanks();
      MURAGAT_ASSIGN_OR_RETURN(Part part, ReadPart());
      part.begins = begins;
      part.of_parent = of_parent;
      const bool spaced = SkipBlanks();
      const char next = at_ < text_.size() ? text_[at_] : ',';
      part.ends = next == ',';
      parts_.push_back(std::move(part));
      if (parts_.size() > kMaxParts) return Wrong("it has too many parts");
      if (at_ == text_.size()) return std::move(parts_);
      begins = next == ',';
      of_parent = next == '>';
      if (begins || of_parent) {
        ++at_;
      } else if (!spaced) {
        return Wrong("'" + VisibleText(text_.substr(at_, 1)) + "' is not understood");
      }
    }
  }

 private:
  Status Wrong(const std::string& why) const {
    return Status::InvalidArgument(
        "the selector \"" + VisibleText(text_) + "\" cannot be read: " + why +
        ": types, #id, .class, [attribute], [attribute=value], spaces, > and commas "
        "are understood");
  }

  bool SkipBlanks() {
    const size_t begin = at_;
    while (at_ < text_.size() && IsHtmlBlank(text_[at_])) ++at_;
    return at_ > begin;
  }

  std::string ReadName() {
    std::string name;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
      if (c == '\\' && at_ + 1 < text_.size()) {
        ++at_;
      } else if (!beyond_ascii && !IsAsciiLetter(c) && !IsAsciiDigit(c) && c != '-' && c != '_') {
        break;
      }
      name += text_[at_++];
    }
    return name;
  }

  Result<Part> ReadPart() {
    Part part;
    const size_t begin = at_;
    if (at_ < text_.size() && text_[at_] == '*') {
      ++at_;
    } else {
      part.name = LowerAscii(ReadName());
    }
    while (at_ < text_.size() && (text_[at_] == '#' || text_[at_] == '.' || text_[at_] == '[')) {
      const char mark = text_[at_++];
      if (mark == '[') {
        MURAGAT_RETURN_IF_ERROR(ReadAttribute(part));
        continue;
      }
      std::string name = ReadName();
      if (name.empty()) return Wrong(std::string("a name is missing behind '") + mark + "'");
      if (mark == '#') {
        part.attributes.push_back({"id", false, std::move(name)});
      } else {
        part.classes.push_back(std::move(name));
      }
    }
    if (at_ > begin) return part;
    if (at_ == text_.size() || text_[at_] == ',' || text_[at_] == '>') return Wrong("a part is missing");
    return Wrong("'" + VisibleText(text_.substr(at_, 1)) + "' is not understood");
  }

  Status ReadAttribute(Part& part) {
    Attribute attribute;
    SkipBlanks();
    attribute.name = LowerAscii(ReadName());
    SkipBlanks();
    if (attribute.name.empty()) return Wrong("a name is missing behind '['");
    if (at_ < text_.size() && text_[at_] == '=') {
      ++at_;
      SkipBlanks();
      attribute.any_value = false;
      const char quote = at_ < text_.size() ? text_[at_] : '\0';
      if (quote == '"' || quote == '\'') {
        const size_t end = text_.find(quote, at_ + 1);
        if (end == std::string_view::npos) return Wrong("a quotation mark is missing");
        attribute.value = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
      } else {
        attribute.value = ReadName();
        if (attribute.value.empty()) return Wrong("a value is missing behind '='");
      }
      SkipBlanks();
    }
    if (at_ == text_.size() || text_[at_] != ']') return Wrong("a ']' is missing");
    ++at_;
    part.attributes.push_back(std::move(attribute));
    return Status::Ok();
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<Part> parts_;
};

Result<HtmlSelector> HtmlSelector::Parse(std::string_view text) {
  HtmlSelector selector;
  MURAGAT_ASSIGN_OR_RETURN(selector.parts_, Reader(text).Read());
  return selector;
}

bool HtmlSelector::Fits(const Part& part, const HtmlTree& tree, uint32_t index) const {
  if (!part.name.empty() && tree[index].name != part.name) return false;
  for (const Attribute& attribute : part.attributes) {
    const std::string_view* value = tree.FindAttribute(index, attribute.name);
    if (value == nullptr || (!attribute.any_value && *value != attribute.value)) return false;
  }
  return std::ranges::all_of(part.classes, [&](const std::string& wanted) {
    bool found = false;
    VisitWords(tree.Attribute(index, "class"),
               [&](std::string_view word) { found = found || word == wanted; });
    return found;
  });
}

std::vector<uint32_t> HtmlSelector::Find(const HtmlTree& tree) const {
  // For each element, a bit for each part that it fits with all that comes before; and the same for any
  // element around it.
  std::vector<uint32_t> fits(tree.size()), around(tree.size()), found;
  uint32_t behind_last = 0;
  for (uint32_t i = 0; i < tree.size(); ++i) {
    if (tree[i].kind == HtmlKind::kText) continue;
    const uint32_t parent = tree[i].parent;
    if (i > 0) around[i] = around[parent] | fits[parent];
    bool whole = false;
    for (size_t part = 0; part < parts_.size(); ++part) {
      const Part& one = parts_[part];
      const uint32_t outer = i == 0 ? 0 : one.of_parent ? fits[parent] : around[i];
      if (!one.begins && (outer >> (part - 1) & 1U) == 0) continue;
      if (!Fits(one, tree, i)) continue;
      fits[i] |= 1U << part;
      whole = whole || one.ends;
    }
    if (!whole || i < behind_last) continue;
    found.push_back(i);
    behind_last = tree[i].end;
  }
  return found;
}

}  // namespace muragat::import
