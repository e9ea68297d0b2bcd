#pragma once

#include <optional>
#include <string>

#include "muragat/base/date.h"

namespace muragat::tools {

// What is known of a file before it is read: from the command line, a manifest, its path.
struct FileFacts {
  std::string document;            // the id; empty: what the file says of itself
  bool document_is_given = false;  // by a person: it goes before what the file says of itself
  std::optional<ValidDate> date;
  bool date_is_given = false;  // by a person: the text is in force from then on; else it was seen then
  std::optional<ValidDate> captured;
  std::string reform, source, author, language, title;
  bool one_of_many = false;  // another file of the same document and date is a mistake
};

// A file that is to be imported.
struct PlannedFile {
  std::string place;                 // for a person
  std::string path;                  // on disk; only where there are no `bytes`
  std::string below;                 // its path below the folder that it was found in
  std::optional<std::string> bytes;  // of an entry of an archive
  FileFacts facts;
};

}  // namespace muragat::tools
