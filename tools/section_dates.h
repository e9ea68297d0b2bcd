#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "muragat/model/edition.h"

namespace muragat::tools {

// "in force since 30 August 1995", or "seen 1 June 2020": what an edition says of its date, for people.
std::string SinceText(const Edition& edition);

// Since when each section has had its text, followed through the editions of a document in their order.
class SectionDates {
 public:
  // Takes in the next edition that stands. Cost: a look-up a section.
  void Take(const Edition& edition);

  // Of each section of the edition that was taken last, in its order: SinceText of the edition that brought
  // its text.
  const std::vector<std::string>& dates() const { return dates_; }

 private:
  std::map<std::pair<SectionNumber, Ordinal>, std::string> known_;  // of that edition
  std::vector<std::string> dates_;
};

}  // namespace muragat::tools
