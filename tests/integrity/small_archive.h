#pragma once

#include <string>

#include "muragat/proof/note_key.h"

namespace muragat::integrity {

// Makes the smallest archive that holds every kind of record, signed, compacted and then written to again, in
// the directory `path`. `text` is that of its first section; `key` null: a new one.
void MakeSmallArchive(const std::string& path, const std::string& text = "A first text.\n",
                      const SigningKey* key = nullptr);

// Adds a commit to it, unsigned.
void MakeNewCommit(const std::string& path, const std::string& text = "A last text.\n");

}  // namespace muragat::integrity
