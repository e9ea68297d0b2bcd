#include "tools/export_states.h"

#include <functional>
#include <map>
#include <set>

#include "import/format.h"
#include "muragat/render/json_object.h"
#include "muragat/store/snapshot_walk.h"
#include "tools/export_output.h"
#include "tools/reform_titles.h"

namespace muragat::tools {
namespace {

// Appends the text of an edition, and sets the first title among its sections.
using TextReader = std::function<Status(std::string& text, std::string& title)>;

// Writes a line a state.
class StateRows {
 public:
  // Both must outlive it.
  StateRows(const Reader& reader, std::ostream& out) : reader_(reader), titles_(reader), out_(out) {}

  // `edition` may get its title only when its text is read.
  Status Write(const std::string& id, const Edition& edition, const TextReader& read_text) {
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
      if (edition.language != "und") row.Set("language", edition.language);
      body_.clear();
      MURAGAT_RETURN_IF_ERROR(read_text(body_, title_));
      if (edition.title != title_) row.Set("title", edition.title);
      row.Set("body", body_);
    }
    lines_.append(row.Text()).push_back('\n');
    if (lines_.size() >= kWriteBytes) Flush();
    return Status::Ok();
  }

  void Flush() {
    out_.write(lines_.data(), static_cast<std::streamsize>(lines_.size()));
    lines_.clear();
  }

 private:
  static constexpr size_t kWriteBytes = size_t{256} << 10;

  const Reader& reader_;
  ReformTitles titles_;
  std::ostream& out_;
  std::string lines_;         // not written yet
  std::string body_, title_;  // kept for their memory
};

}  // namespace

Status WriteSnapshotStates(Context& context, const Reader& reader,
                           const std::vector<DocumentEntry>& documents, const AsOf& as_of,
                           std::ostream& out) {
  PrepareForDocuments(documents.size());
  StateRows rows(reader, out);
  SnapshotWalk walk(reader, as_of.at, as_of.known_at);
  uint64_t done = 0;
  for (const DocumentEntry& document : documents) {
    MURAGAT_RETURN_IF_ERROR(ReportExport(context, "states", done++, documents.size()));
    MURAGAT_ASSIGN_OR_RETURN(const Edition* const edition, walk.Find(document.number));
    if (edition == nullptr || edition->removed) continue;
    MURAGAT_RETURN_IF_ERROR(rows.Write(document.id, *edition, [&walk](std::string& text, std::string& title) {
      return walk.AppendText(text, title);
    }));
  }
  rows.Flush();
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
  StateRows rows(reader, out);
  uint64_t done = 0;
  for (const auto& [place, key] : states) {
    MURAGAT_RETURN_IF_ERROR(ReportExport(context, "states", done++, states.size()));
    if (withdrawn.contains(place)) continue;
    MURAGAT_ASSIGN_OR_RETURN(const Edition edition, reader.ReadEdition(key));
    MURAGAT_RETURN_IF_ERROR(
        rows.Write(ids[key.document], edition, [&](std::string& text, std::string& title) -> Status {
          title.clear();
          for (const SectionRef& ref : edition.sections) {
            MURAGAT_ASSIGN_OR_RETURN(const auto stored,
                                     reader.ReadRevision({edition.document, ref.section, ref.ordinal}));
            text += stored->text;
            if (title.empty()) title = stored->title;
          }
          return Status::Ok();
        }));
  }
  rows.Flush();
  return Status::Ok();
}

}  // namespace muragat::tools
