#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "muragat/codec/commit_record.h"
#include "muragat/codec/edition_record.h"
#include "muragat/codec/keys.h"
#include "muragat/model/document_id.h"
#include "muragat/model/edition.h"
#include "muragat/model/reform.h"
#include "muragat/model/state.h"
#include "muragat/store/lineage_aliases.h"
#include "muragat/store/standing_cache.h"
#include "muragat/store/text_cache.h"
#include "muragat/store/view.h"

namespace muragat {

// Every commit there is, or will be.
constexpr CommitNumber kLatestCommit{UINT32_MAX};

// An edition in a document's history.
struct HistoryEntry {
  Edition edition;
  bool corrected = false;  // a later edition of the same instant and reform took its place
};

// A document's standing in an archive.
struct DocumentEntry {
  DocumentNumber number;
  std::string id;
};

// A question that will be asked soon: FindText, or with a section FindStanding and ReadSection.
struct ComingQuestion {
  std::string document;
  Instant at;
  std::optional<SectionNumber> section;  // nothing: the whole text
};

// Answers questions of an archive from a view of its records. Views and cursors see what was committed when
// they were made; a reader over a batch also sees the batch. Thread-safety: one thread a reader (it keeps
// texts that it rebuilt: of sections at most 32 MiB, of documents 128 MiB). The view must outlive it. Every
// method returns kCorruption where stored bytes make no sense (the message names document, section, ordinal)
// and kIo where the disk fails; further errors are named.
class Reader {
 public:
  explicit Reader(const StoreView& view);

  // --- documents
  Result<std::optional<DocumentNumber>> FindDocument(const std::string& id) const;
  Result<std::string> ReadDocumentId(DocumentNumber document) const;
  // All documents, in the order in which they came.
  Result<std::vector<DocumentEntry>> ListDocuments() const;

  // --- editions
  // Of the editions recorded at or before `known_at` and not withdrawn by then, with a valid date whose first
  // instant is at or before `at`, the one with the greatest (valid date, recorded place); it may be a
  // removal. Cost: one seek, and another for a title that is the first section's.
  Result<std::optional<Edition>> FindEdition(DocumentNumber document, Instant at,
                                             CommitNumber known_at = kLatestCommit) const;
  // The same without such a title.
  Result<std::optional<Edition>> FindUntitled(DocumentNumber document, Instant at,
                                              CommitNumber known_at = kLatestCommit) const;
  // The same as of the last commit, by the document's id; null where there is no such document, or nothing
  // stands. Cost: where the document was asked for its state in the same stretch of time before, next to
  // nothing.
  Result<std::shared_ptr<const Edition>> FindStanding(const std::string& id, Instant at) const;
  // The editions that stand at `known_at`, in the order of (valid date, recorded place).
  Result<std::vector<HistoryEntry>> ReadHistory(DocumentNumber document,
                                                CommitNumber known_at = kLatestCommit) const;
  // Calls `visit` with each of them whose valid date begins at or before `until`, in that order, and whether
  // it is corrected; titles that are their first section's are left empty. Stops at a failure.
  Status VisitHistory(DocumentNumber document, Instant until, CommitNumber known_at,
                      const std::function<Status(Edition edition, bool corrected)>& visit) const;
  // Those of exactly one valid date, likewise; titles that are their first section's are left empty.
  Result<std::vector<Edition>> ReadEditionsAt(DocumentNumber document, const ValidDate& valid,
                                              CommitNumber known_at = kLatestCommit) const;
  // The nearest standing edition with text: the last before, or the first after, the place where an edition
  // of `valid` recorded now would stand. A title that is the first section's is left empty.
  Result<std::optional<Edition>> FindEarlierText(DocumentNumber document, const ValidDate& valid) const;
  Result<std::optional<Edition>> FindLaterText(DocumentNumber document, const ValidDate& valid) const;
  // The edition stored under `key`. Errors: kNotFound: there is none, or a withdrawal.
  Result<Edition> ReadEdition(const EditionKey& key) const;
  // Calls `visit` with each stored edition and withdrawal in key order, of all documents; stops at a failure.
  Status VisitEditions(const std::function<Status(const EditionKey&, const EditionRecord&)>& visit) const;

  // --- texts
  // The sections of an edition in reading order, each under the lineage that holds as of `known_at`.
  Result<std::vector<LineageSection>> ReadSections(const Edition& edition,
                                                   CommitNumber known_at = kLatestCommit) const;
  // One of them, under the lineage that it was recorded with. Cost: as ReadRevision.
  Result<Section> ReadSection(DocumentNumber document, const SectionRef& ref) const;
  // The document's text byte for byte. Empty for a removal.
  Result<std::string> ReadText(const Edition& edition) const;
  // What a document says, by its id, at an instant as of the last commit; null where there is no such
  // document, or no text. Cost: as FindStanding, and as ReadText for the first time.
  Result<std::shared_ptr<const std::string>> FindText(const std::string& id, Instant at) const;
  // Reads for many questions in the order in which records are stored what will answer them, so that what
  // lies together is read and decompressed once. Stops where it has brought in about `max_bytes`, and leaves
  // to the questions themselves whatever cannot be read. Returns the bytes that it brought in.
  size_t ReadAhead(std::span<const ComingQuestion> questions, size_t max_bytes) const;
  // One text. Errors: kInvalidArgument: it was redacted.
  Result<std::shared_ptr<const StoredText>> ReadRevision(const RevisionKey& key) const;
  // Its title alone. Errors: as ReadRevision, but that the text itself is not looked at. Cost: a seek.
  Result<std::string> ReadTitle(const RevisionKey& key) const;
  // The raw bytes and where they came from; without a capture number, the text itself.
  Result<Capture> ReadCapture(const Edition& edition) const;
  // Which lineages are others' since some commit at or before `known_at`.
  Result<LineageAliases> ReadAliases(DocumentNumber document, CommitNumber known_at) const;

  // --- reforms
  Result<Reform> ReadReform(ReformNumber reform) const;
  // Many of them. Cost: one seek, and a step where numbers follow each other.
  Result<std::map<ReformNumber, Reform>> ReadReforms(const std::set<ReformNumber>& reforms) const;
  Result<std::optional<ReformNumber>> FindReformById(const std::string& id) const;
  // The reforms of exactly this title, by date.
  Result<std::vector<ReformNumber>> FindReformsByTitle(const std::string& title) const;
  Result<uint32_t> CountReforms() const;
  // The documents that a reform touched, and when.
  Result<std::vector<ReformLink>> ReadReformLinks(ReformNumber reform) const;

  // --- commits and settings
  Result<CommitRecord> ReadCommit(CommitNumber commit) const;
  Result<CommitNumber> LastCommit() const;  // 0: there is none
  // The last commit recorded at or before `at`; 0: there is none.
  Result<CommitNumber> FindCommit(Instant at) const;
  Result<std::optional<std::string>> ReadSetting(const std::string& name) const;

  const StoreView& view() const { return view_; }

 private:
  Result<Edition> ToEdition(DecodedEdition decoded) const;
  Result<std::optional<DecodedEdition>> FindDecoded(DocumentNumber document, Instant at,
                                                    CommitNumber known_at) const;
  Status VisitDecoded(DocumentNumber document, Instant until, CommitNumber known_at,
                      const std::function<Status(DecodedEdition decoded, bool corrected)>& visit) const;
  Result<Standing*> Stand(const std::string& id, Instant at) const;
  Result<Standing*> StandIn(DocumentNumber document, const std::string& id, Instant at) const;
  size_t ReadInOrder(std::span<const ComingQuestion> questions, size_t max_bytes) const;
  void ForgetWhatChanged() const;
  Status Rebuild(const RevisionKey& key, StoredText& rebuilt) const;
  Result<std::string_view> ReadRecord(const RevisionKey& key, std::string& held) const;
  // A cursor for one question; the next one for the same family may move it. It sees keys beyond `prefix`,
  // too, where the view does not change: then it is kept.
  Cursor& CursorFor(Family family, std::string_view prefix) const;

  struct Kept {
    std::unique_ptr<Cursor> cursor;
    std::optional<uint64_t> version;
  };
  const StoreView& view_;
  mutable std::array<Kept, kFamilies.size()> cursors_;
  mutable std::array<std::unique_ptr<Cursor>, kFamilies.size()> passing_;
  mutable bool is_passing_ = false;           // through the keys in their order, by the cursors of `passing_`
  mutable std::vector<std::string> scripts_;  // of the chain that is being gone through
  mutable TextCache texts_;
  mutable StandingCache standings_;
  mutable std::optional<uint64_t> standings_version_;  // of the view that `standings_` is about
};

}  // namespace muragat
