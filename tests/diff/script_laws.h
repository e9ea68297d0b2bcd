#pragma once

#include <string>

#include "muragat/diff/text_diff.h"

namespace muragat::support {

// Fails the test unless DiffText's script and the readable one of it are well formed and turn `older` into
// `newer`.
void ExpectScriptsTurn(const std::string& older, const std::string& newer, const DiffOptions& options = {});

}  // namespace muragat::support
