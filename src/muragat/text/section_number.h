#pragma once

#include <string>
#include <string_view>

namespace muragat {

// The bare designator that a heading's title begins or ends with, or an empty string:
// "Article 50" and "§ 50. Rights" and "50-бап. Құқықтар" and "Статья 50" and "50) Rights" give "50", "Article
// L234-10" gives "L234-10", "Chapter IV" gives "IV", "1.2.3 Scope" gives "1.2.3", "Article premier" gives
// "premier", "第五十条" gives "五十". A title that merely holds a number ("Majilis of 107 deputies", "2022
// reforms") gives none.
std::string ReadSectionNumber(std::string_view title);

// The title without its designator and what sets it off: "Article 50. Free speech" gives "Free speech",
// "Article 50" gives an empty string, "Past Elections" itself.
std::string_view StripSectionNumber(std::string_view title);

}  // namespace muragat
