#include "import/xml_head.h"

#include <algorithm>

namespace muragat::import {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Passes over a document type declaration, with what stands between its brackets.
size_t EndOfDoctype(std::string_view text) {
  const size_t bracket = text.find('['), close = text.find('>');
  if (close == text.npos || bracket > close) return close;
  const size_t end = text.find(']', bracket);
  return end == text.npos ? end : text.find('>', end);
}

}  // namespace

std::string XmlRootName(std::string_view head) {
  std::string plain(head);
  if (plain.starts_with("\xef\xbb\xbf")) plain.erase(0, 3);
  if (plain.starts_with("\xfe\xff") || plain.starts_with("\xff\xfe")) plain.erase(0, 2);
  std::erase(plain, '\0');  // UTF-16
  std::string_view text = plain;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    size_t end = 0;
    if (text.starts_with("<?")) {
      end = text.find("?>");
    } else if (text.starts_with("<!--")) {
      end = text.find("-->");
    } else if (text.starts_with("<!DOCTYPE")) {
      end = EndOfDoctype(text);
    } else {
      break;
    }
    if (end == text.npos) return {};
    text.remove_prefix(std::min(text.find('>', end), text.size() - 1) + 1);
  }
  if (!text.starts_with('<')) return {};
  const size_t end = text.find_first_of(" \t\r\n/>", 1);
  if (end == text.npos) return {};
  const std::string_view name = text.substr(1, end - 1);
  return std::string(name.substr(name.find(':') + 1));
}

}  // namespace muragat::import
