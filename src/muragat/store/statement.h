#pragma once

#include <string>

#include "muragat/model/edition.h"
#include "muragat/model/state.h"
#include "muragat/proof/edition_statement.h"
#include "muragat/store/reader.h"

namespace muragat {

// What a state will say as an edition, but for its sections and root.
EditionStatement StatementOf(const State& state);

// The same of a stored edition, whose title must be filled in, with the title of its reform (empty: it came
// without one) and its capture.
EditionStatement StatementOf(const std::string& document, const Edition& edition, const std::string& reform,
                             const Capture& capture);

// The same, with both read. The edition's title must be filled in. Errors: as Reader.
Result<EditionStatement> ReadStatement(const Reader& reader, const std::string& document,
                                       const Edition& edition);

}  // namespace muragat
