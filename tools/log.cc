#include "tools/log.h"

#include <algorithm>
#include <map>

#include "muragat/base/huge_pages.h"
#include "muragat/render/inline_text.h"
#include "muragat/render/json_object.h"
#include "muragat/store/change_log.h"
#include "tools/query.h"
#include "tools/table.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

// One line of the log.
struct Row {
  size_t document = 0;  // index into the documents
  size_t place = 0;     // index into the document's history
  ValidDate valid;
  RecordedPlace recorded;
  ChangeKind kind = ChangeKind::kUnchanged;
  uint64_t words_in = 0, words_out = 0;
  std::vector<std::string> headings;  // of the changed sections, for --stat
  bool wanted = true;
};

struct DocumentHistory {
  DocumentEntry document;
  std::vector<HistoryEntry> history;
};

class Logger {
 public:
  Logger(const LogOptions& options, Context& context, const Reader& reader)
      : options_(options), context_(context), reader_(reader) {}

  Result<ExitCode> Run() {
    MURAGAT_ASSIGN_OR_RETURN(known_at_, ParseKnownAt(options_.known_at, reader_));
    MURAGAT_RETURN_IF_ERROR(Gather());
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      return std::tie(a.valid, a.recorded) > std::tie(b.valid, b.recorded);
    });
    const bool must_compare_first = options_.substantive || section_;
    if (!must_compare_first) CutToLimit();
    MURAGAT_RETURN_IF_ERROR(Compare());
    if (options_.substantive)
      std::erase_if(rows_, [](const Row& r) { return r.kind != ChangeKind::kSubstantive; });
    std::erase_if(rows_, [](const Row& row) { return !row.wanted; });
    CutToLimit();
    MURAGAT_RETURN_IF_ERROR(Print());
    return rows_.empty() ? ExitCode::kNo : ExitCode::kDone;
  }

 private:
  void CutToLimit() {
    if (options_.limit > 0 && rows_.size() > options_.limit) rows_.resize(options_.limit);
  }

  // Finds the editions that the dates and the reform let through.
  Status Gather() {
    std::vector<DocumentEntry> documents;
    if (options_.address.empty()) {
      MURAGAT_ASSIGN_OR_RETURN(documents, reader_.ListDocuments());
    } else {
      const Address address = ParseAddress(options_.address);
      MURAGAT_ASSIGN_OR_RETURN(const DocumentNumber number, RequireDocument(reader_, address.document));
      documents.push_back({number, address.document});
      if (address.section) {
        MURAGAT_ASSIGN_OR_RETURN(section_,
                                 RequireLineage(reader_, number, address, {context_.clock.Now(), known_at_}));
      }
    }
    Instant since, until = Instant::Last();
    if (!options_.since.empty()) {
      MURAGAT_ASSIGN_OR_RETURN(const ValidDate date, ParseDate(options_.since));
      since = date.first;
    }
    if (!options_.until.empty()) {
      MURAGAT_ASSIGN_OR_RETURN(const ValidDate date, ParseDate(options_.until));
      until = date.Last();
    }
    std::vector<ReformNumber> reforms;
    if (!options_.reform.empty()) {
      MURAGAT_ASSIGN_OR_RETURN(const auto by_id, reader_.FindReformById(options_.reform));
      MURAGAT_ASSIGN_OR_RETURN(reforms, reader_.FindReformsByTitle(options_.reform));
      if (by_id) reforms.push_back(*by_id);
      if (reforms.empty())
        return Status::NotFound("there is no reform \"" + options_.reform +
                                "\": `muragat reform list` lists them");
    }
    for (DocumentEntry& document : documents) {
      MURAGAT_ASSIGN_OR_RETURN(auto history, reader_.ReadHistory(document.number, known_at_));
      for (size_t i = 0; i < history.size(); ++i) {
        const Edition& edition = history[i].edition;
        if (edition.valid.first < since || edition.valid.first > until) continue;
        if (!reforms.empty() && std::find(reforms.begin(), reforms.end(), edition.reform) == reforms.end())
          continue;
        rows_.push_back({.document = histories_.size(),
                         .place = i,
                         .valid = edition.valid,
                         .recorded = edition.recorded});
      }
      histories_.push_back({std::move(document), std::move(history)});
    }
    return Status::Ok();
  }

  // Fills in what each row changed.
  Status Compare() {
    std::map<size_t, std::map<size_t, Row*>> wanted;  // by document, by place
    for (Row& row : rows_) wanted[row.document][row.place] = &row;
    uint64_t done = 0;
    for (auto& entry : wanted) {
      const size_t document = entry.first;
      const std::map<size_t, Row*>& places = entry.second;
      context_.progress.Report("documents", ++done, wanted.size());
      size_t place = places.begin()->first;
      const Status status = WalkChanges(
          reader_, histories_[document].history, place, known_at_, [&](const ChangeLogStep& step) {
            if (const auto row = places.find(place++); row != places.end()) Fill(*row->second, step);
            return context_.progress.Cancelled() ? Status::Cancelled("interrupted") : Status::Ok();
          });
      MURAGAT_RETURN_IF_ERROR(status);
    }
    return Status::Ok();
  }

  void Fill(Row& row, const ChangeLogStep& step) {
    row.kind = step.change.kind;
    row.words_in = step.change.words_in;
    row.words_out = step.change.words_out;
    if (section_) row.wanted = false;
    for (const SectionChange& change : step.change.sections) {
      if (section_ && change.lineage == *section_) {
        row.wanted = true;
        row.kind = change.kind;
        row.words_in = change.words_in;
        row.words_out = change.words_out;
      }
      if (options_.stat && (!section_ || change.lineage == *section_))
        row.headings.push_back(RenderChangeHeading(change));
    }
  }

  Status Print() {
    Table table({{"date"},
                 {"commit", Align::kRight},
                 {"words", Align::kRight},
                 {"", Align::kRight},
                 {"kind"},
                 {"reform"},
                 {section_ || histories_.size() == 1 ? "" : "document"}});
    for (const Row& row : rows_) {
      const DocumentHistory& of = histories_[row.document];
      const HistoryEntry& entry = of.history[row.place];
      Reform reform;
      if (entry.edition.reform.value != 0) {
        MURAGAT_ASSIGN_OR_RETURN(reform, reader_.ReadReform(entry.edition.reform));
      }
      if (context_.json) {
        MURAGAT_RETURN_IF_ERROR(PrintJson(row, of, entry, reform));
        continue;
      }
      std::string kind(KindName(row.kind));
      if (entry.edition.removed) kind = "removed";
      if (entry.corrected) kind += ", corrected since";
      table.AddRow({FormatDate(row.valid), std::to_string(row.recorded.commit.value),
                    "+" + std::to_string(row.words_in), "−" + std::to_string(row.words_out), kind,
                    reform.title.empty() ? "(no reform)" : reform.title,
                    section_ || histories_.size() == 1 ? "" : of.document.id});
      for (const std::string& heading : row.headings) table.AddRow({"", "", "", "", "", "  " + heading, ""});
    }
    if (!context_.json) context_.out << table.Text();
    return Status::Ok();
  }

  Status PrintJson(const Row& row, const DocumentHistory& of, const HistoryEntry& entry,
                   const Reform& reform) {
    MURAGAT_ASSIGN_OR_RETURN(const CommitRecord commit, reader_.ReadCommit(row.recorded.commit));
    JsonObject object;
    object.Set("document", of.document.id);
    section_ ? object.Set("section", LineageName(*section_)) : object.SetNull("section");
    object.Set("valid", FormatDate(row.valid)).Set("commit", uint64_t{row.recorded.commit.value});
    object.Set("recorded", FormatInstant(commit.recorded)).SetOrNull("reform", reform.title);
    object.SetOrNull("reform_id", reform.id).Set("kind", KindName(row.kind));
    object.Set("words_in", row.words_in).Set("words_out", row.words_out);
    object.SetOrNull("author", entry.edition.author);
    object.SetFlag("removed", entry.edition.removed).SetFlag("corrected", entry.corrected);
    if (options_.stat) object.Set("sections", row.headings);
    context_.out << object.Text() << '\n';
    return Status::Ok();
  }

  const LogOptions& options_;
  Context& context_;
  const Reader& reader_;
  CommitNumber known_at_;
  std::optional<SectionNumber> section_;
  std::vector<DocumentHistory> histories_;
  std::vector<Row> rows_;
};

}  // namespace

Result<ExitCode> RunLog(const LogOptions& options, Context& context) {
  GrowHeapInHugePages();  // the texts of a long history go through it
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  return Logger(options, context, archive->reader()).Run();
}

void RegisterLog(const Verb& program) {
  auto options = std::make_shared<LogOptions>();
  const Verb verb = program.Add("log", "Show the history, newest first");
  verb.Option("ADDRESS", options->address, "A document or section (default: the whole archive)");
  verb.Option("--since", options->since, "Only what is valid from this day on");
  verb.Option("--until", options->until, "Only what is valid up to this day");
  verb.Option("--reform", options->reform, "Only what this reform brought: its id or title");
  verb.Flag("--substantive", options->substantive,
            "Leave out editorial, structural and capture-only changes");
  verb.Option("-n", options->limit, "At most so many");
  verb.Flag("--stat", options->stat, "List the sections that each one changed");
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  verb.Explain(
      "Example:\n  muragat log 'kz/parliament#Majilis' --since 2007 --stat\n\n"
      "Exit codes: 0 shown, 1 nothing fits, 3 no such archive, document, section or reform");
  verb.Run(options, RunLog);
}

}  // namespace muragat::tools
