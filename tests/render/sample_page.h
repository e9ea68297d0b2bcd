#pragma once

#include "muragat/render/page.h"

namespace muragat {

// A made-up document with everything that a page can show: five sections, one of them a teaser and one
// renamed, a section that is gone, and a reform that comes after the date asked for.
Page SamplePage();

}  // namespace muragat
