#include "import/html_inline.h"

#include <algorithm>
#include <array>
#include <utility>

#include "import/html_letters.h"
#include "muragat/text/character.h"
#include "muragat/text/percent_code.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxTargetBytes = 2048;

bool IsPunctuation(char c) { return c > ' ' && c < '\x7f' && !IsAsciiLetter(c) && !IsAsciiDigit(c); }

// Whether `text`, which opens with "&", would be taken for a character by its name or number: "&copy;".
bool OpensReference(std::string_view text) {
  constexpr size_t kMaxBytes = 34;  // of the longest name
  const size_t end = text.substr(0, kMaxBytes).find(';');
  if (end == std::string_view::npos || end < 2) return false;
  return std::ranges::all_of(text.substr(1, end - 1),
                             [](char c) { return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '#'; });
}

// A link's target as Markdown writes it, or nothing where it leads to no other page.
std::string TargetOf(std::string_view href) {
  const std::string_view trimmed = TrimBlank(href);
  if (trimmed.empty() || trimmed.front() == '#' || trimmed.size() > kMaxTargetBytes) return {};
  std::string scheme;
  for (const char c : trimmed.substr(0, std::min(trimmed.find(':'), size_t{16}))) {
    if (static_cast<unsigned char>(c) > ' ') scheme += LowerAscii(c);
  }
  if (scheme == "javascript" || scheme == "data" || scheme == "vbscript") return {};
  std::string target;
  for (const char c : trimmed) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n' || c == '\r' || c == '\t') continue;
    if (byte <= ' ' || byte == 0x7f || c == '(' || c == ')' || c == '<' || c == '>' || c == '\\' ||
        c == '[' || c == ']' || c == '`') {
      AppendPercentEncoded(target, c);
    } else {
      target += c;
    }
  }
  return target;
}

constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::array<std::string_view, 10> kLowered = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};

}  // namespace

void HtmlInlineWriter::Space() {
  if (!out_.empty() && out_.back() != '\n') space_ = true;
}

void HtmlInlineWriter::BreakLine() {
  space_ = false;
  out_ += '\n';
}

void HtmlInlineWriter::AppendMark(std::string_view mark) {
  if (std::exchange(space_, false)) out_ += ' ';
  // "!" before a link would make a picture of it, "]" before "[" or "(" a link of what stands before.
  if (!out_.empty() && mark.front() == '[' && (out_.back() == '!' || out_.back() == ']')) {
    const bool escaped = out_.size() > 1 && out_[out_.size() - 2] == '\\';
    if (!escaped) out_.insert(out_.size() - 1, 1, '\\');
  }
  out_ += mark;
}

void HtmlInlineWriter::AppendCharacter(std::string_view text, size_t at) {
  const char c = text[at], next = at + 1 < text.size() ? text[at + 1] : '\0';
  const char before = out_.empty() ? '\n' : out_.back();
  const auto is_space = [](char d) { return d == '\0' || IsHtmlBlank(d); };
  bool escape = false;
  switch (c) {
    case '*':
      escape = !is_space(before) || !is_space(next);
      break;
    case '_': {
      // Within a word it marks nothing.
      const auto in_word = [](char d) {
        return IsAsciiLetter(d) || IsAsciiDigit(d) || static_cast<unsigned char>(d) >= 0x80;
      };
      escape = !(in_word(before) && in_word(next)) && !(is_space(before) && is_space(next));
      break;
    }
    case '~':
      escape = before == '~' || next == '~';
      break;
    case '`':
      escape = true;
      break;
    case '<':
      escape = IsAsciiLetter(next) || next == '/' || next == '!' || next == '?' || next == '\0';
      break;
    case '&':
      escape = OpensReference(text.substr(at));
      break;
    case '\\':
      escape = IsPunctuation(next) || next == '\0';
      break;
    case '(':
      escape = before == ']';
      break;
    case '[':
    case ']':
      escape = in_link_ || (c == '[' && (before == ']' || before == '!'));
      break;
    default:
      break;
  }
  if (escape) out_ += '\\';
  out_ += c;
}

void HtmlInlineWriter::AppendText(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (IsHtmlBlank(c)) {
      Space();
      continue;
    }
    if (std::exchange(space_, false)) out_ += ' ';
    if (static_cast<unsigned char>(c) < 0x80 && IsPunctuation(c)) {
      AppendCharacter(text, at);
    } else {
      out_ += c;
    }
  }
}

void HtmlInlineWriter::AppendLink(uint32_t index) {
  const std::string target = plain_ || in_link_ ? std::string() : TargetOf(tree_.Attribute(index, "href"));
  if (target.empty()) return AppendChildren(index);
  HtmlInlineWriter inner(tree_, left_out_);
  inner.in_link_ = true;
  inner.AppendChildren(index);
  const bool space_behind = inner.space_;
  const bool space_before = tree_[index].end > index + 1 && tree_[index + 1].kind == HtmlKind::kText &&
                            !tree_[index + 1].text.empty() && IsHtmlBlank(tree_[index + 1].text.front());
  std::string text = inner.Take();
  std::ranges::replace(text, '\n', ' ');
  if (space_before) Space();
  if (!text.empty()) {
    AppendMark("[");
    out_.append(text).append("](").append(target) += ')';
  }
  if (space_behind) Space();
}

void HtmlInlineWriter::AppendImage(uint32_t index) {
  const std::string_view text = TrimBlank(tree_.Attribute(index, "alt"));
  if (text.empty()) return;
  const std::string target = plain_ || in_link_ ? std::string() : TargetOf(tree_.Attribute(index, "src"));
  if (target.empty()) return AppendText(text);
  AppendMark("![");
  const bool within = std::exchange(in_link_, true);
  AppendText(text);
  in_link_ = within;
  space_ = false;
  out_.append("](").append(target) += ')';
}

void HtmlInlineWriter::AppendScript(uint32_t index, bool raised) {
  constexpr uint32_t kMaxNodes = 8;
  constexpr size_t kMaxBytes = 64;
  size_t bytes = 0;
  for (uint32_t i = index; i < tree_[index].end && i - index <= kMaxNodes; ++i) bytes += tree_[i].text.size();
  if (tree_[index].end - index > kMaxNodes || bytes > kMaxBytes) return AppendChildren(index);
  HtmlInlineWriter inner(tree_, left_out_);
  inner.plain_ = true;
  inner.AppendChildren(index);
  const std::string text = inner.Take();
  if (text.empty()) return;
  const bool digits = std::ranges::all_of(text, IsAsciiDigit);
  size_t at = 0;
  const bool letters = IsLetter(DecodeUtf8(text, at)) && text.find(' ') == std::string::npos;
  if (std::exchange(space_, false)) out_ += ' ';
  if (digits) {
    for (const char c : text) out_ += (raised ? kRaised : kLowered)[static_cast<size_t>(c - '0')];
  } else if (letters || !raised) {
    out_ += text;  // "21st", "log n"
  } else {
    out_.append("^(").append(text) += ')';
  }
}

void HtmlInlineWriter::AppendChildren(uint32_t index) {
  for (uint32_t child = index + 1; child < tree_[index].end; child = tree_[child].end) Append(child);
}

void HtmlInlineWriter::Append(uint32_t index) {
  if (left_out_[index]) return;
  switch (tree_[index].kind) {
    case HtmlKind::kText:
      return AppendText(tree_[index].text);
    case HtmlKind::kBreak:
      return BreakLine();
    case HtmlKind::kLink:
      return AppendLink(index);
    case HtmlKind::kImage:
      return AppendImage(index);
    case HtmlKind::kSuperscript:
      return AppendScript(index, true);
    case HtmlKind::kSubscript:
      return AppendScript(index, false);
    case HtmlKind::kQuotation:
      AppendMark("“");
      AppendChildren(index);
      space_ = false;
      out_ += "”";
      return;
    case HtmlKind::kStruck: {
      if (plain_ || in_struck_) return AppendChildren(index);
      HtmlInlineWriter inner(tree_, left_out_);
      inner.in_struck_ = true;
      inner.in_link_ = in_link_;
      inner.AppendChildren(index);
      const std::string text = inner.Take();
      if (text.empty()) return;
      AppendMark("~~");
      out_.append(text) += "~~";
      return;
    }
    default: {
      const bool block = IsBlockKind(tree_[index].kind);
      if (block) Space();
      AppendChildren(index);
      if (block) Space();
    }
  }
}

std::string HtmlInlineWriter::Take() {
  std::string lines;
  for (std::string_view rest = out_; !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = TrimBlank(rest.substr(0, end));
    if (!line.empty() || !lines.empty()) lines.append(line) += '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  while (!lines.empty() && lines.back() == '\n') lines.pop_back();
  out_.clear();
  space_ = false;
  return lines;
}

std::string EscapeLineStart(std::string_view line) {
  const auto escaped = [line] { return "\\" + std::string(line); };
  if (line.empty()) return {};
  const auto blank_at = [line](size_t at) { return at >= line.size() || line[at] == ' '; };
  switch (line[0]) {
    case '#': {
      const size_t marks = std::min(line.find_first_not_of('#'), line.size());
      return marks <= 6 && blank_at(marks) ? escaped() : std::string(line);
    }
    case '>':
      return escaped();
    case '-':
    case '+':
    case '*':
    case '_':
    case '=': {
      const bool rule = line.find_first_not_of(std::string{line[0], ' '}) == std::string_view::npos;
      const bool item = line[0] != '=' && line[0] != '_' && blank_at(1);
      return rule || item ? escaped() : std::string(line);
    }
    case '~':
      return line.starts_with("~~~") ? escaped() : std::string(line);
    case '[': {
      const size_t close = line.find("]:");
      return close != std::string_view::npos ? escaped() : std::string(line);
    }
    default:
      return std::string(line);
  }
}

}  // namespace muragat::import
