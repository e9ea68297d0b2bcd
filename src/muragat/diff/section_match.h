#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "muragat/diff/section_link.h"
#include "muragat/model/section_view.h"

namespace muragat {

// For each section of `newer`, the index of the section of `older` that it continues, or nothing where it is
// new. No section of `older` is given twice. Sections at both ends that are equal in heading and body are
// matched first, and so are preambles (empty heading, first place). What is left is matched in this order:
//  1. equal heading and body;
//  2. equal number and title, where the title says more than the number;
//  3. equal non-empty title; then equal title without its number; then both once more, folded;
//  4. equal body of at least five words (here and in 6, blanks at either end do not count);
//  5. equal number and title, where the title is the number;
//  6. equal body, not blank;
//  7. equal number at the same depth. A bare numeral ("1. Scope") also needs a fifth of the words in common,
//  and so
//     does any number under parents that are not each other's;
//  8. a parent most of whose children are matched to the children of one other parent of the same depth;
//  9. one section each, of the same depth, alone between the same two matched neighbours, with 30% of their
//  words in
//     common (20% where the titles share half of their words, too): a section with a new title;
// 10. whatever has half of its words in common with another, at least eight of them (a quarter where the
// titles
//     share half of their words, too), best pair first: a section with a new title and a new place.
// Among several of one key, those next to matched neighbours are taken first, then those under matched
// parents, then those between matched neighbours, then the rest in order as long as a fifth of their words
// are common. Words are compared without case and order; those of fewer than four letters do not count where
// there are others. Cost: linear in the texts plus n log n in the sections; in step 10 each section is
// compared with at most eight others, those with which it shares the most words that are rare among what is
// left.
std::vector<std::optional<size_t>> MatchSections(std::span<const SectionView> older,
                                                 std::span<const SectionView> newer);
std::vector<std::optional<size_t>> MatchSections(std::span<const Section> older,
                                                 std::span<const Section> newer);

// The same without steps 9 and 10, and more cheaply: for sections that do not stand beside the others.
std::vector<std::optional<size_t>> MatchByName(std::span<const SectionView> older,
                                               std::span<const SectionView> newer);

// The same with why, and how sure. Cost: as MatchSections, and to cut the matched bodies that differ.
std::vector<std::optional<SectionLink>> LinkSections(std::span<const SectionView> older,
                                                     std::span<const SectionView> newer);

}  // namespace muragat
