#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "muragat/base/sha256.h"
#include "muragat/base/status.h"

namespace muragat {

// The head of a log at one size: the text of a checkpoint (C2SP tlog-checkpoint v1), which a note signs.
struct TreeHead {
  std::string origin;  // which log it is: one line, not empty
  uint64_t size = 0;   // how many commits
  Digest root{};       // of the tree over their records
  friend bool operator==(const TreeHead&, const TreeHead&) = default;
};

// Three lines: origin, size, root in base64.
std::string RenderHead(const TreeHead& head);
// Errors: kCorruption: the text is not three such lines. Lines behind them, which others' checkpoints may
// have, are refused: this program writes none.
Result<TreeHead> ParseHead(std::string_view text);

}  // namespace muragat
