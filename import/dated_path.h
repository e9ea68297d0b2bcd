#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/date.h"
#include "muragat/base/status.h"

namespace muragat::import {

// What the path of a file says about the document in it.
struct DatedPath {
  std::string document;           // the path without its date and its ending; empty where nothing is left
  std::optional<ValidDate> date;  // from the path
};

// Reads `path`, its parts parted by '/'. A date is a folder whose name is one ("2019-07-17/page.md"), the end
// of a file's name behind a full stop or an @ ("page.2019-07-17.md", "page.html@2019-07-17"), or all of a
// file's name ("page/2019-07-17.md" is of the document "page"). It is a month, a day or a time as ParseDate
// reads them; a year alone is none, since folders of years and numbers of acts are called so. The name's
// ending is a last full stop with up to ten letters and digits of ASCII, a letter first; before it goes what
// a packer adds (".gz"). Errors: kInvalidArgument: it holds two different dates.
Result<DatedPath> ReadDatedPath(std::string_view path);

// Whether a part of `path` begins with a full stop.
bool IsHiddenPath(std::string_view path);

}  // namespace muragat::import
