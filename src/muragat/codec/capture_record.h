#pragma once

#include <string>
#include <string_view>

#include "muragat/base/status.h"
#include "muragat/model/numbers.h"
#include "muragat/model/state.h"

namespace muragat {

// The raw bytes of a state and where they came from: the value of the family `capture` (doc/format.md).

// What a stored capture says. `capture.bytes` is absent where the bytes are the text or another capture's.
struct CaptureRecord {
  Capture capture;
  CaptureNumber same_as;  // 0: the bytes are its own, or the text
};

std::string EncodeCapture(const CaptureRecord& record);

// Errors: kCorruption: the bytes are no such record, or do not match their checksum.
Result<CaptureRecord> DecodeCapture(std::string_view value);

}  // namespace muragat
