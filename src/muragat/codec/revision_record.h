#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "muragat/base/status.h"
#include "muragat/codec/keys.h"
#include "muragat/diff/edit_script.h"

namespace muragat {

// One text of one section: the value of the family `revision` (doc/format.md).

// How a revision is stored. On disk: never change the values.
enum class RevisionForm : uint8_t { kKeyframe = 1, kDiff = 2, kSame = 3, kRedacted = 4 };

// The longest run of diffs from a text to its keyframe.
constexpr uint8_t kMaxChain = 16;

// What a stored revision says without looking at any other. Views are into the encoded value.
struct RevisionRecord {
  RevisionForm form = RevisionForm::kKeyframe;
  bool teaser = false;
  std::string_view number;
  std::string_view title;
  uint32_t checksum = 0;       // of the text; kKeyframe and kDiff
  uint64_t heading_bytes = 0;  // of the text; kKeyframe and kDiff
  uint64_t text_bytes = 0;     // kKeyframe and kDiff
  uint8_t chain_length = 0;    // kDiff: how many diffs lead to the text, 1 … kMaxChain
  RevisionKey base;            // kDiff: what the script is applied to; kSame: whose text it is
  std::string_view payload;    // kKeyframe: the text; kDiff: the script
};

// Writes a record whose own key is `key` (a base of the same section is written as a distance). `script` is
// used for kDiff, `payload` for kKeyframe.
std::string EncodeRevision(const RevisionKey& key, const RevisionRecord& record,
                           const EditScript& script = {});

// Errors: kCorruption: the bytes are no such record, or name a base that cannot be one;
//         kInvalidArgument: the text was redacted (reserved form).
Result<RevisionRecord> DecodeRevision(const RevisionKey& key, std::string_view value);

}  // namespace muragat
