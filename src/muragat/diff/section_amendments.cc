#include "muragat/diff/section_amendments.h"

#include <optional>
#include <utility>

#include "muragat/diff/amended_section.h"
#include "muragat/diff/amendments.h"
#include "muragat/diff/section_names.h"
#include "muragat/diff/text_change.h"
#include "muragat/diff/text_diff.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

std::vector<Replacement> FindReplacements(std::string_view older, std::string_view newer, size_t offset) {
  std::vector<Replacement> found;
  if (older == newer) return found;
  const TextDiff diff = DiffReadably(older, newer);
  for (const TextChange& one : ReadChanges(diff.script)) {
    found.push_back({{offset + one.older_begin, offset + one.older_end},
                     std::string(newer.substr(one.newer_begin, one.NewerSize()))});
  }
  return found;
}

// What else changes in a heading whose number has changed, in the old heading. Nothing where the two are one.
std::optional<std::vector<Replacement>> FindBeside(const Replacement& number, std::string_view older,
                                                   std::string_view newer) {
  const auto renumbered = Replace(older, {number});
  if (!renumbered.ok()) return std::nullopt;
  const size_t number_end = number.place.begin + number.text.size();
  std::vector<Replacement> found = FindReplacements(*renumbered, newer, 0);
  for (Replacement& one : found) {
    if (one.place.end <= number.place.begin) continue;
    if (one.place.begin < number_end) return std::nullopt;
    one.place.begin = one.place.begin - number_end + number.place.end;
    one.place.end = one.place.end - number_end + number.place.end;
  }
  return found;
}

// Where a paragraph is changed in four places or more and at least two thirds of what it says then is as many
// words as come and go, it is given anew.
std::vector<Replacement> JoinCrowded(const AmendedSection& section, std::vector<Replacement> found) {
  constexpr size_t kMany = 4;
  std::vector<Replacement> joined;
  size_t first = 0;
  for (const AmendedSection::Paragraph& one : section.paragraphs()) {
    while (first < found.size() && found[first].place.begin < one.begin)
      joined.push_back(std::move(found[first++]));
    size_t end = first;
    uint64_t changed = 0;
    for (; end < found.size() && found[end].place.end <= one.wording_end; ++end) {
      const ByteRange place = found[end].place;
      changed += CountWords(found[end].text) + CountWords(section.text().substr(place.begin, place.Size()));
    }
    if (end - first < kMany) continue;
    std::vector<Replacement> inside(found.begin() + static_cast<std::ptrdiff_t>(first),
                                    found.begin() + static_cast<std::ptrdiff_t>(end));
    for (Replacement& change : inside) change.place.begin -= one.begin, change.place.end -= one.begin;
    auto text = Replace(section.text().substr(one.begin, one.wording_end - one.begin), std::move(inside));
    if (!text.ok() || CountWords(*text) * 2 > changed * 3) continue;
    joined.push_back({{one.begin, one.wording_end}, *std::move(text)});
    first = end;
  }
  for (; first < found.size(); ++first) joined.push_back(std::move(found[first]));
  return joined;
}

uint64_t CountAll(const std::vector<Amendment>& amendments) {
  uint64_t words = 0;
  for (const Amendment& one : amendments) words += CountQuotedWords(one);
  return words;
}

class Drafter {
 public:
  Drafter(const Section& older, const Section& newer)
      : older_(older), newer_(newer), text_(older.Text()), section_(text_, older.heading.size()) {}

  SectionAmendments Draft(const std::string& name, const std::string& new_name) {
    std::vector<Replacement> heading = FindReplacements(older_.heading, newer_.heading, 0);
    if (name != new_name && older_.number != newer_.number && !older_.number.empty() &&
        !newer_.number.empty()) {
      number_ = RenumberHeading(older_.heading, name, new_name);
      auto beside = number_ ? FindBeside(*number_, older_.heading, newer_.heading) : std::nullopt;
      if (beside) {
        heading = *std::move(beside);
      } else {
        number_.reset();
      }
    }
    SectionAmendments drafted;
    drafted.renumbered = number_.has_value();
    const auto in_heading = WordAmendments(section_, heading);
    const auto in_text = WordAmendments(
        section_, JoinCrowded(section_, FindReplacements(older_.body, newer_.body, older_.heading.size())));
    const Amendment anew{
        .passage = {}, .words = std::nullopt, .action = AmendmentAction::kSubstitute, .text = newer_.body};
    if (in_heading) {
      const bool long_winded =
          in_text && !newer_.body.empty() && CountAll(*in_text) > CountWords(newer_.body);
      for (const bool given_anew : {false, true}) {
        if (!given_anew && (!in_text || long_winded)) continue;
        drafted.amendments = *in_heading;
        const auto& rest = given_anew ? std::vector<Amendment>{anew} : *in_text;
        drafted.amendments.insert(drafted.amendments.end(), rest.begin(), rest.end());
        if (!Gives(drafted.amendments)) continue;
        if (given_anew && !long_winded)
          drafted.notes.emplace_back("its words cannot be amended one by one, so the text is given anew");
        return drafted;
      }
    }
    return {.renumbered = false,
            .amendments = {},
            .whole = true,
            .notes = {"its heading and words cannot be amended one by one, so it is given anew"}};
  }

 private:
  // Whether the amendments give the newer text.
  bool Gives(const std::vector<Amendment>& amendments) const {
    std::vector<Replacement> all;
    for (const Amendment& one : amendments) {
      const auto found = section_.Resolve(one);
      if (!found.ok()) return false;
      all.insert(all.end(), found->begin(), found->end());
    }
    if (number_) all.push_back(*number_);
    const auto made = Replace(text_, std::move(all));
    return made.ok() && *made == newer_.Text();
  }

  const Section &older_, &newer_;
  std::string text_;
  AmendedSection section_;
  std::optional<Replacement> number_;
};

}  // namespace

SectionAmendments AmendSection(const Section& older, const Section& newer, const std::string& name,
                               const std::string& new_name) {
  return Drafter(older, newer).Draft(name, new_name);
}

}  // namespace muragat
