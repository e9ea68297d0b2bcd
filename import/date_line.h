#pragma once

#include <string_view>

namespace muragat::import {

// Whether `line` says a date or a time and nothing else: "8 June 2022", "Опубликовано 8 июня 2022 г., 12:30",
// "2022 жылғы 8 маусым", "2022年6月8日", "08.06.2022". Numbers are part of it: a month's name alone is no
// date.
bool IsDateLine(std::string_view line);

}  // namespace muragat::import
