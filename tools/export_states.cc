#include "tools/export_states.h"

#include <map>
#include <set>

#include "import/format.h"
#include "muragat/render/json_object.h"
#include "tools/export_output.h"
#include "tools/reform_titles.h"

namespace muragat::tools {
namespace {

class StateRows {
 public:
  explicit StateRows(const Reader& reader) : reader_(reader), titles_(reader) {}

  // Writes the line of one state.
  Status Write(const std::string& id, const Edition& edition, std::ostream& out) {
    JsonObject row;
    row.Set("document", id).Set("date", FormatDate(edition.valid));
    if (edition.reform.value != 0) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string* title, titles_.Of(edition.reform));
      row.Set("reform", *title);
    }
    if (!edition.author.empty()) row.Set("author", edition.author);
    MURAGAT_ASSIGN_OR_RETURN(const Capture capture, reader_.ReadCapture(edition));
    // The body is the text: Markdown where a reader took it out of other bytes.
    const std::string_view type =
        capture.bytes ? import::MediaTypeOf(import::Format::kMarkdown) : capture.media_type;
    if (!type.empty()) row.Set("type", type);
    if (!capture.source_url.empty()) row.Set("source", capture.source_url);
    if (capture.captured) row.Set("captured", FormatDate(*capture.captured));
    if (edition.basis == Basis::kSeen) row.Set("basis", "seen");
    if (edition.removed) {
      row.SetNull("body");
    } else {
      MURAGAT_RETURN_IF_ERROR(SetText(edition, row));
    }
    out << row.Text() << '\n';
    return Status::Ok();
  }

 private:
  Status SetText(const Edition& edition, JsonObject& row) {
    if (edition.language != "und") row.Set("language", edition.language);
    body_.clear();
    std::string implied_title;
    for (const SectionRef& ref : edition.sections) {
      MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                               reader_.ReadRevision({edition.document, ref.section, ref.ordinal}));
      body_ += stored->text;
      if (implied_title.empty()) implied_title = stored->title;
    }
    if (edition.title != implied_title) row.Set("title", edition.title);
    row.Set("body", body_);
    return Status::Ok();
  }

  const Reader& reader_;
  ReformTitles titles_;
  std::string body_;  // kept for its memory
};

}  // namespace

Status WriteSnapshotStates(Context& context, const Reader& reader,
                           const std::vector<DocumentEntry>& documents, const AsOf& as_of,
                           std::ostream& out) {
  PrepareForDocuments(documents.size());
  StateRows rows(reader);
  uint64_t done = 0;
  for (const DocumentEntry& document : documents) {
    MURAGAT_RETURN_IF_ERROR(ReportExport(context, "states", done++, documents.size()));
    MURAGAT_ASSIGN_OR_RETURN(const auto edition,
                             reader.FindEdition(document.number, as_of.at, as_of.known_at));
    if (!edition || edition->removed) continue;
    MURAGAT_RETURN_IF_ERROR(rows.Write(document.id, *edition, out));
  }
  return Status::Ok();
}

Status WriteAllStates(Context& context, const Reader& reader, const std::vector<DocumentEntry>& documents,
                      const AsOf& as_of, std::ostream& out) {
  std::map<DocumentNumber, std::string> ids;
  for (const DocumentEntry& document : documents) ids[document.number] = document.id;
  std::map<RecordedPlace, EditionKey> states;
  std::set<RecordedPlace> withdrawn;
  MURAGAT_RETURN_IF_ERROR(reader.VisitEditions([&](const EditionKey& key, const EditionRecord& record) {
    if (key.recorded.commit > as_of.known_at || !ids.contains(key.document)) return Status::Ok();
    const auto* withdrawal = std::get_if<Withdrawal>(&record);
    withdrawal != nullptr ? void(withdrawn.insert(withdrawal->target)) : void(states[key.recorded] = key);
    return Status::Ok();
  }));
  StateRows rows(reader);
  uint64_t done = 0;
  for (const auto& [place, key] : states) {
    MURAGAT_RETURN_IF_ERROR(ReportExport(context, "states", done++, states.size()));
    if (withdrawn.contains(place)) continue;
    MURAGAT_ASSIGN_OR_RETURN(const Edition edition, reader.ReadEdition(key));
    MURAGAT_RETURN_IF_ERROR(rows.Write(ids[key.document], edition, out));
  }
  return Status::Ok();
}

}  // namespace muragat::tools
