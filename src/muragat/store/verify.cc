#include "muragat/store/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include "muragat/base/bytes.h"
#include "muragat/codec/alias_record.h"
#include "muragat/codec/capture_record.h"
#include "muragat/codec/number_codec.h"
#include "muragat/codec/reform_record.h"
#include "muragat/codec/revision_record.h"
#include "muragat/store/log_checker.h"
#include "muragat/store/reader.h"
#include "muragat/text/fold.h"

namespace muragat {
namespace {

constexpr uint64_t kReportEvery = 512;

// The number behind the letter of a key that is nothing but both.
std::optional<uint32_t> NumberInKey(std::string_view key) {
  ByteReader reader(key);
  reader.ReadByte();
  const auto number = static_cast<uint32_t>(reader.ReadBigEndian(4));
  if (!reader.ok() || !reader.AtEnd() || number == 0) return std::nullopt;
  return number;
}

// One run over a database. Each method checks one kind of record and goes on after a finding.
class Verifier {
 public:
  Verifier(const Database& database, const VerifyOptions& options,
           const std::function<void(const Finding&)>& report, ProgressSink& progress)
      : database_(database), reader_(database), options_(options), report_(report), progress_(progress) {}

  Result<VerifyReport> Run() {
    if (const Status blocks = database_.VerifyBlocks(); !blocks.ok())
      Find({.code = "V001", .message = blocks.message()});
    CheckCatalog();
    CheckCommits();
    MURAGAT_RETURN_IF_ERROR(CheckRevisions());
    CheckCaptures();
    MURAGAT_RETURN_IF_ERROR(CheckEditions());
    for (const auto& [commit, records] : claimed_) {
      if (counted_[commit] == records) continue;
      Find({.code = "V012",
            .commit = commit,
            .message = "commit " + std::to_string(commit.value) + " says " + std::to_string(records) +
                       " records, the archive holds " + std::to_string(counted_[commit])});
    }
    if (database_.keeps_log() && !options_.quick) log_.CheckRecords();
    if (options_.head != nullptr) log_.CheckHead(*options_.head);
    if (options_.against) log_.CheckAgainst(*options_.against);
    totals_.records = log_.records();
    return totals_;
  }

 private:
  void Find(const Finding& finding) {
    ++totals_.findings;
    if (finding.commit) log_.Spoil(*finding.commit);
    report_(finding);
  }

  std::string IdOf(DocumentNumber document) const {
    const auto id = ids_.find(document);
    return id == ids_.end() ? "" : id->second;
  }

  // The id that a document's records are hashed with; empty where it cannot be told.
  std::string CertainId(DocumentNumber document) const {
    return doubtful_.contains(document) ? "" : IdOf(document);
  }

  void FindUnreadable(const Cursor& cursor, Family family) {
    if (cursor.status().ok()) return;
    Find({.code = "V001",
          .message = "the family " + std::string(FamilyName(family)) +
                     " cannot be read to its end: " + cursor.status().message()});
  }

  void CheckCatalog() {
    const auto cursor = database_.NewCursor(Family::kCatalog);
    for (cursor->Seek("f"); cursor->At("f"); cursor->Next()) CheckReform(*cursor);
    FindUnreadable(*cursor, Family::kCatalog);
    for (cursor->Seek("n"); cursor->At("n"); cursor->Next()) {
      ++totals_.documents;
      const auto number = NumberInKey(cursor->key());
      if (!number) {
        Find({.code = "V002", .message = "the key of a document's id cannot be decoded"});
        continue;
      }
      const std::string& id = ids_[{*number}] = cursor->value();
      const auto found = reader_.FindDocument(id);
      if (!found.ok() || *found != DocumentNumber{*number}) {
        doubtful_.insert({*number});
        Find({.code = "V009", .document = id, .message = "the document's id does not lead back to it"});
      }
    }
    FindUnreadable(*cursor, Family::kCatalog);
    for (cursor->Seek(""); cursor->Valid(); cursor->Next()) CheckCatalogEntry(*cursor);
    FindUnreadable(*cursor, Family::kCatalog);
  }

  void CheckReform(const Cursor& cursor) {
    ++totals_.reforms;
    const auto number = NumberInKey(cursor.key());
    if (!number) return Find({.code = "V002", .message = "the key of a reform cannot be decoded"});
    reforms_.insert({*number});
    const Result<Reform> reform = DecodeReform(cursor.value());
    if (!reform.ok()) {
      return Find({.code = "V007", .message = "reform " + std::to_string(*number) + " cannot be decoded"});
    }
    log_.AddReform({*number}, *reform);
    const auto by_id = reader_.FindReformById(reform->id);
    if (!by_id.ok() || *by_id != ReformNumber{*number}) {
      Find({.code = "V007", .message = "the id " + reform->id + " does not lead to its reform"});
    }
    const auto by_title = database_.Get(Family::kCatalog, ReformByTitleKey(reform->title, reform->date));
    if (!by_title.ok() || !*by_title || DecodeNumber(**by_title) != number) {
      Find({.code = "V007", .message = "the title of " + reform->id + " does not lead to its reform"});
    }
  }

  void CheckAlias(const Cursor& cursor) {
    const auto alias = DecodeAlias(cursor.key(), cursor.value());
    if (!alias) return Find({.code = "V002", .message = "an alias of a section cannot be decoded"});
    const auto document = static_cast<uint32_t>(ByteReader(cursor.key().substr(1)).ReadBigEndian(4));
    log_.AddLink(CertainId({document}), *alias);
  }

  // What is not looked at from the side of documents and reforms.
  void CheckCatalogEntry(const Cursor& cursor) {
    constexpr std::string_view kKinds = "adfinor";
    const char kind = cursor.key().empty() ? '\0' : cursor.key().front();
    if (kKinds.find(kind) == std::string_view::npos) {
      Find({.code = "V002", .message = "the key of a record in the catalog makes no sense"});
    } else if (kind == 'a') {
      CheckAlias(cursor);
    } else if (kind == 'd') {
      const auto number = DecodeNumber(cursor.value());
      if (!number || !ids_.contains({*number})) {
        Find({.code = "V009",
              .document = std::string(cursor.key().substr(1)),
              .message = "the id leads to no document"});
      }
    }
  }

  void CheckCommits() {
    const auto cursor = database_.NewCursor(Family::kLog);
    uint32_t expected = 1;
    Instant last;
    for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
      if (cursor->At("t") || cursor->At("m")) continue;  // nodes of trees: compared with what they are of
      const auto number = cursor->At("c") ? NumberInKey(cursor->key()) : std::nullopt;
      if (!number) {
        Find({.code = "V002", .message = "the key of a commit cannot be decoded"});
        continue;
      }
      ++totals_.commits;
      if (*number != expected) {
        const std::string until =
            *number == expected + 1 ? " is missing" : " to " + std::to_string(*number - 1) + " are missing";
        Find({.code = "V008",
              .commit = CommitNumber{expected},
              .message = "commit " + std::to_string(expected) + until});
        log_.Break();
      }
      expected = *number + 1;
      const CommitNumber here{*number};
      const auto commit = DecodeCommit(cursor->value());
      if (!commit.ok() || commit->sequence != here) {
        Find(
            {.code = "V008", .commit = here, .message = "commit " + std::to_string(*number) + " is damaged"});
        log_.Break();
        continue;
      }
      claimed_[here] = commit->records;
      if (commit->root.has_value() != database_.keeps_log()) {
        Find({.code = "V008",
              .commit = here,
              .message = "commit " + std::to_string(*number) + " is of another format than the archive"});
        log_.Break();
      }
      if (commit->root) log_.AddCommit(here, *commit, cursor->value());
      if (commit->recorded < last) {
        Find({.code = "V008", .commit = here, .message = "recorded time runs backward"});
      }
      last = commit->recorded;
    }
    FindUnreadable(*cursor, Family::kLog);
  }

  // Rebuilds every text; remembers of which the records are there.
  Status CheckRevisions() {
    const auto cursor = database_.NewCursor(Family::kRevision);
    for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
      if (++totals_.texts % kReportEvery == 0)
        MURAGAT_RETURN_IF_ERROR(Step("texts", totals_.texts, Family::kRevision));
      const auto key = DecodeRevisionKey(cursor->key());
      if (!key) {
        Find({.code = "V002", .message = "the key of a text cannot be decoded"});
        continue;
      }
      const auto damaged = [&](const std::string& message) {
        Find({.code = "V005", .document = IdOf(key->document), .section = key->section, .message = message});
      };
      if (!ids_.contains(key->document)) {
        Find({.code = "V009",
              .section = key->section,
              .message = "document " + std::to_string(key->document.value) + " has texts, but no id"});
      }
      if (const auto record = DecodeRevision(*key, cursor->value()); !record.ok()) {
        damaged(record.status().message());
      } else if (!options_.quick) {
        const auto text = reader_.ReadRevision(*key);
        if (!text.ok()) {
          damaged(text.status().message());
          continue;
        }
        totals_.text_bytes += (*text)->text.size();
        if (database_.keeps_log()) log_.AddText({*key, DigestOf({(*text)->text}), (*text)->text.size()});
      }
    }
    FindUnreadable(*cursor, Family::kRevision);
    return Status::Ok();
  }

  void CheckCaptures() {
    const auto cursor = database_.NewCursor(Family::kCapture);
    for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
      ++totals_.captures;
      const DocumentNumber document{static_cast<uint32_t>(ByteReader(cursor->key()).ReadBigEndian(4))};
      const auto number = DecodeCaptureKey(cursor->key(), document);
      if (!number) {
        Find({.code = "V002", .message = "the key of a capture cannot be decoded"});
        continue;
      }
      const auto damaged = [&](const std::string& message) {
        Find({.code = "V006", .document = IdOf(document), .message = message});
      };
      const auto capture = DecodeCapture(cursor->value());
      if (!capture.ok()) {
        damaged(capture.status().message());
      } else if (capture->same_as.value != 0) {
        const auto key = EncodeCaptureKey(document, capture->same_as);
        const auto same = database_.Get(Family::kCapture, key);
        const bool there = same.ok() && *same && capture->same_as < *number;
        if (!there) damaged("capture " + std::to_string(number->value) + " names one that is not there");
      }
    }
    FindUnreadable(*cursor, Family::kCapture);
  }

  Status CheckEditions() {
    const auto cursor = database_.NewCursor(Family::kEdition);
    std::set<RecordedPlace> places;  // of the document and date under the cursor
    std::string document_and_date;
    for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
      if (++totals_.editions % kReportEvery == 0)
        MURAGAT_RETURN_IF_ERROR(Step("editions", totals_.editions, Family::kEdition));
      const auto key = DecodeEditionKey(cursor->key());
      if (!key) {
        Find({.code = "V002", .message = "the key of an edition cannot be decoded"});
        continue;
      }
      const std::string_view head = cursor->key().substr(0, 4 + kDateBytes);
      if (head != document_and_date) {
        places.clear();
        document_and_date = head;
      }
      places.insert(key->recorded);
      ++counted_[key->recorded.commit];
      const auto decoded = DecodeEdition(*key, cursor->value());
      if (!decoded.ok()) {
        Find({.code = "V003",
              .document = IdOf(key->document),
              .commit = key->recorded.commit,
              .message = decoded.status().message()});
      } else if (const auto* withdrawal = std::get_if<Withdrawal>(&decoded->record)) {
        if (!claimed_.contains(key->recorded.commit)) {
          Find({.code = "V008",
                .document = IdOf(key->document),
                .commit = key->recorded.commit,
                .message =
                    "a withdrawal at " + FormatDate(key->valid) + " belongs to a commit that is not there"});
        }
        if (!places.contains(withdrawal->target)) {
          Find({.code = "V010",
                .document = IdOf(key->document),
                .commit = key->recorded.commit,
                .message =
                    "a withdrawal at " + FormatDate(key->valid) + " names an edition that is not there"});
        }
        log_.AddWithdrawal(*key, CertainId(key->document), *withdrawal);
      } else {
        CheckEdition(std::get<Edition>(decoded->record), decoded->title_is_implied);
      }
    }
    FindUnreadable(*cursor, Family::kEdition);
    return Status::Ok();
  }

  void CheckEdition(const Edition& edition, bool title_is_implied) {
    const auto find = [&](const char* code, std::optional<SectionNumber> section, const std::string& what) {
      Find({.code = code,
            .document = IdOf(edition.document),
            .section = section,
            .commit = edition.recorded.commit,
            .message = "the edition of " + FormatDate(edition.valid) + " " + what});
    };
    if (!ids_.contains(edition.document)) find("V009", std::nullopt, "belongs to a document that has no id");
    if (!claimed_.contains(edition.recorded.commit))
      find("V008", std::nullopt, "belongs to a commit that is not there");
    std::vector<SectionLine> lines;
    for (const SectionRef& ref : edition.sections) {
      const RevisionKey key{edition.document, ref.section, ref.ordinal};
      const auto value = database_.Get(Family::kRevision, EncodeRevisionKey(key));
      const LogChecker::Text* text = log_.FindText(key);
      if (!value.ok() || !*value) {
        find("V004", ref.section, "names a text that is not there");
      } else if (const auto record = DecodeRevision(key, **value); record.ok() && text != nullptr) {
        lines.push_back({.place = lines.size(),
                         .depth_levels = ref.depth_levels,
                         .lineage = ref.section,
                         .number = std::string(record->number),
                         .title = std::string(record->title),
                         .teaser = record->teaser,
                         .text = text->hash,
                         .text_bytes = text->bytes});
      }
    }
    if (edition.capture.value != 0) {
      const auto value = database_.Get(Family::kCapture, EncodeCaptureKey(edition.document, edition.capture));
      if (!value.ok() || !*value) find("V006", std::nullopt, "names a capture that is not there");
    }
    if (edition.reform.value != 0) {
      if (!reforms_.contains(edition.reform)) find("V007", std::nullopt, "names a reform that is not there");
      const auto link = database_.Get(Family::kDerived,
                                      EncodeReformLink({edition.reform, edition.document, edition.valid}));
      if (!link.ok() || !*link) find("V011", std::nullopt, "is not among those of its reform");
    }
    if (!options_.quick && database_.keeps_log())
      log_.AddEdition(reader_, CertainId(edition.document), edition, title_is_implied, lines);
  }

  Status Step(std::string_view unit, uint64_t done, Family family) {
    progress_.Report(unit, done, std::max(done, database_.EstimateRecords(family)));
    return progress_.Cancelled() ? Status::Cancelled("the check was interrupted") : Status::Ok();
  }

  const Database& database_;
  Reader reader_;
  VerifyOptions options_;
  const std::function<void(const Finding&)>& report_;
  ProgressSink& progress_;
  VerifyReport totals_;
  std::map<DocumentNumber, std::string> ids_;
  std::set<DocumentNumber> doubtful_;  // whose ids do not lead back to them
  std::set<ReformNumber> reforms_;
  std::map<CommitNumber, uint64_t> claimed_, counted_;
  LogChecker::Report log_report_ = [this](const Finding& finding) { Find(finding); };
  LogChecker log_{database_, log_report_};
};

}  // namespace

Result<VerifyReport> Verify(const Database& database, const VerifyOptions& options,
                            const std::function<void(const Finding&)>& report, ProgressSink& progress) {
  return Verifier(database, options, report, progress).Run();
}

}  // namespace muragat
