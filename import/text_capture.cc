#include "import/text_capture.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "import/lines.h"
#include "import/section_slices.h"
#include "import/text_check.h"
#include "import/title_line.h"
#include "muragat/text/character.h"

namespace muragat::import {
namespace {

// A line that may be a title.
struct Candidate {
  Line line;
  bool follows_text = false;  // something else than a candidate stands right before it
  bool after_colon = false;   // and that ends in a colon
  bool item = false;          // neighbours show that it is no title
};

// Lines between blank ones.
struct Block {
  Line first;
  Line last;
  size_t lines = 0;
};

// Finds the titles of a text: first block by block, then by what stands around each candidate.
class TitleFinder {
 public:
  TitleFinder(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

  Result<std::vector<Line>> Find() {
    LineReader lines(text_);
    Block block;
    for (Line line; lines.Next(line);) {
      if (!TrimBlank(Slice(line)).empty()) {
        if (block.lines++ == 0) block.first = line;
        block.last = line;
      } else if (block.lines > 0) {
        Take(std::exchange(block, {}));
      }
      if (candidates_.size() > limits_.max_sections) return TooManySections(limits_);
    }
    if (block.lines > 0) Take(block);
    return Titles();
  }

 private:
  std::string_view Slice(const Line& line) const { return text_.substr(line.begin, line.end - line.begin); }

  void Take(const Block& block) {
    const ListNumber number = ReadListNumber(Slice(block.first));
    const bool item = previous_number_.GoesOnWith(number);
    const LineKind kind = block.lines == 1 ? ReadLineKind(Slice(block.first)) : LineKind::kText;
    if (!previous_was_text_ && !candidates_.empty() && (item || kind == LineKind::kSignature)) {
      candidates_.back().item = true;
    }
    previous_number_ = number;
    if (kind == LineKind::kTitle) {
      const bool after_colon = previous_was_text_ && previous_ends_in_colon_;
      candidates_.push_back({block.first, previous_was_text_, after_colon, item});
    } else {
      previous_ends_in_colon_ = EndsInColon(Slice(block.last));
    }
    previous_was_text_ = kind != LineKind::kTitle;
  }

  std::vector<Line> Titles() {
    // Two candidates or more right behind a colon are the items of a list.
    for (size_t begin = 0; begin < candidates_.size();) {
      size_t end = begin + 1;
      while (end < candidates_.size() && !candidates_[end].follows_text) ++end;
      if (candidates_[begin].after_colon && end - begin > 1) {
        for (size_t i = begin; i < end; ++i) candidates_[i].item = true;
      }
      begin = end;
    }
    std::vector<Line> titles;
    for (const Candidate& candidate : candidates_) {
      if (!candidate.item) titles.push_back(candidate.line);
    }
    return titles;
  }

  std::string_view text_;
  const Limits& limits_;
  std::vector<Candidate> candidates_;
  bool previous_was_text_ = false;
  bool previous_ends_in_colon_ = false;
  ListNumber previous_number_;
};

// The line's text with every run of blanks as one space.
std::string PlainTitle(std::string_view line) {
  std::string title;
  for (const char c : TrimBlank(line)) {
    const bool blank = c == ' ' || c == '\t';
    if (!blank || title.back() != ' ') title.push_back(blank ? ' ' : c);
  }
  return title;
}

}  // namespace

Status CutTextCapture(std::string_view text, const Limits& limits, Document& document) {
  MURAGAT_ASSIGN_OR_RETURN(const std::vector<Line> titles, TitleFinder(text, limits).Find());
  const size_t first = titles.empty() ? text.size() : titles.front().begin;
  const bool has_preamble = titles.empty() || !TrimBlank(text.substr(0, first)).empty();
  const size_t sections = titles.size() + (has_preamble ? 1 : 0);
  if (sections > limits.max_sections) return TooManySections(limits);
  StartDocument(sections, document);
  Section* section = document.sections.data();
  if (has_preamble) FillPreamble(text.substr(0, first), *section++);
  uint32_t depth = 0;
  bool page_found = false;
  for (size_t i = 0; i < titles.size(); ++i, ++section) {
    const size_t begin = i == 0 && !has_preamble ? 0 : titles[i].begin;
    const size_t end = i + 1 < titles.size() ? titles[i + 1].begin : text.size();
    FillSection(text.substr(begin, titles[i].next - begin), text.substr(titles[i].next, end - titles[i].next),
                PlainTitle(text.substr(titles[i].begin, titles[i].end - titles[i].begin)),
                std::min(depth, limits.max_depth_levels), *section);
    if (page_found) continue;
    document.title = section->title;
    page_found = !TrimBlank(section->body).empty();
    ++depth;
  }
  return Status::Ok();
}

Result<Document> ReadTextCapture(std::string_view text, const Limits& limits) {
  MURAGAT_RETURN_IF_ERROR(CheckText(text, limits));
  Document document;
  MURAGAT_RETURN_IF_ERROR(CutTextCapture(text, limits, document));
  return document;
}

}  // namespace muragat::import
