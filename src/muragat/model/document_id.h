#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// The stable name of a document, such as `kz/elections-and-political-reforms`: 1 to 1,024 bytes of UTF-8,
// segments parted by `/`, none of them empty, `.` or `..`, no control characters. Anything else is allowed in
// a segment.
class DocumentId {
 public:
  static constexpr size_t kMaxBytes = 1024;

  DocumentId() = default;

  // Errors: kInvalidArgument, saying what is wrong with `text`.
  static Result<DocumentId> Parse(std::string_view text);

  const std::string& text() const { return text_; }
  friend auto operator<=>(const DocumentId&, const DocumentId&) = default;

 private:
  std::string text_;
};

}  // namespace muragat
