#pragma once

#include <string>
#include <string_view>

#include "muragat/render/template.h"

namespace muragat {

// The direction in which a language's own script runs, for HTML: "rtl", "ltr", or "auto" where the language
// is not known. A script in the tag ("az-Arab") decides before the language does.
std::string_view TextDirection(std::string_view language);

// Whether `tag` may be the value of `lang`: a well-formed tag of BCP 47, but for "und".
bool IsLanguageTag(std::string_view tag);

// What language.mustache is filled with: `lang`, left out for "und" and for what is no language tag, and
// `dir`, left out where it is "ltr".
void SetLanguage(TemplateValue& value, std::string_view language);

}  // namespace muragat
