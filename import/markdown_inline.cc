#include "import/markdown_inline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxInlineBytes = 4'096;

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool IsPunctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// Leaves runs of white space as one space each and none at the ends.
std::string CollapseBlanks(std::string_view text) {
  const std::string_view trimmed = TrimBlank(text);  // a blank is never its first byte
  std::string out(trimmed.size(), '\0');
  char* end = out.data();
  for (const char c : trimmed) {
    const bool blank = IsBlank(c);
    if (!blank || end[-1] != ' ') *end++ = blank ? ' ' : c;
  }
  out.resize(static_cast<size_t>(end - out.data()));
  return out;
}

// The bytes that may be marks.
constexpr std::array<bool, 256> MakeMarkBytes() {
  std::array<bool, 256> marks{};
  for (const char c : std::string_view("\\`*_~[]<&")) marks[static_cast<unsigned char>(c)] = true;
  return marks;
}
constexpr std::array<bool, 256> kMarkBytes = MakeMarkBytes();

bool HoldsMark(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return kMarkBytes[static_cast<unsigned char>(c)]; });
}

constexpr auto kEntities = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},    {"quot", "\""},  {"apos", "'"},   {"nbsp", "\u00a0"},
    {"copy", "©"},   {"reg", "®"},    {"trade", "™"}, {"sect", "§"},   {"laquo", "«"},  {"raquo", "»"},
    {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"}, {"rdquo", "”"},  {"ndash", "–"},  {"mdash", "—"},
    {"hellip", "…"}, {"middot", "·"}, {"bull", "•"},  {"eacute", "é"}, {"egrave", "è"}, {"agrave", "à"},
});

// Reads an entity such as "&amp;" or "&#xa7;" at the beginning of `text`: what it stands for and its size.
std::optional<std::pair<std::string, size_t>> ReadEntity(std::string_view text) {
  const size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  if (name[0] != '#') {
    for (const auto& [entity, characters] : kEntities) {
      if (entity == name) return std::pair(std::string(characters), end + 1);
    }
    return std::nullopt;
  }
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const std::string_view digits = name.substr(hex ? 2 : 1);
  uint32_t code_point = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code_point, hex ? 16 : 10);
  const bool surrogate = code_point >= 0xd800 && code_point < 0xe000;
  if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size() || surrogate ||
      code_point > 0x10ffff || IsControl(code_point)) {
    return std::nullopt;
  }
  std::string characters;
  AppendUtf8(characters, code_point);
  return std::pair(characters, end + 1);
}

// Turns inline Markdown into text. Marks are written out first and struck once their partner is found.
class InlineReader {
 public:
  explicit InlineReader(std::string_view text) : text_(text) {}

  std::string Read() {
    while (at_ < text_.size()) Step();
    std::string kept;
    std::sort(struck_.begin(), struck_.end());
    size_t from = 0;
    for (const auto& [begin, size] : struck_) {
      kept.append(out_, from, begin - from);
      from = begin + size;
    }
    kept.append(out_, from);
    return CollapseBlanks(kept);
  }

 private:
  struct Mark {
    size_t at;    // in out_, of the marks not struck yet
    size_t size;  // how many those are
  };

  void Step() {
    switch (text_[at_]) {
      case '\\':
        if (at_ + 1 < text_.size() && IsPunctuation(text_[at_ + 1])) ++at_;
        break;
      case '`':
        return TakeCode();
      case '*':
      case '_':
      case '~':
        return TakeMarks();
      case '!':
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '[') {
          brackets_.push_back({out_.size(), 2});
          out_.append("![");
          at_ += 2;
          return;
        }
        break;
      case '[':
        brackets_.push_back({out_.size(), 1});
        break;
      case ']':
        if (TakeLinkEnd()) return;
        break;
      case '<':
        if (TakeTag()) return;
        break;
      case '&':
        if (const auto entity = ReadEntity(text_.substr(at_))) {
          out_.append(entity->first);
          at_ += entity->second;
          return;
        }
        break;
      default:
        break;
    }
    out_.push_back(text_[at_++]);
  }

  size_t RunSize(size_t at) const {
    return std::min(text_.find_first_not_of(text_[at], at), text_.size()) - at;
  }

  void TakeCode() {
    const size_t size = RunSize(at_);
    const size_t begin = at_ + size;
    for (size_t close = text_.find('`', begin); close != std::string_view::npos;
         close = text_.find('`', close)) {
      const size_t close_size = RunSize(close);
      if (close_size == size) {
        out_.append(text_.substr(begin, close - begin));
        at_ = close + size;
        return;
      }
      close += close_size;
    }
    out_.append(size, '`');
    at_ = begin;
  }

  // Whether a letter or digit stands at `at`, read as a byte: all of UTF-8 beyond ASCII counts as one.
  bool IsWordByte(size_t at) const {
    return at < text_.size() && !IsBlank(text_[at]) && !IsPunctuation(text_[at]);
  }

  void TakeMarks() {
    const char mark = text_[at_];
    const size_t size = RunSize(at_);
    const bool blank_before = at_ == 0 || IsBlank(text_[at_ - 1]);
    const bool blank_behind = at_ + size == text_.size() || IsBlank(text_[at_ + size]);
    const bool word_before = at_ > 0 && IsWordByte(at_ - 1), word_behind = IsWordByte(at_ + size);
    const bool within_word = word_before && word_behind && (size == 1 || mark == '_');
    const bool marks_nothing = mark == '~' && size != 2;
    const bool may_open = !blank_behind && !within_word && !marks_nothing;
    const bool may_close = !blank_before && !within_word && !marks_nothing;
    std::vector<Mark>& open = open_[mark == '*' ? 0 : mark == '_' ? 1 : 2];
    Mark marks{out_.size(), size};
    out_.append(size, mark);
    at_ += size;
    while (may_close && marks.size > 0 && !open.empty()) {
      Mark& partner = open.back();
      const size_t struck = std::min({marks.size, partner.size, size_t{2}});
      struck_.emplace_back(partner.at + partner.size - struck, struck);
      struck_.emplace_back(marks.at, struck);
      marks.at += struck;
      marks.size -= struck;
      partner.size -= struck;
      for (std::vector<Mark>& others : open_) {
        while (!others.empty() && others.back().at > partner.at) others.pop_back();
      }
      if (open.back().size == 0) open.pop_back();
    }
    if (may_open && marks.size > 0) open.push_back(marks);
  }

  // At "]": takes the target of a link or image, if one follows, and strikes its brackets.
  bool TakeLinkEnd() {
    if (brackets_.empty()) return false;
    const Mark open = brackets_.back();
    brackets_.pop_back();
    size_t end = at_ + 1;
    if (end < text_.size() && text_[end] == '(') {
      size_t depth = 0;
      for (; end < text_.size(); ++end) {
        if (text_[end] == '\\') {
          ++end;
        } else if (text_[end] == '(') {
          ++depth;
        } else if (text_[end] == ')' && --depth == 0) {
          break;
        }
      }
    } else if (end < text_.size() && text_[end] == '[') {
      end = text_.find(']', end);
    } else {
      return false;
    }
    if (end >= text_.size()) return false;
    struck_.emplace_back(open.at, open.size);
    at_ = end + 1;
    return true;
  }

  // At "<": leaves out a tag or a comment, keeps an autolink's address.
  bool TakeTag() {
    const std::string_view rest = text_.substr(at_);
    const bool comment = rest.starts_with("<!--");
    const size_t close = comment ? rest.find("-->") : rest.find('>');
    if (close == std::string_view::npos || rest.size() < 3) return false;
    const std::string_view inner = rest.substr(1, close - 1);
    const bool address =
        inner.find(' ') == std::string_view::npos &&
        (inner.find("://") != std::string_view::npos || inner.find('@') != std::string_view::npos);
    if (address && !comment) {
      out_.append(inner);
    } else if (!comment && !IsLetter(static_cast<unsigned char>(rest[1])) && rest[1] != '/') {
      return false;
    } else if (inner == "br" || inner == "br/" || inner == "br /") {
      out_.push_back(' ');
    }
    at_ += close + (comment ? 3 : 1);
    return true;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string out_;
  std::vector<std::pair<size_t, size_t>> struck_;  // offset in out_ and size; never overlapping
  std::array<std::vector<Mark>, 3> open_;          // of "*", "_", "~"
  std::vector<Mark> brackets_;
};

}  // namespace

std::string PlainInline(std::string_view markdown) {
  if (markdown.size() > kMaxInlineBytes || !HoldsMark(markdown)) return CollapseBlanks(markdown);
  return InlineReader(markdown).Read();
}

}  // namespace muragat::import
