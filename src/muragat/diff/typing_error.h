#pragma once

#include <string_view>

namespace muragat {

// Whether `wrong` looks like `right` with a slip of the fingers, and cannot mean something else: no digits,
// the same first and last letter (or neighbouring letters changed places), no more than two letters left out,
// put in, changed or swapped, and these at most a third of the shorter word; and neither is a word that
// carries a rule by itself: a negation, a modal verb, a conjunction, a number (English, Russian, Kazakh,
// French, German). Both words are folded (FoldCase).
bool IsTypingError(std::string_view wrong, std::string_view right);

}  // namespace muragat
