#include "muragat/model/document_id.h"

#include "muragat/text/byte_pairs.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

Status BadId(std::string_view text, std::string_view why) {
  return Status::InvalidArgument("\"" + VisibleText(text) +
                                 "\" cannot be a document's id: " + std::string(why));
}

// Whether a slash stands beside another one, a full stop or an end, or the text begins with a full stop: then
// a part between slashes may be wrong.
bool MayHoldBadPart(std::string_view text) {
  const bool at_end = text.front() == '/' || text.front() == '.' || text.back() == '/';
  return at_end || AnyPairOfBytes(text, [](ByteBlock here, ByteBlock next) {
           return (here == '/') & ((next == '/') | (next == '.'));
         });
}

Status CheckParts(std::string_view text) {
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = text.find('/', begin);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view segment = text.substr(begin, end - begin);
    if (segment.empty()) return BadId(text, "a part between slashes is empty");
    if (segment == "." || segment == "..")
      return BadId(text, "\".\" and \"..\" cannot stand between slashes");
    begin = end + 1;
  }
  return Status::Ok();
}

}  // namespace

Result<DocumentId> DocumentId::Parse(std::string_view text) {
  if (text.empty()) return BadId(text, "it is empty");
  if (text.size() > kMaxBytes) return BadId(text.substr(0, 40), "it is longer than 1024 bytes");
  if (FindInvalidUtf8(text)) return BadId(text, "it is not UTF-8");
  if (MayHoldBadPart(text)) MURAGAT_RETURN_IF_ERROR(CheckParts(text));
  if (HoldsControl(text)) return BadId(text, "it holds a control character");
  DocumentId id;
  id.text_ = text;
  return id;
}

}  // namespace muragat
