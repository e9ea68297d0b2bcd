#pragma once

#include <cstddef>
#include <string_view>

namespace muragat {

// Why a section is held to be the same as one of another edition. Later ones say less.
enum class LinkReason {
  kEqualText,     // heading and body
  kEqualBody,     // under another heading
  kEqualWording,  // the bodies but for case, white space and typography
  kNumberAndTitle,
  kTitle,  // with or without its number
  kNumber,
  kChildren,  // the sections within it
  kPlace,     // between the same neighbours, and alike
  kWords,     // what they have in common, wherever they stand
};

// The words for it in output: "equal text", "number and title" …
std::string_view ReasonName(LinkReason reason);

// A section of an older edition that one of a newer edition continues.
struct SectionLink {
  size_t older = 0;  // index of the section
  LinkReason reason = LinkReason::kEqualText;
  double confidence = 1;  // 0 … 1: how much the texts bear out the reason; no probability
  friend bool operator==(const SectionLink&, const SectionLink&) = default;
};

}  // namespace muragat
