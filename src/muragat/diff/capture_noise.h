#pragma once

#include <string>
#include <string_view>

namespace muragat {

// `text` as PlainTypography gives it, and without what a page says of itself or adds for the eye: lines that
// hold a counter of views ("Views: 1,234", "Number of views (1,234)") or the date of the last update ("Last
// updated: 12 May 2020") and nothing else (English, Russian, Kazakh, French, German, Chinese), emphasis (**,
// __, `, ~~), tags of HTML, the targets of links ("[law](https://…)" is "law"), and white space beside
// ideographs. Cost: linear.
std::string WithoutCaptureNoise(std::string_view text);

// Whether a line is such a counter or date.
bool IsPageStamp(std::string_view line);

}  // namespace muragat
