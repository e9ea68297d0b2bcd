#pragma once

#include <map>
#include <string>
#include <utility>

#include "muragat/store/reader.h"

namespace muragat::tools {

// The titles of reforms, each read once. Thread-safety: one thread; the reader must outlive it.
class ReformTitles {
 public:
  explicit ReformTitles(const Reader& reader) : reader_(reader) {}

  // Good as long as the object. Errors: as Reader::ReadReform.
  Result<const std::string*> Of(ReformNumber reform) {
    const auto known = titles_.find(reform);
    if (known != titles_.end()) return &known->second;
    MURAGAT_ASSIGN_OR_RETURN(Reform read, reader_.ReadReform(reform));
    return &(titles_[reform] = std::move(read.title));
  }

 private:
  const Reader& reader_;
  std::map<ReformNumber, std::string> titles_;
};

}  // namespace muragat::tools
