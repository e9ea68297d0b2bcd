#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/date.h"
#include "muragat/model/edition.h"
#include "muragat/model/numbers.h"
#include "muragat/model/reform.h"

namespace muragat {

// The records that are hashed of what a commit may bring beside editions (doc/format.md). Pure functions.

// "That edition of the document no longer stands."
std::string EncodeWithdrawalRecord(std::string_view document, const ValidDate& valid,
                                   const RecordedPlace& target, std::string_view author,
                                   std::string_view because);

// "What was recorded as `section` is `target`", by an import or an archivist, everywhere or from a valid date
// on.
struct LinkRecord {
  std::string_view document;
  SectionNumber section, target;
  std::optional<ValidDate> from = {};
  bool by_archivist = false;
  std::string_view author = {}, because = {};
};
std::string EncodeLinkRecord(const LinkRecord& link);

// "There is a reform of that title and date, and it is called so."
std::string EncodeReformRecord(const Reform& reform);

}  // namespace muragat
