#pragma once

#include <vector>

#include "muragat/render/reform_page.h"

namespace muragat {

// A made-up reform with everything that its page can show: two documents, one of which is gone afterwards;
// sections that are changed, added, removed, moved, split; a source that is a link and one that is none.
ReformPage SampleReform();
std::vector<ReformDocument> SampleReformDocuments();

}  // namespace muragat
