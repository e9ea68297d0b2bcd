#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muragat {

// `address` as a page may link to it: an http, https or mailto address, with every byte that has no place in
// one percent-encoded. Absent for any other scheme, relative addresses and addresses with control characters.
std::optional<std::string> ExternalLink(std::string_view address);

// Whether `href` is a relative path, so that following it stays among the pages it came with.
bool IsRelativeLink(std::string_view href);

}  // namespace muragat
