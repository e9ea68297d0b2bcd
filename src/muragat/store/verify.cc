#include "muragat/store/verify.h"

#include <algorithm>
#include <map>
#include <vector>

#include "muragat/codec/capture_record.h"
#include "muragat/codec/revision_record.h"
#include "muragat/proof/section_line.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/store/catalog_checker.h"
#include "muragat/store/checked_texts.h"
#include "muragat/store/log_checker.h"
#include "muragat/store/reader.h"
#include "muragat/store/statement.h"
#include "muragat/store/text_chain.h"

namespace muragat {
namespace {

constexpr uint64_t kReportEvery = 512;

// What a reform says that it brought.
struct BroughtBy {
  DocumentNumber document;
  ValidDate valid;
  ReformNumber reform;
  friend auto operator<=>(const BroughtBy&, const BroughtBy&) = default;
};

// One run over a database. Each method checks one kind of record and goes on after a finding.
class Verifier {
 public:
  Verifier(const Database& database, const VerifyOptions& options,
           const std::function<void(const Finding&)>& report, ProgressSink& progress)
      : database_(database), reader_(database), options_(options), report_(report), progress_(progress) {}

  Result<VerifyReport> Run() {
    if (const Status blocks = database_.VerifyBlocks(); !blocks.ok())
      Find({.code = "V001", .message = blocks.message()});
    catalog_.Check();
    totals_.documents = catalog_.documents();
    totals_.reforms = catalog_.reforms();
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

  void CheckReadable(const Cursor& cursor, Family family) {
    if (const auto finding = FindUnreadable(cursor, family)) Find(*finding);
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
    CheckReadable(*cursor, Family::kLog);
  }

  // Rebuilds every text; remembers of which the records are there.
  Status CheckRevisions() {
    TextChain chain(reader_);
    const auto cursor = database_.NewPassingCursor(Family::kRevision, "");
    for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
      if (++totals_.texts % kReportEvery == 0)
        MURAGAT_RETURN_IF_ERROR(Step("texts", totals_.texts, Family::kRevision));
      const auto key = DecodeRevisionKey(cursor->key());
      if (!key) {
        Find({.code = "V002", .message = "the key of a text cannot be decoded"});
        continue;
      }
      const auto damaged = [&](const std::string& message) {
        Find({.code = "V005",
              .document = catalog_.IdOf(key->document),
              .section = key->section,
              .message = message});
      };
      if (!catalog_.HasId(key->document)) {
        Find({.code = "V009",
              .section = key->section,
              .message = "document " + std::to_string(key->document.value) + " has texts, but no id"});
      }
      const auto record = DecodeRevision(*key, cursor->value());
      if (!record.ok()) {
        damaged(record.status().message());
      } else if (options_.quick) {
        texts_.Add(*key, *record, {}, 0);
      } else if (const auto text = chain.Rebuild(*key, *record); !text.ok()) {
        damaged(text.status().message());
      } else {
        totals_.text_bytes += text->size();
        texts_.Add(*key, *record, database_.keeps_log() ? DigestOf({*text}) : Digest{}, text->size());
      }
    }
    CheckReadable(*cursor, Family::kRevision);
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
        Find({.code = "V006", .document = catalog_.IdOf(document), .message = message});
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
    CheckReadable(*cursor, Family::kCapture);
  }

  Status CheckEditions() {
    const auto cursor = database_.NewPassingCursor(Family::kEdition, "");
    ReadLinks();
    EditionListDecoder lists;
    std::vector<RecordedPlace> places;  // of the document and date under the cursor
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
      places.push_back(key->recorded);
      ++counted_[key->recorded.commit];
      auto decoded = DecodeEdition(*key, cursor->value(), &lists);
      if (!decoded.ok()) {
        Find({.code = "V003",
              .document = catalog_.IdOf(key->document),
              .commit = key->recorded.commit,
              .message = decoded.status().message()});
      } else if (const auto* withdrawal = std::get_if<Withdrawal>(&decoded->record)) {
        if (!claimed_.contains(key->recorded.commit)) {
          Find({.code = "V008",
                .document = catalog_.IdOf(key->document),
                .commit = key->recorded.commit,
                .message =
                    "a withdrawal at " + FormatDate(key->valid) + " belongs to a commit that is not there"});
        }
        if (std::find(places.begin(), places.end(), withdrawal->target) == places.end()) {
          Find({.code = "V010",
                .document = catalog_.IdOf(key->document),
                .commit = key->recorded.commit,
                .message =
                    "a withdrawal at " + FormatDate(key->valid) + " names an edition that is not there"});
        }
        log_.AddWithdrawal(*key, catalog_.CertainId(key->document), *withdrawal);
      } else {
        CheckEdition(std::get<Edition>(decoded->record), decoded->title_is_implied);
      }
    }
    CheckReadable(*cursor, Family::kEdition);
    return Status::Ok();
  }

  void CheckEdition(Edition& edition, bool title_is_implied) {
    const auto find = [&](const char* code, std::optional<SectionNumber> section, const std::string& what) {
      Find({.code = code,
            .document = catalog_.IdOf(edition.document),
            .section = section,
            .commit = edition.recorded.commit,
            .message = "the edition of " + FormatDate(edition.valid) + " " + what});
    };
    if (!catalog_.HasId(edition.document)) find("V009", std::nullopt, "belongs to a document that has no id");
    if (!claimed_.contains(edition.recorded.commit))
      find("V008", std::nullopt, "belongs to a commit that is not there");
    const bool hashes = !options_.quick && database_.keeps_log();
    TreeBuilder tree;
    std::string first_title;
    for (const SectionRef& ref : edition.sections) {
      const RevisionKey key{edition.document, ref.section, ref.ordinal};
      const auto text = texts_.Find(key);
      if (!text) {
        const auto value = database_.Get(Family::kRevision, EncodeRevisionKey(key));
        if (!value.ok() || !*value) find("V004", ref.section, "names a text that is not there");
      } else if (hashes) {
        if (first_title.empty()) first_title = text->title;
        line_.place = tree.size();
        line_.depth_levels = ref.depth_levels;
        line_.lineage = ref.section;
        line_.number = text->number;
        line_.title = text->title;
        line_.teaser = text->teaser;
        line_.text = text->hash;
        line_.text_bytes = text->bytes;
        tree.Append(HashLeaf(EncodeSectionLine(line_)));
      }
    }
    if (edition.capture.value != 0) {
      const auto value = database_.Get(Family::kCapture, EncodeCaptureKey(edition.document, edition.capture));
      if (!value.ok() || !*value) find("V006", std::nullopt, "names a capture that is not there");
    }
    if (edition.reform.value != 0) {
      if (!catalog_.HasReform(edition.reform)) find("V007", std::nullopt, "names a reform that is not there");
      if (!IsLinked(edition)) find("V011", std::nullopt, "is not among those of its reform");
    }
    if (!hashes) return;
    if (title_is_implied) edition.title = first_title;
    AddToLog(edition, tree);
  }

  void AddToLog(const Edition& edition, const TreeBuilder& tree) {
    const std::string document = catalog_.CertainId(edition.document);
    const auto capture = reader_.ReadCapture(edition);
    const Reform* const reform = catalog_.FindReform(edition.reform);
    const bool is_known = capture.ok() && (reform != nullptr || edition.reform.value == 0);
    if (document.empty() || tree.size() != edition.sections.size() || !is_known)
      return log_.Spoil(edition.recorded.commit);
    EditionStatement statement =
        StatementOf(document, edition, reform == nullptr ? "" : reform->title, *capture);
    if (!edition.removed) {
      statement.sections = tree.size();
      statement.root = tree.Root();
    }
    log_.AddEdition(edition, statement);
  }

  // Reads what reforms brought, in the order of editions.
  void ReadLinks() {
    const auto cursor = database_.NewPassingCursor(Family::kDerived, "l");
    for (cursor->Seek("l"); cursor->Valid(); cursor->Next()) {
      if (const auto link = DecodeReformLink(cursor->key()))
        links_.push_back({link->document, link->valid, link->reform});
    }
    std::sort(links_.begin(), links_.end());
  }

  // Whether the edition's reform knows of it. Where that was not read at once it is read by itself.
  bool IsLinked(const Edition& edition) const {
    if (std::binary_search(links_.begin(), links_.end(),
                           BroughtBy{edition.document, edition.valid, edition.reform}))
      return true;
    const auto link =
        database_.Get(Family::kDerived, EncodeReformLink({edition.reform, edition.document, edition.valid}));
    return link.ok() && *link;
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
  CheckedTexts texts_;
  std::vector<BroughtBy> links_;
  SectionLine line_;  // memory of the line that is being made
  std::map<CommitNumber, uint64_t> claimed_, counted_;
  LogChecker::Report log_report_ = [this](const Finding& finding) { Find(finding); };
  LogChecker log_{database_, log_report_};
  CatalogChecker::Report catalog_report_ = [this](const Finding& finding) { Find(finding); };
  CatalogChecker catalog_{database_, reader_, log_, catalog_report_};
};

}  // namespace

Result<VerifyReport> Verify(const Database& database, const VerifyOptions& options,
                            const std::function<void(const Finding&)>& report, ProgressSink& progress) {
  return Verifier(database, options, report, progress).Run();
}

}  // namespace muragat
