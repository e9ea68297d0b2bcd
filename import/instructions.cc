#include "import/instructions.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "import/amendment_line.h"
#include "import/phrase_cursor.h"
#include "muragat/text/numbered_name.h"
#include "muragat/text/quotation.h"

namespace muragat::import {
namespace {

constexpr std::string_view kHead = "Instructions for amending ";
constexpr std::string_view kPlaces = "Places in the old text";

class Parser {
 public:
  explicit Parser(std::string_view text) {
    while (!text.empty()) {
      const size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      lines_.push_back(line);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  Result<InstructionSheet> Parse() {
    if (!ReadPlaces() || !ReadHead()) return Wrong();
    while (at_ < instructions_end_) {
      const std::string_view line = lines_[at_];
      const bool passed_over = line.find_first_not_of(' ') == std::string_view::npos || IsNote(line);
      if (!passed_over && !ReadInstruction()) return Wrong();
      if (passed_over) ++at_;
    }
    return std::move(sheet_);
  }

 private:
  static bool IsNote(std::string_view line) { return line.starts_with("   Note: "); }

  Status Wrong() const {
    return Status::InvalidArgument("line " + std::to_string(at_ + 1) + " is no instruction that can be read");
  }

  // The names come first: the lines above are read with them.
  bool ReadPlaces() {
    const auto head = std::find_if(lines_.begin(), lines_.end(),
                                   [](std::string_view line) { return line.starts_with(kPlaces); });
    instructions_end_ = static_cast<size_t>(head - lines_.begin());
    std::string row;
    for (at_ = instructions_end_ + 1; at_ < lines_.size(); ++at_) {
      row.append(lines_[at_]);
      const bool goes_on = at_ + 1 < lines_.size() && lines_[at_ + 1].starts_with("   ");
      if (goes_on) {
        lines_[at_ + 1].remove_prefix(3);
        continue;
      }
      if (!row.empty() && !ReadRowOfPlaces(row)) return false;
      row.clear();
    }
    at_ = 0;
    return true;
  }

  // What a section is called, where one begins.
  static std::optional<std::string> ReadAnyName(PhraseCursor& cursor, std::string_view mark) {
    const size_t begin = cursor.at();
    const std::string_view rest = cursor.Rest();
    if (cursor.Skip("Section ") && !cursor.ReadQuotation()) cursor.MoveTo(begin);
    if (!cursor.ReadTo(mark)) return std::nullopt;
    return std::string(rest.substr(0, cursor.at() - begin - mark.size()));
  }

  // "Article 50: 310 331, 912" or "Article 50 to Article 52: 310 331, 912 933, 1604 1626, 2013"
  bool ReadRowOfPlaces(std::string_view row) {
    PhraseCursor cursor(row);
    auto name = ReadAnyName(cursor, ": ");
    if (!name) return false;
    const size_t to = name->ends_with("”") ? std::string::npos : name->find(" to ");
    const auto first = to == std::string::npos ? std::nullopt : ReadNumberedName(name->substr(0, to));
    for (uint32_t next = 0;; ++next) {
      const auto begin = cursor.ReadNumber();
      if (!begin) return false;
      if (next != 0) sheet_.sections.back().end = *begin;
      if (cursor.AtEnd()) return next != 0;
      const auto text = cursor.Skip(" ") ? cursor.ReadNumber() : std::nullopt;
      if (!text || !cursor.Skip(", ") || (next != 0 && !first)) return false;
      if (first) name = NumberedName{first->before, first->number + next, first->behind}.Name();
      longest_name_ = std::max(longest_name_, name->size());
      places_.emplace(*name, sheet_.sections.size());
      sheet_.sections.push_back({*name, *begin, *text, 0});
    }
  }

  static std::optional<TextDigest> ReadMark(std::string_view line, std::string_view label) {
    PhraseCursor cursor(line);
    if (!cursor.Skip(label) || !cursor.Skip(": ")) return std::nullopt;
    const auto size = cursor.ReadNumber();
    if (!size || !cursor.Skip(" bytes, SHA-256 ")) return std::nullopt;
    return TextDigest{*size, std::string(cursor.Rest())};
  }

  bool ReadHead() {
    if (lines_.empty() || !lines_[0].starts_with(kHead)) return false;
    bool old = false, made = false;
    for (at_ = 1; at_ < instructions_end_ && !lines_[at_].empty(); ++at_) {
      const std::string_view line = lines_[at_];
      if (const auto mark = ReadMark(line, "Old text")) sheet_.older = *mark, old = true;
      if (const auto mark = ReadMark(line, "New text")) sheet_.newer = *mark, made = true;
      if (const auto mark = ReadMark(line, "Old text of the section alone")) sheet_.older_alone = mark;
      if (const auto mark = ReadMark(line, "New text of the section alone")) sheet_.newer_alone = mark;
    }
    return old && made;
  }

  // The longest name that stands at the cursor.
  std::optional<size_t> ReadName(PhraseCursor& cursor) const {
    const std::string_view rest = cursor.Rest();
    for (size_t size = std::min(longest_name_, rest.size()); size > 0; --size) {
      const auto found = places_.find(std::string(rest.substr(0, size)));
      if (found == places_.end()) continue;
      cursor.Skip(rest.substr(0, size));
      return found->second;
    }
    return std::nullopt;
  }

  bool ReadNames(PhraseCursor& cursor, std::vector<size_t>& names) const {
    do {
      const auto name = ReadName(cursor);
      if (!name) return false;
      names.push_back(*name);
    } while (cursor.Skip(", ") || cursor.Skip(" and "));
    return true;
  }

  // The lines of a block; at least one.
  bool ReadBlock(std::string& text) {
    const size_t begin = at_;
    while (at_ < instructions_end_ && ReadBlockLine(lines_[at_], text)) ++at_;
    return at_ > begin;
  }

  bool ReadInstruction() {
    PhraseCursor cursor(lines_[at_]);
    if (!cursor.ReadNumber() || !cursor.Skip(". ")) return false;
    Instruction one;
    if (!ReadAnyKind(cursor, one)) return false;
    sheet_.instructions.push_back(std::move(one));
    return true;
  }

  bool ReadAnyKind(PhraseCursor& cursor, Instruction& one) {
    if (cursor.Skip("In ")) return ReadAmendments(cursor, one);
    if (cursor.Skip("Omit ")) {
      one.kind = InstructionKind::kOmit;
      return ReadNames(cursor, one.sections) && Ends(cursor);
    }
    if (cursor.Skip("Move ")) return ReadMove(cursor, one);
    if (cursor.Skip("Renumber")) return ReadRenumberings(cursor, one);
    if (cursor.Skip("For ")) return ReadReplacement(cursor, one);
    one.kind = InstructionKind::kInsert;
    if (cursor.Skip("After ")) one.anchor = ReadName(cursor);
    if (!one.anchor && !cursor.Skip("At the beginning")) return false;
    if (cursor.Rest() != " insert:") return false;
    ++at_;
    return ReadBlock(one.text);
  }

  // The full stop at the line's end.
  bool Ends(PhraseCursor& cursor) {
    if (cursor.Rest() != ".") return false;
    ++at_;
    return true;
  }

  bool ReadMove(PhraseCursor& cursor, Instruction& one) {
    one.kind = InstructionKind::kMove;
    if (!ReadNames(cursor, one.sections)) return false;
    if (cursor.Skip(" after ")) {
      one.anchor = ReadName(cursor);
      return one.anchor && Ends(cursor);
    }
    return cursor.Skip(" to the beginning") && Ends(cursor);
  }

  bool ReadReplacement(PhraseCursor& cursor, Instruction& one) {
    one.kind = InstructionKind::kReplaceAll;
    if (!cursor.Skip("the whole text")) {
      one.kind = InstructionKind::kReplace;
      const auto name = ReadName(cursor);
      if (!name) return false;
      one.sections = {*name};
    }
    if (cursor.Skip(" substitute nothing")) return Ends(cursor);
    if (cursor.Rest() != " substitute:") return false;
    ++at_;
    return ReadBlock(one.text);
  }

  // One on the line, or more of them below it.
  bool ReadRenumberings(PhraseCursor& cursor, Instruction& one) {
    one.kind = InstructionKind::kRenumber;
    if (cursor.Skip(" ")) return ReadRenumbering(cursor, one);
    if (cursor.Rest() != ":") return false;
    ++at_;
    while (at_ < instructions_end_ && lines_[at_].starts_with("   (")) {
      PhraseCursor item(lines_[at_]);
      if (!item.ReadTo(") ") || !ReadRenumbering(item, one)) return false;
    }
    return !one.sections.empty();
  }

  // "Article 52 as Article 53." or "Articles 52 to 54 as Articles 53 to 55;"
  bool ReadRenumbering(PhraseCursor& cursor, Instruction& one) {
    const auto older = ReadRow(cursor);
    std::string_view rest = cursor.Rest();
    if (!older || !cursor.Skip(" as ") || (!rest.ends_with('.') && !rest.ends_with(';'))) return false;
    rest = cursor.Rest();
    rest.remove_suffix(1);
    PhraseCursor inside(rest);
    std::vector<std::string> newer = {std::string(rest)};
    if (older->size() > 1) newer = ReadNewRow(inside);
    if (newer.size() != older->size()) return false;
    one.sections.insert(one.sections.end(), older->begin(), older->end());
    one.names.insert(one.names.end(), newer.begin(), newer.end());
    ++at_;
    return true;
  }

  // The sections of "Article 52", "Articles 52 to 54" or "52-бап to 54-бап".
  std::optional<std::vector<size_t>> ReadRow(PhraseCursor& cursor) const {
    const size_t begin = cursor.at();
    std::vector<size_t> row;
    std::optional<NumberedName> first;
    std::optional<size_t> last;
    if (const auto name = ReadName(cursor)) {
      const size_t behind = cursor.at();
      if (cursor.Skip(" to ")) {
        first = ReadNumberedName(sheet_.sections[*name].name);
        const auto end = ReadName(cursor);
        const auto named = end ? ReadNumberedName(sheet_.sections[*end].name) : std::nullopt;
        if (named) last = named->number;
      } else {
        cursor.MoveTo(behind);
        return std::vector<size_t>{*name};
      }
    } else {
      cursor.MoveTo(begin);
      if (!ReadPlural(cursor, first, last)) return std::nullopt;
    }
    if (!first || !last) return std::nullopt;
    for (NumberedName name = *first; name.number <= *last; ++name.number) {
      const auto found = places_.find(name.Name());
      if (found == places_.end()) return std::nullopt;
      row.push_back(found->second);
    }
    return row;
  }

  // "Articles 52 to 54"
  static bool ReadPlural(PhraseCursor& cursor, std::optional<NumberedName>& first,
                         std::optional<size_t>& last) {
    const auto plural = cursor.ReadTo(" ");
    const std::string before = plural ? SingularOf(*plural) : std::string();
    const auto begin = cursor.ReadNumber();
    if (before.empty() || !begin || !cursor.Skip(" to ")) return false;
    first = NumberedName{before, static_cast<uint32_t>(*begin), {}};
    last = cursor.ReadNumber();
    return last.has_value();
  }

  static std::vector<std::string> ReadNewRow(PhraseCursor& cursor) {
    std::optional<NumberedName> first;
    std::optional<size_t> last;
    if (!ReadPlural(cursor, first, last)) {
      cursor.MoveTo(0);
      const auto begin = cursor.ReadTo(" to ");
      const auto end = ReadNumberedName(cursor.Rest());
      first = begin ? ReadNumberedName(*begin) : std::nullopt;
      if (end) last = end->number;
    }
    std::vector<std::string> names;
    constexpr size_t kMost = 1 << 20;
    if (!first || !last || *last > first->number + kMost) return names;
    for (NumberedName name = *first; name.number <= *last; ++name.number) names.push_back(name.Name());
    return names;
  }

  // "Article 50(3), for …", "the heading of Article 50, for …" or "Article 50:" and lines below.
  bool ReadAmendments(PhraseCursor& cursor, Instruction& one) {
    Passage passage;
    const size_t begin = cursor.at();
    auto named = ReadPassage(cursor);
    if (named && cursor.Skip(" of ")) {
      passage = *std::move(named);
    } else {
      cursor.MoveTo(begin);
    }
    const auto name = ReadName(cursor);
    if (!name) return false;
    one.sections = {*name};
    if (cursor.Rest() == ":") {
      ++at_;
      return ReadList(one);
    }
    if (cursor.Skip("(")) {
      auto designator = cursor.ReadTo(")");
      if (!designator || designator->empty()) return false;
      passage = {.kind = PassageKind::kParagraphs, .designator = *std::move(designator)};
    }
    return cursor.Skip(", ") && ReadOne(cursor, passage, one);
  }

  // "   (a) in paragraph (3), for …;"
  bool ReadList(Instruction& one) {
    while (at_ < instructions_end_ && lines_[at_].starts_with("   (")) {
      PhraseCursor cursor(lines_[at_]);
      if (!cursor.ReadTo(") ")) return false;
      Passage passage;
      if (cursor.Skip("in ")) {
        auto named = ReadPassage(cursor);
        if (!named || !cursor.Skip(", ")) return false;
        passage = *std::move(named);
      }
      if (!ReadOne(cursor, passage, one)) return false;
    }
    return !one.amendments.empty();
  }

  bool ReadOne(PhraseCursor& cursor, const Passage& passage, Instruction& one) {
    bool block = false;
    auto amendment = ReadAmendment(cursor, passage, block);
    if (!amendment) return false;
    if (!block && cursor.Rest() != "." && cursor.Rest() != ";") return false;
    ++at_;
    if (block && !ReadBlock(amendment->text)) return false;
    one.amendments.push_back(*std::move(amendment));
    return true;
  }

  std::vector<std::string_view> lines_;
  size_t at_ = 0;
  size_t instructions_end_ = 0;
  size_t longest_name_ = 0;
  std::unordered_map<std::string, size_t> places_;
  InstructionSheet sheet_;
};

}  // namespace

bool AreInstructions(std::string_view text) { return text.starts_with(kHead); }

Result<InstructionSheet> ReadInstructions(std::string_view text) { return Parser(text).Parse(); }

}  // namespace muragat::import
