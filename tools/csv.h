#pragma once

#include <string>

namespace muragat::tools {

// A field of CSV (RFC 4180): in quotation marks where it needs them.
std::string CsvField(const std::string& text);

}  // namespace muragat::tools
