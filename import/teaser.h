#pragma once

#include <string_view>

namespace muragat::import {

// Whether `words` are nothing but the words of a link to the rest of a text ("Read more", "Читать далее →",
// "[Lire la suite]"), or of a page's other furniture ("Back to top"), in any case.
bool IsMoreLink(std::string_view words);

// Whether `line` ends in the words of such a link that nothing else would end in: two words or more, or four
// wide characters or more ("… of the parliament Read more").
bool EndsInMoreLink(std::string_view line);

}  // namespace muragat::import
