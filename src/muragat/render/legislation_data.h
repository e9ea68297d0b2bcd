#pragma once

#include "muragat/render/json_object.h"
#include "muragat/render/page.h"

namespace muragat {

// What a page says, for machines: JSON-LD of schema.org's type Legislation, with terms of the European
// Legislation Identifier's ontology (eli:) where schema.org has none. The identifier is the document's id;
// the version is the text that stands at the page's date; each section is a part, by the anchor that stays;
// each reform with a name up to that date, but for the one that brought the first text, is a Legislation that
// changed this one. What is not known is left out.
JsonObject DescribeLegislation(const Page& page);

}  // namespace muragat
