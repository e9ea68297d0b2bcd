#include "muragat/diff/apply_instructions.h"

#include <iterator>
#include <list>
#include <utility>
#include <vector>

#include "muragat/base/sha256.h"
#include "muragat/diff/amended_section.h"
#include "muragat/diff/section_names.h"

namespace muragat {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);

// A part of the text that keeps together.
struct Piece {
  size_t section = kNone;  // of the sheet; kNone: what lies between, or has come in
  std::string text;
  bool gone = false;
};

using Place = std::list<Piece>::iterator;

class Worker {
 public:
  Worker(std::string_view older, const InstructionSheet& sheet)
      : older_(older), sheet_(sheet), places_(sheet.sections.size()), replacements_(sheet.sections.size()) {}

  Result<std::string> Work() {
    if (sheet_.instructions.size() == 1 && sheet_.instructions.front().kind == InstructionKind::kReplaceAll)
      return sheet_.instructions.front().text;
    MURAGAT_RETURN_IF_ERROR(CutPieces());
    for (const Instruction& one : sheet_.instructions) {
      const Status done = CarryOut(one);
      if (done.ok()) continue;
      const bool named = !one.sections.empty() && one.sections.front() < sheet_.sections.size();
      return named ? done.WithContext(sheet_.sections[one.sections.front()].name) : done;
    }
    std::string newer;
    for (const Piece& piece : pieces_) {
      if (piece.gone) continue;
      if (piece.section == kNone || replacements_[piece.section].empty()) {
        newer.append(piece.text);
        continue;
      }
      auto amended = Replace(piece.text, replacements_[piece.section]);
      if (!amended.ok()) return amended.status().WithContext(sheet_.sections[piece.section].name);
      newer.append(*amended);
    }
    return newer;
  }

 private:
  Status CutPieces() {
    size_t at = 0;
    for (size_t i = 0; i < sheet_.sections.size(); ++i) {
      const NamedSection& one = sheet_.sections[i];
      if (one.begin < at || one.text_begin < one.begin || one.end < one.text_begin || one.end > older_.size())
        return Status::Conflict(one.name + " lies in no place of the text");
      pieces_.push_back({kNone, std::string(older_.substr(at, one.begin - at))});
      places_[i] =
          pieces_.insert(pieces_.end(), {i, std::string(older_.substr(one.begin, one.end - one.begin))});
      at = one.end;
    }
    pieces_.push_back({kNone, std::string(older_.substr(at))});
    return Status::Ok();
  }

  // Where something behind the anchor is put.
  Place Behind(std::optional<size_t> anchor) {
    return anchor ? std::next(places_[*anchor]) : pieces_.begin();
  }

  Status CarryOut(const Instruction& one) {
    for (const size_t section : one.sections)
      if (section >= sheet_.sections.size()) return Status::Conflict("no such section");
    if (one.anchor && *one.anchor >= sheet_.sections.size()) return Status::Conflict("no such section");
    switch (one.kind) {
      case InstructionKind::kAmend:
        return Amend(one);
      case InstructionKind::kRenumber:
        return Renumber(one);
      case InstructionKind::kOmit:
        for (const size_t section : one.sections) places_[section]->gone = true;
        return Status::Ok();
      case InstructionKind::kReplace:
        for (const size_t section : one.sections) places_[section]->text = one.text;
        return Status::Ok();
      case InstructionKind::kInsert:
        pieces_.insert(Behind(one.anchor), {kNone, one.text});
        return Status::Ok();
      case InstructionKind::kMove:
        return Move(one);
      case InstructionKind::kReplaceAll:
        break;
    }
    return Status::Conflict("a text that is given anew stands alone");
  }

  Status Move(const Instruction& one) {
    std::optional<size_t> anchor = one.anchor;
    for (const size_t section : one.sections) {
      if (anchor == section) return Status::Conflict("it is to be moved behind itself");
      pieces_.splice(Behind(anchor), pieces_, places_[section]);
      anchor = section;
    }
    return Status::Ok();
  }

  Status Amend(const Instruction& one) {
    for (const size_t index : one.sections) {
      const NamedSection& place = sheet_.sections[index];
      const AmendedSection section(older_.substr(place.begin, place.end - place.begin),
                                   place.text_begin - place.begin);
      for (const Amendment& amendment : one.amendments) {
        MURAGAT_ASSIGN_OR_RETURN(std::vector<Replacement> found, section.Resolve(amendment));
        auto& all = replacements_[index];
        all.insert(all.end(), found.begin(), found.end());
      }
    }
    return Status::Ok();
  }

  Status Renumber(const Instruction& one) {
    if (one.names.size() != one.sections.size()) return Status::Conflict("there are not as many new numbers");
    for (size_t i = 0; i < one.sections.size(); ++i) {
      const NamedSection& place = sheet_.sections[one.sections[i]];
      const std::string_view heading = older_.substr(place.begin, place.text_begin - place.begin);
      auto found = RenumberHeading(heading, place.name, one.names[i]);
      if (!found) return Status::Conflict("its heading does not say its number");
      replacements_[one.sections[i]].push_back(*std::move(found));
    }
    return Status::Ok();
  }

  std::string_view older_;
  const InstructionSheet& sheet_;
  std::list<Piece> pieces_;
  std::vector<Place> places_;                           // of each section
  std::vector<std::vector<Replacement>> replacements_;  // in each section
};

}  // namespace

TextDigest DigestText(std::string_view text) { return {text.size(), Sha256Hex(text)}; }

Result<std::string> CarryOutInstructions(std::string_view older, const InstructionSheet& sheet) {
  return Worker(older, sheet).Work();
}

Result<std::string> ApplyInstructions(std::string_view older, const InstructionSheet& sheet) {
  const TextDigest mark = DigestText(older);
  const bool alone = mark != sheet.older && sheet.older_alone == mark && sheet.sections.size() == 1;
  if (mark != sheet.older && !alone)
    return Status::Conflict(
        "it is not the text that the instructions were made from: apply them to that one");
  InstructionSheet own;
  if (alone) {
    own = sheet;
    NamedSection& section = own.sections.front();
    section.text_begin -= section.begin, section.end -= section.begin, section.begin = 0;
  }
  MURAGAT_ASSIGN_OR_RETURN(std::string newer, CarryOutInstructions(older, alone ? own : sheet));
  if (DigestText(newer) != (alone ? sheet.newer_alone.value_or(TextDigest{}) : sheet.newer))
    return Status::Conflict("what the instructions say does not give the text that they promise");
  return newer;
}

}  // namespace muragat
