#pragma once

#include <ostream>
#include <vector>

#include "muragat/store/reader.h"
#include "tools/context.h"
#include "tools/query.h"

namespace muragat::tools {

// Both write states in the exchange format, a line each, with their text as it was known at `as_of.known_at`.
// Errors: kCancelled; else as Reader.

// The state at `as_of` of each document that has text then, in the order of `documents`. Cost: one way
// through what is stored where they come in the order of their numbers.
Status WriteSnapshotStates(Context& context, const Reader& reader,
                           const std::vector<DocumentEntry>& documents, const AsOf& as_of, std::ostream& out);

// All states that stand, in the order in which they were recorded, so that importing them gives the same
// answers.
Status WriteAllStates(Context& context, const Reader& reader, const std::vector<DocumentEntry>& documents,
                      const AsOf& as_of, std::ostream& out);

}  // namespace muragat::tools
