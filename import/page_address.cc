#include "import/page_address.h"

#include <algorithm>

#include "muragat/text/ascii.h"

namespace muragat::import {

std::string DocumentIdOfAddress(std::string_view address) {
  if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
  address = address.substr(0, address.find('#'));
  if (const size_t scheme = address.find("://"); scheme != address.npos) address.remove_prefix(scheme + 3);
  const size_t query = std::min(address.find('?'), address.size());
  const std::string_view asked = address.substr(query);
  address = address.substr(0, query);
  const size_t host = std::min(address.find('/'), address.size());
  std::string id = LowerAscii(address.substr(0, host));
  for (size_t at = host; at < address.size();) {
    const size_t end = std::min(address.find('/', at + 1), address.size());
    const std::string_view part = address.substr(at + 1, end - at - 1);
    if (!part.empty() && !id.empty()) id.push_back('/');
    if (part == "." || part == "..") {
      id.append(part == "." ? "%2E" : "%2E%2E");
    } else {
      id.append(part);
    }
    at = end;
  }
  for (const char c : asked) c == '/' ? id.append("%2F") : id.append(1, c);
  return id;
}

}  // namespace muragat::import
