#pragma once

#include <string_view>

#include "muragat/diff/change.h"
#include "muragat/diff/text_change.h"

namespace muragat {

// How much the change from one body to another weighs: kUnchanged, kCaptureOnly, kEditorial or kSubstantive.
// kCaptureOnly: equal but for what WithoutCaptureNoise leaves out.
// kEditorial: the same words in the same order, whatever their case and the punctuation (a sign between two
// digits or before one, and any symbol such as % or §, is no punctuation); or at most three words written in
// another way as a typing error is mended (see IsTypingError), and none of them a word of the older text that
// comes elsewhere, too. When in doubt, kSubstantive. Cost: linear.
ChangeKind JudgeBodies(std::string_view older, std::string_view newer);
// The same where `changes`, from the one body to the other, are known. Cost: linear in the lines that these
// touch.
ChangeKind JudgeBodies(std::string_view older, std::string_view newer, const TextChanges& changes);

// Whether the section, a teaser before, now begins with what stood before the cut, or is cut elsewhere.
bool ContinuesTeaser(const Section& older, const Section& newer);

}  // namespace muragat
