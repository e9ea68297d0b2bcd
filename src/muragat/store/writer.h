#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "muragat/base/clock.h"
#include "muragat/base/status.h"
#include "muragat/codec/revision_record.h"
#include "muragat/diff/shingle_diff.h"
#include "muragat/model/state.h"
#include "muragat/store/commit_observer.h"
#include "muragat/store/commit_records.h"
#include "muragat/store/database.h"
#include "muragat/store/document_tail.h"
#include "muragat/store/known_hashes.h"
#include "muragat/store/reader.h"
#include "muragat/store/similar_texts.h"

namespace muragat {

struct WriterOptions {
  std::string author;                  // of the commits; one line, may be empty
  std::string program;                 // name and version of what writes; one line
  std::string message;                 // one line, may be empty
  CommitObserver* observer = nullptr;  // told of everything; must outlive the writer
  bool again = false;                  // records a state even if it is known
  // A commit ends with the run of equal (date, reform) in which it reaches one of these; the first one of a
  // writer at so few states, each further one at twice as many as the one before, up to the bound…
  uint64_t first_commit_states = 1'024;
  uint64_t max_commit_states = 65'536;
  uint64_t max_commit_bytes = uint64_t{32} << 20;
  // … and in any case at this many times as much, so that memory is bounded.
  uint64_t run_factor = 2;
};

// What recording a state did.
struct AddOutcome {
  DocumentNumber document;
  bool known = false;    // the state was recorded before: nothing was added
  bool removed = false;  // the state is a removal
  // Against the neighbour in valid time:
  uint64_t sections_added = 0;
  uint64_t sections_changed = 0;
  uint64_t sections_removed = 0;
  uint64_t sections_moved = 0;
};

struct LineageAssignment;

// Records states, in commits: what was added since the last commit is seen by nobody else until Commit, and
// lost if the writer is destroyed before. Thread-safety: one thread. Database and clock must outlive it.
class Writer {
 public:
  Writer(Database& database, const Clock& clock, WriterOptions options);
  ~Writer();

  // Records one state; may commit what was added before it (see WriterOptions), never half a run of fewer
  // states. A state is known if the same (document, valid date, reform, text) was recorded and not withdrawn,
  // by an earlier writer, or as this writer's last word on that document, date and reform. Errors: kConflict:
  // another document has an id that looks the same;
  //         kInvalidArgument: a control character in reform or author;
  //         kCorruption, kIo: as Reader. After an error nothing of this state is kept.
  Result<AddOutcome> Add(const State& state);

  // Says that the edition of exactly `valid` no longer stands; with `reform`, the one that this reform
  // brought. Errors: kNotFound: no document, or none stands there; kInvalidArgument: several stand there, of
  // different reforms
  //         (the message names them); else as Add.
  Status Withdraw(const DocumentId& document, const ValidDate& valid,
                  const std::optional<std::string>& reform, const std::string& because);

  // Records `reading` as what the capture of `old`, an edition with text that stands, says: an edition of the
  // same valid date, basis, reform, author and capture, after which `old` no longer stands. Its sections go
  // on those of `old`. With `capture`, that is recorded in place of the old one. Errors: kInvalidArgument: a
  // control character in the language; else as Add.
  Result<AddOutcome> Reread(const DocumentId& document, const Edition& old, const Document& reading,
                            const std::optional<Capture>& capture);

  // Says for an archivist that what was or will be recorded as `section` is `target`; or, where they are the
  // same, that what was said so before no longer holds. Errors: kNotFound: no such document;
  // kInvalidArgument: a control character in `because`; else as Add.
  Status Link(const DocumentId& document, SectionNumber section, SectionNumber target,
              const std::string& because);
  // Says that what is recorded as `section` in editions of valid dates from `from` on is a section of its
  // own. Returns its lineage. Errors: as Link.
  Result<SectionNumber> SetApart(const DocumentId& document, SectionNumber section, const ValidDate& from,
                                 const std::string& because);

  // Records a reform that has brought nothing yet; false where it is there already.
  // Errors: kInvalidArgument: an empty title, or a control character in it; else as Add.
  Result<bool> AddReform(const ValidDate& date, const std::string& title);

  // Makes everything added so far durable as one commit, and returns its number; where nothing was added, the
  // number of the last commit there is. Errors: kIo: nothing was committed, or the commit is there and the
  // archive's checkpoint could not be written.
  Result<CommitNumber> Commit();
  // The root of the log of all commits; nothing where the archive keeps none. Errors: as Reader.
  Result<std::optional<Digest>> LogRoot();

  uint64_t pending_states() const { return pending_states_; }
  const Reader& reader() const;

 private:
  struct Run {
    ValidDate valid;
    std::string reform;
  };
  Status Start();
  Result<AddOutcome> AddWithin(const State& state);
  void Remember(std::vector<SectionRef> refs, const State& state, DocumentTail& tail);
  void AddToLog(const Edition& edition, const State& state, DocumentTail& tail);

  Status AddAlias(DocumentNumber document, const std::string& id, Alias alias, const std::string& because);
  void PutAlias(DocumentNumber document, const std::string& id, const Alias& alias);

  // --- writer_catalog.cc
  bool IsNew(Family family, std::string_view key);
  Result<DocumentTail*> FindOrAddDocument(const DocumentId& id);
  Result<ReformNumber> FindOrAddReform(const ValidDate& date, const std::string& title);
  Result<CaptureNumber> AddCapture(DocumentNumber document, const Capture& capture);

  // --- writer_sections.cc
  Status ReadTail(DocumentTail& tail) const;
  Status HoldLast(DocumentTail& tail) const;
  Status ReadLineage(const DocumentTail& tail, SectionNumber section, LineageTail& lineage) const;
  Result<bool> IsKnown(const DocumentTail& tail, const State& state, ReformNumber reform) const;
  Result<AddOutcome> RereadWithin(const DocumentId& document, const Edition& old, const Document& reading,
                                  const std::optional<Capture>& capture);
  static bool SetTitle(const Document& content, Edition& edition);
  Result<std::vector<SectionRef>> StoreSections(DocumentTail& tail, const std::string& id,
                                                const std::vector<Section>& sections,
                                                const LineageAssignment& assignment);
  Result<std::vector<SectionRef>> AddSections(DocumentTail& tail, const State& state, AddOutcome& outcome);
  Result<Ordinal> AddRevision(DocumentTail& tail, SectionNumber section, std::optional<Ordinal> nearest,
                              const SectionView& incoming);
  Result<std::optional<Ordinal>> FindReturning(const DocumentTail& tail, SectionNumber section,
                                               const LineageTail& lineage, uint32_t checksum,
                                               const SectionView& incoming) const;
  // A text that a new one may be stored as a difference from.
  struct Base {
    RevisionKey key;
    std::shared_ptr<const StoredText> stored;  // null: `text` is the tail's
    std::string_view text;
    uint8_t chain_length = 0;
  };
  Result<std::optional<Base>> ChooseBase(const DocumentTail& tail, SectionNumber section,
                                         const LineageTail& lineage, std::optional<Ordinal> nearest,
                                         const TextSketch* sketch) const;
  Result<std::optional<Base>> ReadBase(const RevisionKey& key) const;

  Database& database_;
  const Clock& clock_;
  WriterOptions options_;
  std::unique_ptr<Database::Batch> batch_;
  std::unique_ptr<Reader> reader_;
  bool started_ = false;
  CommitNumber first_commit_;  // of this writer
  CommitNumber last_commit_;   // of the archive
  Instant last_recorded_;
  uint32_t last_document_ = 0;
  uint32_t last_reform_ = 0;
  uint32_t committed_reform_ = 0;  // the last one of the last commit
  uint32_t next_place_ = 0;
  uint64_t pending_states_ = 0;
  uint64_t pending_bytes_ = 0;
  uint64_t commit_states_;  // at which the next commit ends
  std::optional<Run> run_;
  bool logs_ = false;  // whether what follows is filled in
  TreeBuilder log_;    // over the records of all commits
  CommitRecords records_;
  DocumentTails tails_;
  std::optional<KnownHashes> known_keys_;  // see IsNew; nothing where the archive held something before
  SimilarTexts similar_texts_;
  // Memory that is used again.
  ShingleDiffer differ_;
  std::vector<SectionView> incoming_, earlier_;
  std::string text_;
  std::optional<Run> last_reform_run_;  // the reform that was found last …
  ReformNumber last_reform_found_;      // … and its number
};

}  // namespace muragat
