#pragma once

#include <string_view>

#include "muragat/base/status.h"

namespace muragat::import {

// Whether a file of a folder may be a document, by its name and its first bytes. Errors: kInvalidArgument,
// saying what it is: its ending is that of styles, scripts, tables, pictures and the like, which stand beside
// saved pages; or it holds a NUL and does not begin with a byte order mark of UTF-16.
Status CheckMayBeDocument(std::string_view name, std::string_view head);

// Whether what begins with `head` is packed by zip; whether it is a book or an office document of that form.
bool LooksLikeZip(std::string_view head);
bool LooksLikeOfficeDocument(std::string_view head);

// Whether what begins with `head` is a tar archive: its first block has the sum that it says it has.
bool LooksLikeTar(std::string_view head);

}  // namespace muragat::import
