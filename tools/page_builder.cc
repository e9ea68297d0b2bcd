#include "tools/page_builder.h"

#include <algorithm>
#include <map>

#include "import/format.h"
#include "tools/section_dates.h"

namespace muragat::tools {
namespace {

// The moment as a fraction of years, for a place on a timeline.
double YearOf(Instant instant) {
  const CivilDay day = ToCivilDay(instant);
  const Result<Instant> begin = FromCivilDay({day.year, 1, 1});
  const ValidDate year{begin.ok() ? *begin : instant, Precision::kYear};
  const auto length = static_cast<double>(year.Last().seconds() - year.first.seconds() + 1);
  return day.year + static_cast<double>(instant.seconds() - year.first.seconds()) / length;
}

// The change for a page, which shows the heading itself: a heading that stayed as it was is left out.
std::vector<MarkedPiece> MarkForPage(const SectionChange& change) {
  std::vector<MarkedPiece> marked = ExcerptChange(change);
  const std::string& heading =
      change.newer != nullptr ? change.newer->section.heading : change.older->section.heading;
  if (!marked.empty() && marked.front().kind == EditKind::kKeep) DropHeading(heading, marked);
  return marked;
}

// What a text is: Markdown where a reader took it out of other bytes.
std::string MediaTypeOf(const std::string& document, const Capture& capture) {
  if (capture.bytes) return std::string(import::MediaTypeOf(import::Format::kMarkdown));
  if (!capture.media_type.empty()) return capture.media_type;
  const std::string_view by_name = import::MediaTypeOfName(document);
  return std::string(by_name.empty() ? import::MediaTypeOf(import::Format::kMarkdown) : by_name);
}

}  // namespace

void DropHeading(const std::string& heading, std::vector<MarkedPiece>& marked) {
  if (marked.empty() || !marked.front().text.starts_with(heading)) return;
  std::string& text = marked.front().text;
  text.erase(0, std::min(text.find_first_not_of("\r\n", heading.size()), text.size()));
  if (text.empty()) marked.erase(marked.begin());
}

Result<std::pair<std::string, uint64_t>> DescribeLastCommit(const Reader& reader, CommitNumber known_at) {
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, reader.LastCommit());
  const CommitNumber commit = std::min(last, known_at);
  if (commit.value == 0) return std::pair<std::string, uint64_t>();
  MURAGAT_ASSIGN_OR_RETURN(const CommitRecord record, reader.ReadCommit(commit));
  return std::pair(FormatDateForReaders(*ParseDate(FormatDay(record.recorded))), uint64_t{commit.value});
}

// Takes in the steps of a document's life, in order.
class PageBuilder::LifeCollector {
 public:
  LifeCollector(PageBuilder& builder, Page& page) : builder_(builder), page_(page) {
    for (size_t i = 0; i < page.sections.size(); ++i) places_[page.sections[i].lineage] = i;
  }

  Status Take(const ChangeLogStep& step) {
    const Edition& edition = step.entry.edition;
    if (step.entry.corrected) return Status::Ok();
    PageReform reform{.date = FormatDateForReaders(edition.valid),
                      .iso_date = FormatDate(edition.valid),
                      .year = YearOf(edition.valid.first),
                      .words_in = step.change.words_in,
                      .words_out = step.change.words_out,
                      .in_future = edition.valid.first > builder_.as_of_.at};
    reform.title = "Update of " + reform.date;
    if (edition.reform.value != 0) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string* title, builder_.titles_.Of(edition.reform));
      reform.title = *title;
      reform.is_named = !edition.removed;
    }
    if (edition.removed) reform.title += " (text removed)";
    for (const SectionChange& change : step.change.sections) {
      const LineageSection& shown = change.newer != nullptr ? *change.newer : *change.older;
      PageSectionChange entry{.reform = page_.reforms.size(),
                              .section_title = shown.section.title,
                              .words_in = change.words_in,
                              .words_out = change.words_out,
                              .events = change.events,
                              .marked = {}};
      if (change.older != nullptr) entry.marked = MarkForPage(change);
      const auto place = places_.find(change.lineage.value);
      if (place == places_.end()) {
        reform.gone.push_back(std::move(entry));
        continue;
      }
      PageSection& section = page_.sections[place->second];
      const bool retitled = std::find(change.events.begin(), change.events.end(), ChangeEvent::kRetitled) !=
                            change.events.end();
      if (retitled && !reform.in_future) section.note = "was " + change.older->section.title;
      section.history.insert(section.history.begin(), std::move(entry));
    }
    page_.reforms.push_back(std::move(reform));
    return Status::Ok();
  }

 private:
  PageBuilder& builder_;
  Page& page_;
  std::map<uint64_t, size_t> places_;  // of the sections on the page, by lineage
};

PageBuilder::PageBuilder(const Reader& reader, const AsOf& as_of)
    : reader_(reader),
      as_of_(as_of),
      as_of_text_(FormatDateForReaders(*ParseDate(FormatDay(as_of.at)))),
      as_of_year_(YearOf(as_of.at)),
      titles_(reader) {}

Status PageBuilder::DescribeLastCommit() {
  if (commit_) return Status::Ok();
  MURAGAT_ASSIGN_OR_RETURN(auto last, tools::DescribeLastCommit(reader_, as_of_.known_at));
  recorded_ = std::move(last.first);
  commit_ = last.second;
  return Status::Ok();
}

Status PageBuilder::Describe(IndexPage& index) {
  MURAGAT_RETURN_IF_ERROR(DescribeLastCommit());
  MURAGAT_ASSIGN_OR_RETURN(index.reforms, reader_.CountReforms());
  index.as_of = as_of_text_;
  index.recorded = recorded_;
  index.commit = *commit_;
  return Status::Ok();
}

Result<BuiltPage> PageBuilder::Build(const DocumentEntry& document,
                                     const std::function<Status(const ChangeLogStep&)>& also) {
  MURAGAT_RETURN_IF_ERROR(DescribeLastCommit());
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader_.ReadHistory(document.number, as_of_.known_at));
  size_t index = history.size();  // of the edition that stands then
  while (index > 0 && history[index - 1].edition.valid.first > as_of_.at) --index;
  if (index == 0 || history[index - 1].edition.removed) {
    return RequireText(reader_, document.number, document.id, as_of_).status();
  }
  const Edition& edition = history[--index].edition;
  MURAGAT_ASSIGN_OR_RETURN(const auto sections, reader_.ReadSections(edition, as_of_.known_at));
  MURAGAT_ASSIGN_OR_RETURN(const Capture capture, reader_.ReadCapture(edition));
  const auto origins = FindOrigins(history, index);

  BuiltPage built;
  Page& page = built.page;
  page.document = document.id;
  page.title = edition.title.empty() ? document.id : edition.title;
  page.language = edition.language;
  page.as_of = as_of_text_;
  page.iso_as_of = FormatDay(as_of_.at);
  page.as_of_year = as_of_year_;
  page.iso_version = FormatDate(edition.valid);
  page.in_force = edition.basis == Basis::kInForce;
  page.recorded = recorded_;
  page.commit = *commit_;
  page.source_url = capture.source_url;
  page.media_type = MediaTypeOf(document.id, capture);
  page.index_href = PageLink(PagePath(document.id), "index.html");
  for (size_t i = 0; i < sections.size(); ++i) {
    const auto& [lineage, section] = sections[i];
    page.sections.push_back({.lineage = lineage.value,
                             .depth_levels = section.depth_levels,
                             .number = section.number,
                             .title = section.title,
                             .body = section.body,
                             .teaser = section.teaser,
                             .since = SinceText(history[origins[i]].edition)});
  }
  LifeCollector collector(*this, page);
  const auto take = [&](const ChangeLogStep& step) {
    if (also) MURAGAT_RETURN_IF_ERROR(also(step));
    return collector.Take(step);
  };
  MURAGAT_RETURN_IF_ERROR(WalkChanges(reader_, history, 0, as_of_.known_at, take));
  built.entry = {.document = page.document,
                 .title = page.title,
                 .language = page.language,
                 .href = PageLink("index.html", PagePath(document.id)),
                 .since = FormatDateForReaders(edition.valid),
                 .editions = history.size(),
                 .sections = edition.sections.size()};
  return built;
}

Result<std::string> MediaTypeOfEdition(const Reader& reader, const std::string& document,
                                       const Edition& edition) {
  MURAGAT_ASSIGN_OR_RETURN(const Capture capture, reader.ReadCapture(edition));
  return MediaTypeOf(document, capture);
}

std::string PagePath(const std::string& document) { return "documents/" + PageFileName(document); }

}  // namespace muragat::tools
