#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muragat/store/reader.h"
#include "muragat/text/glob.h"
#include "tools/context.h"

namespace muragat::tools {

// The point on both clocks that a question is asked of.
struct AsOf {
  Instant at;             // valid time, inclusive
  CommitNumber known_at;  // recorded time, inclusive
};

// A date for --as-of: its last instant; `now` where `text` is empty.
Result<Instant> ParseAsOf(const std::string& text, const Clock& clock);

// A commit's number or a date (the last commit recorded by its end); the latest commit where `text` is empty.
// Digits alone are a commit; a four-digit number beyond the last commit is a year.
Result<CommitNumber> ParseKnownAt(const std::string& text, const Reader& reader);

// Both.
Result<AsOf> ParseBoth(const std::string& as_of, const std::string& known_at, const Context& context,
                       const Reader& reader);

// The document, or kNotFound with what to do (a document of a similar name is suggested).
Result<DocumentNumber> RequireDocument(const Reader& reader, const std::string& id);

// The text that stands, or kNotFound saying since when there is one, or until when there was.
Result<Edition> RequireText(const Reader& reader, DocumentNumber document, const std::string& id,
                            const AsOf& as_of);

// An address of the command line: a document, and perhaps a section of it.
struct Address {
  std::string document;
  std::optional<std::string> section;  // what stood behind #, decoded
};

// Splits at the first `#`; %23 stands for a # and %25 for a %.
Address ParseAddress(const std::string& text);

// The place in `sections` of what `name` names: a lineage ("s7"), an exact title, a number, or the beginning
// of one title, case-folded. Errors: kNotFound: none fits; kInvalidArgument: several fit (the message lists
// them).
Result<size_t> FindSection(const std::vector<LineageSection>& sections, const std::string& name,
                           const std::string& document);

// The section that `name` names in an edition, also under a lineage that has become another's. Errors: as
// FindSection, and as Reader.
Result<LineageSection> RequireSection(const Reader& reader, const Edition& edition, const std::string& name,
                                      const std::string& document, CommitNumber known_at);

// The address of a section, as ParseAddress reads it: "kz/parliament#s7".
std::string FormatAddress(const std::string& document, SectionNumber section);

// "s7" as a lineage, or nothing.
std::optional<SectionNumber> ParseLineage(const std::string& name);

// The lineage that an address names: of the sections at `as_of`, else of the last edition that has it.
Result<SectionNumber> RequireLineage(const Reader& reader, DocumentNumber document, const Address& address,
                                     const AsOf& as_of);

// "s7".
std::string LineageName(SectionNumber section);
std::vector<std::string> LineageNames(const std::vector<SectionNumber>& sections);

// Whether `id` matches one of `globs`, or there are none.
bool MatchesAny(const std::vector<std::string>& globs, std::string_view id);

// The documents that match one of `globs` (all, where there are none), sorted by id.
Result<std::vector<DocumentEntry>> SelectDocuments(const Reader& reader,
                                                   const std::vector<std::string>& globs);
// Those of them that have text.
Result<std::vector<DocumentEntry>> SelectTexts(const Reader& reader, const std::vector<std::string>& globs,
                                               const AsOf& as_of);

}  // namespace muragat::tools
