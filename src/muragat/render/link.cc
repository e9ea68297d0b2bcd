#include "muragat/render/link.h"

#include <algorithm>
#include <cstdint>

#include "muragat/text/ascii.h"
#include "muragat/text/percent_code.h"

namespace muragat {
namespace {

bool StartsWithScheme(std::string_view address, std::string_view scheme) {
  return address.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), address.begin(),
                    [](char wanted, char given) { return wanted == LowerAscii(given); });
}

}  // namespace

std::optional<std::string> ExternalLink(std::string_view address) {
  constexpr std::string_view kEncoded = " \"<>\\^`{|}";
  const bool known = StartsWithScheme(address, "https://") || StartsWithScheme(address, "http://") ||
                     StartsWithScheme(address, "mailto:");
  if (!known) return std::nullopt;
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte < 0x20 || byte == 0x7f) return std::nullopt;
    if (byte >= 0x80 || kEncoded.find(c) != std::string_view::npos) {
      AppendPercentEncoded(out, c);
    } else {
      out.push_back(c);
    }
  }
  return out;
}

bool IsRelativeLink(std::string_view href) {
  return !href.empty() && href.front() != '/' && href.find_first_of(":\\") == std::string_view::npos &&
         std::none_of(href.begin(), href.end(), [](char c) { return static_cast<uint8_t>(c) <= 0x20; });
}

}  // namespace muragat
