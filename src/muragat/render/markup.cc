#include "muragat/render/markup.h"

#include <algorithm>
#include <cstdio>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr bool IsJoiner(char32_t c) { return c == 0x200c || c == 0x200d; }

// Whether a joiner may stand beside `c`: letters and marks from Arabic on, emoji.
constexpr bool TakesJoiner(char32_t c) { return c >= 0x600 && !(c >= 0x2000 && c <= 0x206f) && c != 0xfffd; }

// Invisible, but neither reorders nor hides: drawn small.
constexpr bool IsQuiet(char32_t c) {
  return c == 0x00ad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

std::string CodePointName(char32_t c) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
  return name;
}

void AppendPlain(MarkupList& out, std::string_view text) {
  if (text.empty()) return;
  if (out.empty() || out.back().kind != MarkupStep::Kind::kText) out.emplace_back();
  out.back().text.append(text);
}

void AppendControl(MarkupList& out, std::string_view character, const char* style_class) {
  out.push_back(
      {.kind = MarkupStep::Kind::kControl, .text = std::string(character), .style_class = style_class});
}

std::string ControlName(const std::string& character) {
  size_t at = 0;
  const char32_t c = DecodeUtf8(character, at);
  return c == 0xfffd ? "not UTF-8" : CodePointName(c);
}

}  // namespace

void AppendText(MarkupList& out, std::string_view text) {
  size_t plain_begin = 0;
  char32_t before = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    if (static_cast<unsigned char>(text[at]) >= 0x20 && static_cast<unsigned char>(text[at]) < 0x7f) {
      before = static_cast<unsigned char>(text[at++]);
      continue;
    }
    const char32_t c = DecodeUtf8(text, at);
    const char32_t last = before;
    before = c;
    if (c == '\n' || c == '\t') continue;
    const bool malformed = c == 0xfffd && at == begin + 1;
    if (!malformed && !IsControl(c) && !IsInvisibleFormat(c)) continue;
    if (IsJoiner(c) && at < text.size() && TakesJoiner(last)) {
      size_t ahead = at;
      if (TakesJoiner(DecodeUtf8(text, ahead))) continue;
    }
    AppendPlain(out, text.substr(plain_begin, begin - plain_begin));
    plain_begin = at;
    if (c == '\r') {
      if (at == text.size() || text[at] != '\n') AppendPlain(out, "\n");
    } else {
      // HTML has no NUL, and a page is UTF-8 to its last byte.
      AppendControl(out, malformed || c == 0 ? "\xef\xbf\xbd" : text.substr(begin, at - begin),
                    IsQuiet(c) ? "ctl quiet" : "ctl");
    }
  }
  AppendPlain(out, text.substr(plain_begin));
}

void AppendOpen(MarkupList& out, const char* name, const char* style_class, const char* attribute,
                std::string value) {
  out.push_back({.kind = MarkupStep::Kind::kOpen,
                 .text = std::move(value),
                 .name = name,
                 .style_class = style_class,
                 .attribute = attribute});
}

void AppendClose(MarkupList& out, const char* name) {
  out.push_back({.kind = MarkupStep::Kind::kClose, .text = {}, .name = name});
}

MarkupList MarkText(std::string_view text) {
  MarkupList out;
  AppendText(out, text);
  return out;
}

void AppendParagraphs(MarkupList& out, std::string_view text) {
  std::string_view paragraph;  // from its first line to the last one read
  const auto flush = [&out, &paragraph] {
    if (paragraph.empty()) return;
    AppendOpen(out, "p", "lines");
    AppendText(out, paragraph);
    AppendClose(out, "p");
    paragraph = {};
  };
  for (size_t at = 0; at < text.size();) {
    const size_t line_end = std::min(text.find('\n', at), text.size());
    const size_t last = text.substr(at, line_end - at).find_last_not_of(" \t\r");
    if (last == std::string_view::npos) {
      flush();
    } else {
      const size_t begin = paragraph.empty() ? at : static_cast<size_t>(paragraph.data() - text.data());
      paragraph = text.substr(begin, at + last + 1 - begin);
    }
    at = line_end + 1;
  }
  flush();
}

TemplateValue ToTemplateValue(MarkupList markup) {
  TemplateValue::List steps;
  steps.reserve(markup.size());
  for (MarkupStep& step : markup) {
    TemplateValue value;
    switch (step.kind) {
      case MarkupStep::Kind::kText:
        value.Set("text", std::move(step.text));
        break;
      case MarkupStep::Kind::kControl:
        value.Set("control", ControlName(step.text));
        value.Set("class", std::string(step.style_class));
        value.Set("character", std::move(step.text));
        break;
      case MarkupStep::Kind::kOpen:
        value.Set("open", std::string(step.name));
        value.SetText("class", step.style_class);
        if (*step.attribute != '\0') value.Set(step.attribute, std::move(step.text));
        break;
      case MarkupStep::Kind::kClose:
        value.Set("close", std::string(step.name));
        break;
    }
    steps.push_back(std::move(value));
  }
  TemplateValue out;
  out.Set("markup", std::move(steps));
  return out;
}

}  // namespace muragat
