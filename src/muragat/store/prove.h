#pragma once

#include <cstddef>
#include <string>

#include "muragat/base/status.h"
#include "muragat/model/edition.h"
#include "muragat/proof/text_proof.h"
#include "muragat/store/reader.h"

namespace muragat {

// Proves that the section at `place` of `edition` stands in the log whose signed checkpoint is `checkpoint`.
// Changes nothing. Errors: kNotFound: the edition was recorded after the checkpoint; kInvalidArgument: it is
// a removal, or `checkpoint` is no signed checkpoint; kCorruption: what is stored does not give the roots
// that the log has; else as Reader. Cost: the sections of up to 64 editions that were recorded beside this
// one are read and hashed.
Result<TextProof> ProveText(const Reader& reader, const Edition& edition, size_t place,
                            const std::string& checkpoint);

}  // namespace muragat
