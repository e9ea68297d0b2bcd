// checkpoint := origin LF size LF base64(root:32) LF
#include "muragat/proof/checkpoint.h"

#include <optional>

#include "muragat/base/base64.h"
#include "muragat/proof/record_lines.h"

namespace muragat {

std::string RenderHead(const TreeHead& head) {
  return head.origin + "\n" + std::to_string(head.size) + "\n" + EncodeBase64(BytesOf(head.root)) + "\n";
}

Result<TreeHead> ParseHead(std::string_view text) {
  const auto take_line = [&text] {
    const size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
  };
  const std::string_view whole = text;
  TreeHead head;
  head.origin = take_line();
  const auto size = ParseDecimal(take_line());
  const auto bytes = DecodeBase64(take_line());
  const auto root = bytes ? ToDigest(*bytes) : std::nullopt;
  if (head.origin.empty() || !size || !root) return Status::Corruption("it is no checkpoint");
  head.size = *size;
  head.root = *root;
  if (RenderHead(head) != whole) return Status::Corruption("it is no checkpoint");
  return head;
}

}  // namespace muragat
