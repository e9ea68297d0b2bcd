#pragma once

#include <string>
#include <string_view>

namespace muragat::import {

// The document's id for a page of the web: its address without scheme, fragment and empty parts of its path,
// the host in lower case, parts of dots encoded. "https://Example.org/a//b/?x=1#top" is
// "example.org/a/b?x=1". Brackets around the address are passed over.
std::string DocumentIdOfAddress(std::string_view address);

}  // namespace muragat::import
