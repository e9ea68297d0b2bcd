#pragma once

#include <cstdint>
#include <string_view>

namespace muragat::import {

// What a line that stands alone reads as. The rules hold in every language; where they need a word (a month,
// "Read more"), lists in the archive's languages serve.
enum class LineKind {
  kText,       // a short paragraph, a quotation, a list item, a date, a byline, an address, a link's words
  kTitle,      // a title
  kSignature,  // initials and a surname ("К. Токаев"): a line of office above it is no title
};

// Reads `line`, without its line end. A title is at most 160 columns (two for a wide character) and holds two
// letters or one wide one, and:
//  - opens with a capital, a letter of a script without case, a digit, § or №; with "(a)"; with a quoted name
//  that
//    words follow ("“Nur Otan” Party"). A quotation as a whole, a bullet, a lower-case word do not open one;
//  - ends in none of . ! … : ; , nor a dash, in any script. A question may be a title, as in lists of
//  questions.
//    Abbreviations ("… of the U.S.") may, and a designator with its title ("Article 5.", "Статья 1.
//    Понятия.");
//  - holds one sentence, no ellipsis, no tab, and neither an address of the web nor of mail;
//  - is no date, no byline, no label with its value ("Source: …"), no trail of links ("Home > Policy >
//  Elections").
LineKind ReadLineKind(std::string_view line);

// The number that a line opens with where no word names it: "2.", "10.1.", "b)", "(3)".
struct ListNumber {
  int shape = 0;      // how many parts it has and its mark: "2." and "10." have one shape, "2)" and "2.1."
                      // others; 0: none
  uint32_t last = 0;  // its last part; a letter counts as its code

  // Whether `next` is the number of the item behind this one, so that both lines are items of a list.
  bool GoesOnWith(const ListNumber& next) const {
    return shape != 0 && shape == next.shape && next.last == last + 1;
  }
};
ListNumber ReadListNumber(std::string_view line);

// Whether `block` ends in a colon, so that what follows may be a list.
bool EndsInColon(std::string_view block);

}  // namespace muragat::import
