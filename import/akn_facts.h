#pragma once

#include <optional>
#include <string>

#include "muragat/base/date.h"

namespace pugi {
class xml_node;
}

namespace muragat::import {

// What a document in Akoma Ntoso says of itself.
struct AknFacts {
  std::string document;           // from the address of the work; empty where it has none
  std::string title;              // the work's alias, else empty
  std::string language;           // BCP 47, or empty
  std::optional<ValidDate> date;  // of the expression
  bool seen = false;              // the text was seen on that date; when it came into force is not known
  std::string reform;             // what brought this text, by the life cycle's event of that date
  std::string author;             // of the expression, where it is not the source
  std::string source_url;
  std::optional<ValidDate> repealed;  // from when on there is no text, where that is behind the date
  std::string repealed_by;            // and by what
  bool own = false;                   // Muragat wrote the file
};

// Reads what <meta> says. `root` is the document's element (<act>, <bill>, <doc> …).
AknFacts ReadAknFacts(pugi::xml_node root);

// The name of an element without its prefix.
const char* AknName(pugi::xml_node node);
// The first child of that name, whatever its prefix; an empty node where there is none.
pugi::xml_node AknChild(pugi::xml_node node, const char* name);

}  // namespace muragat::import
