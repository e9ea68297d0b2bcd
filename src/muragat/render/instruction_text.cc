#include "muragat/render/instruction_text.h"

#include <string_view>

#include "muragat/render/amendment_text.h"
#include "muragat/render/renumber_text.h"
#include "muragat/text/display_width.h"
#include "muragat/text/numbered_name.h"
#include "muragat/text/quotation.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kPlacesColumns = 100;

std::string LetterOf(size_t index) {
  std::string letters;
  for (size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('a' + (rest - 1) % 26));
  return letters;
}

class Writer {
 public:
  explicit Writer(const InstructionSheet& sheet) : sheet_(sheet) {}

  std::string Write() {
    WriteHead();
    size_t number = 0;
    for (const Instruction& one : sheet_.instructions) {
      out_.append(std::to_string(++number)).append(". ");
      WriteOne(one);
      for (const std::string& note : one.notes)
        out_.append("   Note: ").append(VisibleText(note)).append(".\n");
    }
    WriteLegend();
    WritePlaces();
    return std::move(out_);
  }

 private:
  void WriteMark(std::string_view label, const TextDigest& mark) {
    out_.append(label).append(": ").append(std::to_string(mark.size_bytes));
    out_.append(" bytes, SHA-256 ").append(mark.sha256).append("\n");
  }

  void WriteHead() {
    out_.append("Instructions for amending ").append(VisibleText(sheet_.document));
    out_.append(": from its text of ").append(VisibleText(sheet_.from));
    out_.append(" to that of ").append(VisibleText(sheet_.to)).append("\n");
    WriteMark("Old text", sheet_.older);
    WriteMark("New text", sheet_.newer);
    if (sheet_.older_alone && sheet_.newer_alone) {
      WriteMark("Old text of the section alone", *sheet_.older_alone);
      WriteMark("New text of the section alone", *sheet_.newer_alone);
    }
    out_.append("Sections, paragraphs and whole words are named and counted as in the old text.\n");
    out_.append("A space between words comes and goes with them, unless it says \"exactly\".\n");
    head_end_ = out_.size();
    out_.append("\n");
  }

  // Where signs are used that need to be explained, they are.
  void WriteLegend() {
    if (out_.find('\\', head_end_) == std::string::npos) return;
    out_.insert(
        head_end_,
        "\\n is a line end, \\t a tab, \\r a carriage return, \\s a space (\\s{6} six of them), \\u{a0} a "
        "character by its "
        "number, \\\\ a backslash;\na backslash at the end of a line says that no line end comes there.\n");
  }

  const std::string& NameOf(size_t section) const { return sheet_.sections[section].name; }

  std::string NamesOf(const std::vector<size_t>& sections) const {
    std::string names;
    for (size_t i = 0; i < sections.size(); ++i) {
      if (i != 0) names.append(i + 1 == sections.size() ? " and " : ", ");
      names.append(NameOf(sections[i]));
    }
    return names;
  }

  std::string PlaceOf(const Instruction& one) const {
    return one.anchor ? "after " + NameOf(*one.anchor) : std::string("to the beginning");
  }

  void WriteOne(const Instruction& one) {
    switch (one.kind) {
      case InstructionKind::kAmend:
        return WriteAmendments(NameOf(one.sections.front()), one.amendments);
      case InstructionKind::kOmit:
        out_.append("Omit ").append(NamesOf(one.sections)).append(".\n");
        return;
      case InstructionKind::kMove:
        out_.append("Move ").append(NamesOf(one.sections)).append(" ").append(PlaceOf(one)).append(".\n");
        return;
      case InstructionKind::kInsert:
        out_.append(one.anchor ? "After " + NameOf(*one.anchor) : "At the beginning").append(" insert:\n");
        out_.append(WriteBlock(one.text));
        return;
      case InstructionKind::kRenumber:
        WriteList("Renumber", WriteRenumbering(sheet_, one));
        return;
      case InstructionKind::kReplace:
        out_.append("For ").append(NameOf(one.sections.front())).append(" substitute");
        out_.append(one.text.empty() ? " nothing.\n" : ":\n" + WriteBlock(one.text));
        return;
      case InstructionKind::kReplaceAll:
        out_.append("For the whole text substitute");
        out_.append(one.text.empty() ? " nothing.\n" : ":\n" + WriteBlock(one.text));
    }
  }

  // One on the line, more of them below it.
  void WriteList(std::string_view verb, const std::vector<std::string>& items) {
    out_.append(verb);
    if (items.size() == 1) {
      out_.append(" ").append(items.front()).append(".\n");
      return;
    }
    out_.append(":\n");
    for (size_t i = 0; i < items.size(); ++i) {
      out_.append("   (").append(LetterOf(i)).append(") ").append(items[i]);
      out_.append(i + 1 == items.size() ? ".\n" : ";\n");
    }
  }

  void WriteAmendments(const std::string& name, const std::vector<Amendment>& amendments) {
    if (amendments.size() == 1) {
      const WordedAmendment worded = WordAmendment(amendments.front(), name);
      out_.append("In ")
          .append(worded.line)
          .append(worded.block.empty() ? ".\n" : ":\n")
          .append(worded.block);
      return;
    }
    out_.append("In ").append(name).append(":\n");
    for (size_t i = 0; i < amendments.size(); ++i) {
      const WordedAmendment worded = WordAmendment(amendments[i], "");
      out_.append("   (").append(LetterOf(i)).append(") ").append(worded.line);
      out_.append(!worded.block.empty()        ? ":\n"
                  : i + 1 == amendments.size() ? ".\n"
                                               : ";\n")
          .append(worded.block);
    }
  }

  void WritePlaces() {
    if (sheet_.sections.empty()) return;
    out_.append(
        "\nPlaces in the old text, in bytes: where each section begins and its text begins, and the end\n");
    for (size_t i = 0, end = 0; i < sheet_.sections.size(); i = end) {
      end = i + 1;
      while (end < sheet_.sections.size() && StandsNext(sheet_.sections[end - 1], sheet_.sections[end]))
        ++end;
      columns_ = 0;
      Put(sheet_.sections[i].name + (end == i + 1 ? "" : " to " + sheet_.sections[end - 1].name) + ":");
      for (size_t j = i; j < end; ++j)
        Put(" " + std::to_string(sheet_.sections[j].begin) + " " +
            std::to_string(sheet_.sections[j].text_begin) + ",");
      Put(" " + std::to_string(sheet_.sections[end - 1].end) + "\n");
    }
  }

  // Whether the second one stands behind the first and has the next number.
  static bool StandsNext(const NamedSection& first, const NamedSection& second) {
    const auto name = ReadNumberedName(first.name), next = ReadNumberedName(second.name);
    return name && next && name->before == next->before && name->behind == next->behind &&
           next->number == name->number + 1 && first.end == second.begin;
  }

  // Appends to the line, or to a new one where it would grow too long.
  void Put(const std::string& words) {
    const size_t width = DisplayWidth(words);
    if (columns_ != 0 && columns_ + width > kPlacesColumns) {
      out_.append("\n   ");
      columns_ = 3;
    }
    columns_ += width;
    out_.append(words);
  }

  const InstructionSheet& sheet_;
  std::string out_;
  size_t head_end_ = 0;
  size_t columns_ = 0;
};

}  // namespace

std::string WriteInstructions(const InstructionSheet& sheet) {
  return sheet.instructions.empty() ? std::string() : Writer(sheet).Write();
}

}  // namespace muragat
