#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/model/state.h"

namespace muragat::support {

// The path of a corpus such as "site-policy", or nothing where it is not on this machine. Corpora are looked
// for in the folder that MURAGAT_CORPORA names and in `corpora` inside it, else in ../shared/corpora beside
// the sources.
std::optional<std::string> FindCorpus(const std::string& name);

// The path of a file or folder such as "samples/html-pairs" beside the corpora, or nothing where it is not on
// this machine. It is looked for in the folder that MURAGAT_CORPORA names, else in ../shared.
std::optional<std::string> FindShared(const std::string& name);

// Calls `visit` with each state of a corpus, in the order of its lines. Errors: any line that is no state.
Status ReadCorpus(const std::string& path, const std::function<void(State&&)>& visit);

// All states of a corpus that fits in memory.
Result<std::vector<State>> ReadStates(const std::string& path);

}  // namespace muragat::support
