#pragma once

#include <string>
#include <string_view>

namespace muragat {

// The character that an HTML entity stands for: `&#1234;`, `&#x12AB;`, or one of the names that texts use in
// practice
// (`&nbsp;`, `&mdash;` …). An entity that is not known is returned as it is written.
std::string DecodeEntity(std::string_view entity);

}  // namespace muragat
