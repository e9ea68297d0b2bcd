#pragma once

#include <string>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/render/passages.h"

namespace muragat {

// A change as an entry of a feed.
struct AtomEntry {
  std::string id;  // a URI
  std::string title;
  std::string category;  // the reform, or empty
  Instant updated;       // when the archive learned of it
  Instant published;     // from when it is valid
  std::string summary;   // one line
  std::vector<ChangedPassage> passages;
};

struct AtomFeed {
  std::string id;  // a URI
  std::string title;
  std::string author;
  Instant updated;
  std::vector<AtomEntry> entries;
};

// The feed as RFC 4287 has it, UTF-8 with a line feed at its end. What an entry says is XHTML: for each
// passage a paragraph, the words before in `del`, those after in `ins`. Characters that XML does not allow
// are left out.
std::string RenderAtomFeed(const AtomFeed& feed);

}  // namespace muragat
