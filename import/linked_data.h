#pragma once

#include <string>
#include <string_view>

namespace muragat::import {

// What JSON-LD says of the page that it stands in: of the first object that says it, wherever it lies.
struct LinkedData {
  std::string headline;
  std::string modified;  // as it is written
  std::string published;
};

// Reads `json`; what is no JSON says nothing. At most 32 levels and 100,000 values are looked through.
LinkedData ReadLinkedData(std::string_view json);

}  // namespace muragat::import
