#pragma once

#include <cstdint>

#include "muragat/proof/text_proof.h"

namespace muragat::support {

// A proof that holds, without an archive: its three trees, of the edition's sections, the commit's records
// and the log's commits, have `leaves` leaves each, and what it proves stands at `place` (from 0) in each of
// them.
TextProof MakeProof(uint64_t leaves, uint64_t place, const SigningKey& key);

}  // namespace muragat::support
