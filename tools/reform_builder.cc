#include "tools/reform_builder.h"

#include <algorithm>
#include <map>

#include "muragat/render/body.h"
#include "tools/instructions.h"

namespace muragat::tools {
namespace {

constexpr uint64_t kContextWords = 24;

// A change for the page, which shows the heading itself: it is left out where it stayed, or came or went with
// all the rest, and where it changed, without the marks that make it one.
std::vector<MarkedPiece> MarkSection(const SectionChange& change, bool markdown) {
  std::vector<MarkedPiece> marked = ExcerptChange(change, kContextWords);
  const auto changed = [](const MarkedPiece& piece) { return piece.kind != EditKind::kKeep; };
  if (std::none_of(marked.begin(), marked.end(), changed)) return {};
  const LineageSection& shown = change.newer != nullptr ? *change.newer : *change.older;
  const bool whole = change.newer == nullptr || change.older == nullptr;
  if (whole || !changed(marked.front())) DropHeading(shown.section.heading, marked);
  if (marked.empty() || !markdown) return marked;
  std::string& text = marked.front().text;
  const size_t marks = text.find_first_not_of('#');
  if (marks != 0 && marks < text.size() && text[marks] == ' ') text.erase(0, marks + 1);
  return marked;
}

std::vector<std::string> TitlesOf(const std::vector<SectionNumber>& lineages,
                                  const std::vector<LineageSection>& sections) {
  std::vector<std::string> titles;
  for (const SectionNumber lineage : lineages) {
    const auto place = std::find_if(sections.begin(), sections.end(),
                                    [&](const LineageSection& one) { return one.lineage == lineage; });
    if (place != sections.end()) titles.push_back(place->section.title);
  }
  return titles;
}

}  // namespace

void ReformBuilder::Pass(const HistoryEntry& entry) {
  if (entry.corrected) return;
  before_ = entry.edition;
  dates_.Take(entry.edition);
}

Result<ReformText> ReformBuilder::Describe(const Edition& edition) const {
  ReformText out;
  if (edition.removed) return out;
  out.since = SinceText(edition);
  MURAGAT_ASSIGN_OR_RETURN(const Capture capture, reader_.ReadCapture(edition));
  out.source_url = capture.source_url;
  return out;
}

Status ReformBuilder::Word(const ChangeLogStep& step, ReformDocument& out) const {
  if (step.before.empty() || step.after.empty()) return Status::Ok();
  const InstructionOptions options{
      document_.id, FormatDate(before_->valid), FormatDate(step.entry.edition.valid), {}};
  auto text = WriteCheckedInstructions(step.before, step.after, step.change, options);
  // What cannot be worded is shown without.
  if (!text.ok()) return text.status().code() == StatusCode::kInvalidArgument ? Status::Ok() : text.status();
  out.instructions = *std::move(text);
  return Status::Ok();
}

Result<ReformDocument> ReformBuilder::Build(const ChangeLogStep& step) const {
  const Edition& edition = step.entry.edition;
  const Edition& shown = edition.removed && before_ ? *before_ : edition;
  ReformDocument out{.document = document_.id, .title = shown.title, .language = shown.language};
  if (before_) {
    MURAGAT_ASSIGN_OR_RETURN(out.before, Describe(*before_));
  }
  MURAGAT_ASSIGN_OR_RETURN(out.after, Describe(edition));
  MURAGAT_ASSIGN_OR_RETURN(const std::string media_type, MediaTypeOfEdition(reader_, document_.id, shown));
  out.words_in = step.change.words_in;
  out.words_out = step.change.words_out;
  for (const SectionChange& change : step.change.sections) {
    const Section& named = (change.newer != nullptr ? *change.newer : *change.older).section;
    ReformSection section{.lineage = change.lineage.value,
                          .number = named.number,
                          .title = named.title,
                          .events = change.events,
                          .kind = change.kind,
                          .words_in = change.words_in,
                          .words_out = change.words_out,
                          .is_there = change.newer != nullptr,
                          .from = TitlesOf(change.from, step.before),
                          .to = TitlesOf(change.to, step.after),
                          .marked = MarkSection(change, IsMarkdown(media_type))};
    if (change.older != nullptr) {
      const auto place = static_cast<size_t>(change.older - step.before.data());
      if (place < dates_.dates().size()) section.before_since = dates_.dates()[place];
      if (change.older->section.title != named.title) section.was = change.older->section.title;
    }
    out.sections.push_back(std::move(section));
  }
  MURAGAT_RETURN_IF_ERROR(Word(step, out));
  return out;
}

Result<ReformPage> BuildReformPage(const Reader& reader, ReformNumber reform, CommitNumber known_at) {
  MURAGAT_ASSIGN_OR_RETURN(const Reform named, reader.ReadReform(reform));
  ReformPage page{.id = named.id,
                  .title = named.title,
                  .date = FormatDateForReaders(named.date),
                  .iso_date = FormatDate(named.date)};
  MURAGAT_ASSIGN_OR_RETURN(std::tie(page.recorded, page.commit), DescribeLastCommit(reader, known_at));
  return page;
}

}  // namespace muragat::tools
