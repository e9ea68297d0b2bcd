#pragma once

#include <string>
#include <string_view>

namespace muragat::import {

// The name of the outermost element of the XML that begins with `head`, without its prefix, where that is in
// sight: "mediawiki", "akomaNtoso". Read past a byte order mark, declarations, comments and a document type.
// UTF-16 is looked through. Empty where there is none.
std::string XmlRootName(std::string_view head);

}  // namespace muragat::import
