#pragma once

#include <string>

namespace muragat::bench {

// JSON lines: `documents` policies in Markdown of twelve sections, each in `states` states of which every one
// changes a few sentences. The same arguments give the same bytes.
std::string MakeUpHistory(int documents, int states);

}  // namespace muragat::bench
