#pragma once

#include <string>
#include <string_view>

#include "muragat/base/status.h"
#include "muragat/model/reform.h"

namespace muragat {

// A reform in the catalog (doc/format.md): date, id, title.
std::string EncodeReform(const Reform& reform);

// Errors: kCorruption: the bytes are no such record.
Result<Reform> DecodeReform(std::string_view value);

}  // namespace muragat
