#pragma once

#include <string>
#include <string_view>

#include "import/html.h"
#include "import/limits.h"
#include "muragat/base/status.h"
#include "muragat/model/document.h"

namespace muragat::import {

// Reads bytes as they were received, of the media type that came with them ("text/html;
// charset=windows-1251"). The charset that it names is that of the bytes, unless they begin with a byte order
// mark; without one, HTML is decoded as DecodeHtml says and other texts are UTF-8. A media type without a
// reader is read as HTML. Errors: as the format's reader; kInvalidArgument: bytes are not of that charset.
Result<Document> ReadPayload(const std::string& payload, std::string_view media_type, const HtmlOptions& html,
                             const Limits& limits = {});

}  // namespace muragat::import
