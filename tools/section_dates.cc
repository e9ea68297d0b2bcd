#include "tools/section_dates.h"

#include "muragat/render/page.h"

namespace muragat::tools {

std::string SinceText(const Edition& edition) {
  return (edition.basis == Basis::kSeen ? "seen " : "in force since ") + FormatDateForReaders(edition.valid);
}

void SectionDates::Take(const Edition& edition) {
  const std::string now = SinceText(edition);
  std::map<std::pair<SectionNumber, Ordinal>, std::string> known;
  dates_.clear();
  for (const SectionRef& ref : edition.sections) {
    const std::pair text(ref.section, ref.ordinal);
    const auto before = known_.find(text);
    dates_.push_back(before == known_.end() ? now : before->second);
    known.emplace(text, dates_.back());
  }
  known_ = std::move(known);
}

}  // namespace muragat::tools
