#pragma once

#include <optional>
#include <string>

#include "muragat/text/title_cursor.h"

namespace muragat {

// The values that number sections. Each function moves the cursor behind what it read, or leaves it where it
// was.

// Moves over a Roman numeral as it is written (no IIII), capitals only, that no letter follows but an
// ordinal's ending ("Ier"). Cyrillic І and Х count as I and X.
bool SkipRoman(Cursor& cursor);

// Moves over what extends a number: "-1", ".2", "a", "er", "º", "(1)".
void SkipAttached(Cursor& cursor);

// Reads what stands behind a word such as "Article": "50", "L234-10" (also from "L. 234-10"), "R*123-4", "17
// bis", "9 A", "IV", "premier", a single capital that stands alone.
std::optional<std::string> ReadValue(Cursor& cursor);

// Whether a heading may go on like this behind its designator: an end, a mark, or a blank and no lower-case
// letter.
bool IsSetOff(Cursor cursor);

}  // namespace muragat
