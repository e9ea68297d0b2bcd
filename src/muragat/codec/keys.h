#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/date.h"
#include "muragat/model/edition.h"
#include "muragat/model/numbers.h"

namespace muragat {

// The keys of doc/format.md: byte order is the order in which records are wanted. Pure functions,
// thread-safe. Decoders return nothing where the bytes are no such key.

// `edition`: document, date, commit, place.
struct EditionKey {
  DocumentNumber document;
  ValidDate valid;
  RecordedPlace recorded;
  friend auto operator<=>(const EditionKey&, const EditionKey&) = default;
};
constexpr size_t kEditionKeyBytes = 18;
std::string EncodeEditionKey(const EditionKey& key);
std::optional<EditionKey> DecodeEditionKey(std::string_view key);

// The key before which, in one document, every edition with a valid date whose first instant is at or before
// `at` sorts, and no other.
std::string EditionKeyAfter(DocumentNumber document, Instant at);

// `revision`: document, section, ordinal.
struct RevisionKey {
  DocumentNumber document;
  SectionNumber section;
  Ordinal ordinal;
  friend auto operator<=>(const RevisionKey&, const RevisionKey&) = default;
};
std::string EncodeRevisionKey(const RevisionKey& key);
std::optional<RevisionKey> DecodeRevisionKey(std::string_view key);

// `capture`: document, capture.
std::string EncodeCaptureKey(DocumentNumber document, CaptureNumber capture);
std::optional<CaptureNumber> DecodeCaptureKey(std::string_view key, DocumentNumber document);

// A document's number as the prefix of its keys in every family but the catalog.
std::string DocumentPrefix(DocumentNumber document);

// `catalog`. A folded id is FoldCase of the id.
std::string DocumentByIdKey(std::string_view folded_id);
std::string DocumentIdKey(DocumentNumber document);
std::string ReformByTitleKey(std::string_view title, const ValidDate& date);
std::string ReformTitlePrefix(std::string_view title);  // of the keys of all reforms of exactly this title
std::string ReformByIdKey(std::string_view id);
std::string ReformKey(ReformNumber reform);
std::string SettingKey(std::string_view name);
std::string AliasKey(DocumentNumber document, SectionNumber section, CommitNumber commit);

std::string AliasPrefix(DocumentNumber document);

// `log`.
std::string CommitKey(CommitNumber commit);

// `derived`: which documents a reform touched, and when.
struct ReformLink {
  ReformNumber reform;
  DocumentNumber document;
  ValidDate valid;
};
std::string EncodeReformLink(const ReformLink& link);
std::string ReformLinkPrefix(ReformNumber reform);
std::optional<ReformLink> DecodeReformLink(std::string_view key);

// `derived`: the sections that hold a word, in lists of which each commit may add one; and up to which commit
// there are such lists.
std::string WordListKey(std::string_view folded, CommitNumber commit);
// Of the lists of one word; or of all words that begin with `folded`.
std::string WordListPrefix(std::string_view folded, bool any_that_begins_so);
std::string IndexedCommitKey();
// A language (BCP 47) that a text is or was in; or all of them.
std::string LanguageKey(std::string_view language);

// The six bytes of a date, and back. Nothing where the bytes are no date that can be.
void AppendDate(std::string& out, const ValidDate& date);
std::optional<ValidDate> DecodeDate(uint64_t value);
constexpr int kDateBytes = 6;

}  // namespace muragat
