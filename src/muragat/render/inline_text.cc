#include "muragat/render/inline_text.h"

#include "muragat/render/page.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

struct Marks {
  std::string_view delete_begin, delete_end, insert_begin, insert_end, heading_begin, heading_end;
};
constexpr Marks kPlain{"[-", "-]", "{+", "+}", "", ""};
constexpr Marks kColored{"\x1b[31;9m", "\x1b[0m", "\x1b[32;4m", "\x1b[0m", "\x1b[1m", "\x1b[0m"};

// Puts marks around `text` line by line, so that a pager that cuts lines shows each one right.
void AppendMarked(std::string& out, std::string_view text, std::string_view begin, std::string_view end) {
  for (size_t at = 0; at < text.size();) {
    const size_t line_end = std::min(text.find('\n', at), text.size());
    if (line_end > at) out.append(begin).append(text.substr(at, line_end - at)).append(end);
    if (line_end < text.size()) out.push_back('\n');
    at = line_end + 1;
  }
}

}  // namespace

std::string RenderChangeHeading(const SectionChange& change) {
  const LineageSection& shown = change.newer != nullptr ? *change.newer : *change.older;
  const std::string& title = shown.section.title;
  std::string heading = "s" + std::to_string(change.lineage.value) + " ";
  if (change.older != nullptr && change.newer != nullptr && change.older->section.title != title) {
    heading += change.older->section.title + " → ";
  }
  heading += title.empty() ? "(no heading)" : title;
  for (size_t i = 0; i < change.events.size(); ++i)
    heading.append(i == 0 ? ": " : ", ").append(EventName(change.events[i]));
  heading += ", +" + std::to_string(change.words_in) + " −" + std::to_string(change.words_out) + " words";
  return VisibleText(heading);
}

std::string RenderInlineChange(const SectionChange& change, const InlineOptions& options) {
  const Marks& marks = options.color ? kColored : kPlain;
  std::string out;
  out.append(marks.heading_begin)
      .append(RenderChangeHeading(change))
      .append(marks.heading_end)
      .push_back('\n');
  for (const MarkedPiece& piece : ExcerptChange(change, options.context_words)) {
    const std::string text = VisibleText(piece.text, true);
    if (piece.kind == EditKind::kDelete) {
      AppendMarked(out, text, marks.delete_begin, marks.delete_end);
    } else if (piece.kind == EditKind::kInsert) {
      AppendMarked(out, text, marks.insert_begin, marks.insert_end);
    } else {
      out.append(text);
    }
  }
  if (out.back() != '\n') out.push_back('\n');
  return out;
}

}  // namespace muragat
