#include "muragat/render/inline_text.h"

#include "muragat/render/page.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr std::string_view kHeadingBegin = "\x1b[1m", kHeadingEnd = "\x1b[0m";

std::string CountParagraphs(size_t count) {
  return count == 1 ? "a passage" : std::to_string(count) + " passages";
}

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

PieceMarks MarksOf(const MarkedPiece& piece, bool color) {
  if (piece.kind == EditKind::kKeep) return {};
  const bool deleted = piece.kind == EditKind::kDelete, down = piece.move == Move::kDown;
  if (piece.move == Move::kNone) {
    if (color) return deleted ? PieceMarks{"\x1b[31;9m", "\x1b[0m"} : PieceMarks{"\x1b[32;4m", "\x1b[0m"};
    return deleted ? PieceMarks{"[-", "-]"} : PieceMarks{"{+", "+}"};
  }
  if (color) return deleted ? PieceMarks{"\x1b[35;9m", "\x1b[0m"} : PieceMarks{"\x1b[36;4m", "\x1b[0m"};
  if (deleted) return {down ? "[↓" : "[↑", down ? "↓]" : "↑]"};
  return {down ? "{↓" : "{↑", down ? "↓}" : "↑}"};
}

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
  if (!change.moved.empty()) heading += ", within it " + CountParagraphs(change.moved.size()) + " moved";
  if (change.coarse) heading += "; too much differs to compare it all word by word";
  return VisibleText(heading);
}

std::string RenderInlineChange(const SectionChange& change, const InlineOptions& options) {
  std::string out = RenderChangeHeading(change);
  if (options.color) out.insert(0, kHeadingBegin).append(kHeadingEnd);
  out.push_back('\n');
  for (const MarkedPiece& piece : ExcerptChange(change, options.context_words)) {
    const std::string text = VisibleText(piece.text, true);
    const PieceMarks marks = MarksOf(piece, options.color);
    AppendMarked(out, text, marks.begin, marks.end);
  }
  if (out.back() != '\n') out.push_back('\n');
  return out;
}

}  // namespace muragat
