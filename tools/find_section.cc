#include <algorithm>
#include <functional>

#include "muragat/render/akn_element.h"
#include "muragat/text/fold.h"
#include "muragat/text/han_numeral.h"
#include "muragat/text/section_number.h"
#include "muragat/text/utf8.h"
#include "tools/query.h"

namespace muragat::tools {
namespace {

using Fits = std::function<bool(const Section&)>;

std::vector<size_t> Select(const std::vector<LineageSection>& sections, const Fits& fits) {
  std::vector<size_t> found;
  for (size_t i = 0; i < sections.size(); ++i) {
    if (fits(sections[i].section)) found.push_back(i);
  }
  return found;
}

Status Ambiguous(const std::vector<LineageSection>& sections, const std::vector<size_t>& found,
                 const std::string& name, const std::string& document) {
  std::string message = "several sections fit \"" + VisibleText(name) + "\": name one of";
  for (const size_t i : found) {
    message += "\n  " + VisibleText(document) + "#" + LineageName(sections[i].lineage) + "\t" +
               VisibleText(sections[i].section.title);
  }
  return Status::InvalidArgument(message);
}

// Whether the words of two designators may mean one level of a law: "Article 3" and "3-бап" may, "Article 3"
// and "Chapter 3" may not. "Section 3", and a number without a word, may be of any.
bool MayBeOneLevel(std::string_view name, const Section& section) {
  const AknElement asked = FindAknElement(SplitAknTitle(name).num);
  const AknElement here = FindAknElement(SplitAknTitle(section.title).num);
  const std::string_view any = FindAknElement("").name;
  return asked.name == any || here.name == any || (asked.name == here.name && asked.kind == here.kind);
}

// A number in the one form in which two are compared: "六十八" is "68".
std::string PlainNumber(std::string_view number) {
  if (const auto han = ReadHanNumeral(number)) return std::to_string(*han);
  return FoldTitle(number);
}

Status NoSuchLineage(const std::string& document, const std::string& name) {
  return Status::NotFound("\"" + VisibleText(document) + "\" has no section " + name + " then");
}

}  // namespace

Result<size_t> FindSection(const std::vector<LineageSection>& sections, const std::string& name,
                           const std::string& document) {
  if (const auto lineage = ParseLineage(name)) {
    for (size_t i = 0; i < sections.size(); ++i) {
      if (sections[i].lineage == *lineage) return i;
    }
    return NoSuchLineage(document, name);
  }
  const std::string folded = FoldTitle(name), number = ReadSectionNumber(name);
  const std::string plain = PlainNumber(number.empty() ? name : number);
  const std::vector<Fits> ways = {
      [&](const Section& s) { return !s.title.empty() && FoldTitle(s.title) == folded; },
      [&](const Section& s) {
        return !s.title.empty() && !folded.empty() && FoldTitle(StripSectionNumber(s.title)) == folded;
      },
      [&](const Section& s) { return !s.number.empty() && FoldTitle(s.number) == folded; },
      [&](const Section& s) {
        return !number.empty() && s.number == number && FoldTitle(s.title).starts_with(folded);
      },
      [&](const Section& s) { return !folded.empty() && FoldTitle(s.title).starts_with(folded); },
      [&](const Section& s) {
        return !folded.empty() && FoldTitle(StripSectionNumber(s.title)).starts_with(folded);
      },
      [&](const Section& s) {
        return !s.number.empty() && PlainNumber(s.number) == plain && MayBeOneLevel(name, s);
      },
  };
  for (const Fits& fits : ways) {
    const std::vector<size_t> found = Select(sections, fits);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) return Ambiguous(sections, found, name, document);
  }
  return Status::NotFound("\"" + VisibleText(document) + "\" has no section \"" + VisibleText(name) +
                          "\" then: `muragat tree` lists its sections");
}

Result<LineageSection> RequireSection(const Reader& reader, const Edition& edition, const std::string& name,
                                      const std::string& document, CommitNumber known_at) {
  if (const auto lineage = ParseLineage(name)) {
    MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader.ReadAliases(edition.document, known_at));
    const SectionNumber resolved = aliases.Resolve(*lineage);
    for (const SectionRef& ref : edition.sections) {
      if (aliases.Resolve(ref.section, edition.valid) != resolved) continue;
      MURAGAT_ASSIGN_OR_RETURN(Section section, reader.ReadSection(edition.document, ref));
      return LineageSection{resolved, std::move(section)};
    }
    return NoSuchLineage(document, name);
  }
  MURAGAT_ASSIGN_OR_RETURN(auto sections, reader.ReadSections(edition, known_at));
  MURAGAT_ASSIGN_OR_RETURN(const size_t place, FindSection(sections, name, document));
  return std::move(sections[place]);
}

Result<SectionNumber> RequireLineage(const Reader& reader, DocumentNumber document, const Address& address,
                                     const AsOf& as_of) {
  const std::string& name = *address.section;
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document, as_of.known_at));
  if (const auto lineage = ParseLineage(name)) {
    MURAGAT_ASSIGN_OR_RETURN(const auto aliases, reader.ReadAliases(document, as_of.known_at));
    const SectionNumber resolved = aliases.Resolve(*lineage);
    for (const HistoryEntry& entry : history) {
      for (const SectionRef& ref : entry.edition.sections) {
        if (aliases.Resolve(ref.section, entry.edition.valid) == resolved) return resolved;
      }
    }
    return Status::NotFound("\"" + VisibleText(address.document) + "\" has no section " + name);
  }
  // The edition asked for first, then the others, the latest first.
  std::vector<const Edition*> order;
  for (const HistoryEntry& entry : history) {
    if (!entry.edition.removed && entry.edition.valid.first <= as_of.at)
      order.insert(order.begin(), &entry.edition);
  }
  for (const HistoryEntry& entry : history) {
    if (!entry.edition.removed && entry.edition.valid.first > as_of.at) order.push_back(&entry.edition);
  }
  Status first_failure = Status::NotFound("\"" + VisibleText(address.document) + "\" has no text");
  for (size_t i = 0; i < order.size(); ++i) {
    MURAGAT_ASSIGN_OR_RETURN(const auto sections, reader.ReadSections(*order[i], as_of.known_at));
    const auto found = FindSection(sections, name, address.document);
    if (found.ok()) return sections[*found].lineage;
    if (i == 0) first_failure = found.status();
    if (found.status().code() == StatusCode::kInvalidArgument) return found.status();
  }
  return first_failure;
}

}  // namespace muragat::tools
