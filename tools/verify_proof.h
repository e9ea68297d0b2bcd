#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct VerifyProofOptions {
  std::string file;  // "-" is standard input
  std::string key;   // a verifier key, or a file that holds one
  std::string text;  // a file with the text, or empty
};

// Checks a proof; needs no archive. kNo where it does not hold, with why on context.err. Errors:
// kInvalidArgument: the key is none; kIo: a file cannot be read.
Result<ExitCode> RunVerifyProof(const VerifyProofOptions& options, Context& context);

// The verifier key that a command line gives: itself, or in a file. Errors: kInvalidArgument; kIo.
Result<VerifierKey> ReadVerifierKey(const std::string& text);

}  // namespace muragat::tools
