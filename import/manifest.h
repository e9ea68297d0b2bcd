#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"

namespace muragat::import {

// What a manifest says of one file. Fields that it leaves open are empty.
struct ManifestRow {
  std::string place;  // for a person: "line 3", "entry 2"
  std::string file;   // as it is written there
  std::string document, date, captured, source, reform, title, language, author;
};

struct Manifest {
  std::vector<ManifestRow> rows;
  std::vector<std::string> unknown;  // columns that are none of those, each once, in their order
};

// Reads a manifest. What begins with `[` or `{` is JSON: a list of objects, or an object with such a list as
// "files"; values are strings or null. Else it is CSV with a head line (RFC 4180, or parted by tabs or
// semicolons where the head line holds no comma). Columns are called as the fields above, `url` also for
// `source`, `path` for `file`, in any case. Errors: kInvalidArgument: it is not UTF-8, or cannot be read; it
// has no column `file`, or one twice; a row has more fields than the head; a value is no string.
Result<Manifest> ReadManifest(std::string_view text);

}  // namespace muragat::import
