#include "import/html_markup.h"

#include <algorithm>
#include <array>

#include "import/html_letters.h"
#include "import/html_nesting.h"
#include "import/html_tag.h"

namespace muragat::import {
namespace {

using Name = std::string_view;
constexpr size_t kNowhere = std::string_view::npos;
constexpr size_t kMaxLinkedData = 64;

// Elements whose content is no markup, and is left out with them; in byte order.
constexpr auto kRawElements =
    std::to_array<Name>({"iframe", "noembed", "noframes", "noscript", "script", "style", "textarea"});

// Start tags that end a drawing they stand in (HTML, 13.2.6.5); in byte order.
constexpr auto kBreakouts = std::to_array<Name>(
    {"b",     "big",   "blockquote", "body",   "br",   "center", "code",  "dd", "div",  "dl",   "dt",
     "em",    "embed", "h1",         "h2",     "h3",   "h4",     "h5",    "h6", "head", "hr",   "i",
     "img",   "li",    "listing",    "menu",   "meta", "nobr",   "ol",    "p",  "pre",  "ruby", "s",
     "small", "span",  "strike",     "strong", "sub",  "sup",    "table", "tt", "u",    "ul",   "var"});

// Tags that end a list to choose from, besides its own.
constexpr auto kSelectEnds = std::to_array<Name>({"caption", "input", "keygen", "select", "table", "tbody",
                                                  "td", "textarea", "tfoot", "th", "thead", "tr"});
static_assert(std::ranges::is_sorted(kRawElements) && std::ranges::is_sorted(kBreakouts) &&
              std::ranges::is_sorted(kSelectEnds));

template <size_t kCount>
bool IsAmong(const std::array<Name, kCount>& names, Name name) {
  return std::ranges::binary_search(names, name);
}

// Where "</name" followed by the end of a name stands in `text` from `at` on, or its end.
size_t FindEndTag(std::string_view text, size_t at, Name name) {
  for (at = text.find("</", at); at != kNowhere; at = text.find("</", at + 2)) {
    const std::string_view rest = text.substr(at + 2);
    if (rest.size() < name.size() || !EqualsLower(rest.substr(0, name.size()), name)) continue;
    const char behind = rest.size() > name.size() ? rest[name.size()] : '\0';
    if (IsHtmlBlank(behind) || behind == '/' || behind == '>') return at;
  }
  return text.size();
}

// Whether the start tag of a script stands in `text`.
bool HoldsScript(std::string_view text) {
  for (size_t at = text.find('<'); at != kNowhere; at = text.find('<', at + 1)) {
    const HtmlTagToken tag = ReadHtmlTag(text.substr(at, 8));
    if (!tag.end_tag && tag.name == "script") return true;
  }
  return false;
}

// The same for a script, in which "<!-- <script> … </script> -->" hides an end tag.
size_t FindScriptEnd(std::string_view text, size_t at) {
  bool in_comment = false;
  while (true) {
    const size_t end = FindEndTag(text, at, "script");
    const std::string_view script = text.substr(0, end);
    while (true) {
      const size_t comment = in_comment ? at : script.find("<!--", at);
      if (comment == kNowhere) return end;
      const size_t close = script.find("-->", in_comment ? comment : comment + 2);
      in_comment = close == kNowhere;
      if (in_comment) {
        if (end == text.size() || !HoldsScript(script.substr(comment))) return end;
        break;
      }
      at = close + 3;
    }
    at = end + 2;
  }
}

class MarkupReader {
 public:
  MarkupReader(std::string_view page, const Limits& limits) : page_(page), limits_(limits) {
    markup_.text.reserve(page.size());
  }

  Result<HtmlMarkup> Read() {
    while (at_ < page_.size()) {
      const size_t open = std::min(page_.find('<', at_), page_.size());
      AppendText(page_.substr(at_, open - at_));
      at_ = open;
      if (at_ < page_.size()) TakeTag();
      if (text_bytes_ > limits_.max_text_bytes) {
        return Status::InvalidArgument("the page's text is longer than " +
                                       std::to_string(limits_.max_text_bytes) + " bytes");
      }
      if (!nesting_.refusal().empty()) {
        return Status::InvalidArgument("the page is too much for the HTML reader: " +
                                       std::string(nesting_.refusal()));
      }
    }
    return std::move(markup_);
  }

 private:
  void AppendText(std::string_view text) {
    text_bytes_ += static_cast<size_t>(
        std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; }));
    markup_.text += text;
  }
  std::string_view rest() const { return page_.substr(at_); }
  void SkipPast(std::string_view mark, size_t from) {
    const size_t end = page_.find(mark, from);
    at_ = end == kNowhere ? page_.size() : end + mark.size();
  }

  // At "<": a tag, or what looks like one.
  void TakeTag() {
    const std::string_view text = rest();
    if (text.starts_with("<!--")) return TakeComment();
    if (text.starts_with("<!") || text.starts_with("<?")) return TakeDeclaration();
    const HtmlTagToken tag = ReadHtmlTag(text);
    if (tag.name.empty()) {
      if (text.starts_with("</")) return SkipPast(">", at_);
      text_bytes_ += 4;
      markup_.text += "&lt;";
      ++at_;
      return;
    }
    if (tag.size_bytes == kNowhere) {
      at_ = page_.size();
      return;
    }
    const std::string_view written = text.substr(0, tag.size_bytes);
    at_ += tag.size_bytes;
    tag.end_tag ? TakeEndTag(tag) : TakeStartTag(tag, written);
  }

  void TakeComment() {
    const std::string_view text = rest();
    if (text.starts_with("<!-->") || text.starts_with("<!--->")) return SkipPast(">", at_);
    for (size_t at = text.find("--", 4); at != kNowhere; at = text.find("--", at + 1)) {
      const std::string_view behind = text.substr(at + 2, 2);
      if (!behind.starts_with('>') && behind != "!>") continue;
      at_ += at + 2 + (behind == "!>" ? 2 : 1);
      return;
    }
    at_ = page_.size();
  }

  void TakeDeclaration() {
    const size_t begin = at_;
    const bool doctype = EqualsLower(rest().substr(0, 9), "<!doctype");
    SkipPast(">", at_);
    if (doctype && page_[at_ - 1] == '>') markup_.text.append(page_, begin, at_ - begin);
  }

  void TakeEndTag(const HtmlTagToken& tag) {
    if (Vanishes(tag.name) || (math_ && tag.name == "math")) {
      math_ = math_ && tag.name != "math";
      return;
    }
    const Name name = tag.name == "xmp" || tag.name == "plaintext" ? Name("pre") : Name(tag.name);
    nesting_.Close(name);
    markup_.text.append("</").append(name) += '>';
  }

  // Elements that are gone without their content being looked at here.
  static bool Vanishes(Name name) {
    return IsAmong(kRawElements, name) || name == "svg" || name == "template" || name == "select" ||
           name == "option" || name == "optgroup" || name == "frameset" || name == "frame" || name == "math";
  }

  void TakeStartTag(const HtmlTagToken& tag, std::string_view written) {
    if (tag.name == "script") return TakeScript(written);
    if (IsAmong(kRawElements, tag.name)) return SkipRaw(FindEndTag(page_, at_, tag.name));
    if (tag.name == "svg") return tag.self_closing ? void() : SkipDrawing();
    if (tag.name == "template") return SkipTemplate();
    if (tag.name == "select") return SkipSelect();
    if (tag.name == "math") {
      math_ = !tag.self_closing;
      return;
    }
    if (Vanishes(tag.name) || (math_ && tag.self_closing)) return;
    if (tag.name == "title") return TakeTitle(written, tag.attributes);
    if (tag.name == "xmp" || tag.name == "plaintext") return TakeExample(tag.name);
    nesting_.Open(tag.name, written, tag.attributes);
    markup_.text += written;
  }

  void SkipRaw(size_t end) {
    at_ = end;
    if (at_ < page_.size()) SkipPast(">", at_);
  }

  void TakeScript(std::string_view written) {
    const size_t begin = at_;
    SkipRaw(FindScriptEnd(page_, at_));
    if (markup_.linked_data.size() >= kMaxLinkedData) return;
    if (!EqualsLower(HtmlTagValue(written, "type"), "application/ld+json")) return;
    markup_.linked_data.emplace_back(page_.substr(begin, FindScriptEnd(page_, begin) - begin));
  }

  // What is written with its "<" as text.
  void AppendEscaped(std::string_view text, bool with_ampersands) {
    text_bytes_ += text.size();
    if (text_bytes_ > limits_.max_text_bytes) return;
    for (const char c : text) {
      if (c == '<') {
        markup_.text += "&lt;";
      } else if (c == '&' && with_ampersands) {
        markup_.text += "&amp;";
      } else {
        markup_.text += c;
      }
    }
  }

  void TakeTitle(std::string_view written, size_t attributes) {
    const size_t begin = at_, end = FindEndTag(page_, at_, "title");
    SkipRaw(end);
    nesting_.Open("title", written, attributes);
    nesting_.Close("title");
    markup_.text += "<title>";
    AppendEscaped(page_.substr(begin, end - begin), false);
    markup_.text += "</title>";
  }

  // Text in which nothing is markup, as <pre>.
  void TakeExample(Name name) {
    const size_t begin = at_, end = name == "xmp" ? FindEndTag(page_, at_, name) : page_.size();
    SkipRaw(end);
    nesting_.Open("pre", "<pre>", 0);
    markup_.text += "<pre>";
    AppendEscaped(page_.substr(begin, end - begin), true);
    markup_.text += "</pre>";
    nesting_.Close("pre");
  }

  // Calls `visit` with each tag from here on until it says to stop: true to go on behind that tag.
  template <typename Visit>
  void SkipTags(const Visit& visit) {
    while (at_ < page_.size()) {
      at_ = std::min(page_.find('<', at_), page_.size());
      if (at_ == page_.size()) return;
      if (rest().starts_with("<!--")) {
        TakeComment();
        continue;
      }
      const HtmlTagToken tag = ReadHtmlTag(rest());
      if (tag.name.empty()) {
        ++at_;
        continue;
      }
      const size_t behind = tag.size_bytes == kNowhere ? page_.size() : at_ + tag.size_bytes;
      const int verdict = visit(tag);
      if (verdict != kStopBefore) at_ = behind;
      if (verdict != kGoOn) return;
      if (!tag.end_tag && !tag.self_closing && IsAmong(kRawElements, tag.name)) {
        SkipRaw(FindEndTag(page_, at_, tag.name));
      }
    }
  }
  enum : int { kGoOn, kStopBefore, kStopBehind };

  void SkipDrawing() {
    size_t depth = 1, pages = 0;
    SkipTags([&](const HtmlTagToken& tag) -> int {
      if (tag.name == "foreignobject" && !tag.self_closing) {
        if (!tag.end_tag) ++pages;
        if (tag.end_tag && pages > 0) --pages;
      }
      if (tag.name == "svg") {
        if (tag.end_tag && --depth == 0) return kStopBehind;
        if (!tag.end_tag && !tag.self_closing) ++depth;
      }
      return !tag.end_tag && pages == 0 && IsAmong(kBreakouts, tag.name) ? kStopBefore : kGoOn;
    });
  }

  void SkipTemplate() {
    size_t depth = 1;
    SkipTags([&](const HtmlTagToken& tag) -> int {
      if (tag.name != "template") return kGoOn;
      depth = tag.end_tag ? depth - 1 : depth + 1;
      return depth == 0 ? kStopBehind : kGoOn;
    });
  }

  void SkipSelect() {
    SkipTags([](const HtmlTagToken& tag) -> int {
      if (tag.name == "select") return kStopBehind;
      return IsAmong(kSelectEnds, tag.name) ? kStopBefore : kGoOn;
    });
  }

  std::string_view page_;
  Limits limits_;
  size_t at_ = 0;
  size_t text_bytes_ = 0;  // blanks apart
  HtmlMarkup markup_;
  HtmlNesting nesting_;
  bool math_ = false;  // within <math>, whose tag is gone
};

}  // namespace

Result<HtmlMarkup> ReadHtmlMarkup(std::string_view page, const Limits& limits) {
  return MarkupReader(page, limits).Read();
}

}  // namespace muragat::import
