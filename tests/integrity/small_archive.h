#pragma once

#include <string>

namespace muragat::integrity {

// Makes the smallest archive that holds every kind of record, signed, compacted and then written to again, in
// the directory `path`. `text` is that of its first section.
void MakeSmallArchive(const std::string& path, const std::string& text = "A first text.\n");

// Adds a commit to it.
void MakeNewCommit(const std::string& path);

}  // namespace muragat::integrity
