#pragma once

#include "tools/context.h"

namespace muragat::tools {

// Lets the archive sign its checkpoints: with the key in the file that MURAGAT_KEY names, else with the one
// of its own in the folder of keys; an archive that has none yet gets one. Where there is no key to be had,
// says so on `context.err`, once, with what to do, and the archive goes on unsigned. Errors: kIo,
// kCorruption: the checkpoint cannot be written.
Status ProvideKey(Archive& archive, const Context& context);

}  // namespace muragat::tools
