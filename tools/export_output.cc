#include "tools/export_output.h"

#include "muragat/base/huge_pages.h"
#include "tools/file_writer.h"

namespace muragat::tools {

Status ReportExport(const Context& context, std::string_view unit, uint64_t done, uint64_t total) {
  context.progress.Report(unit, done, total);
  return context.progress.Cancelled() ? Status::Cancelled("interrupted: nothing was left behind")
                                      : Status::Ok();
}

Status WriteStream(const ExportOptions& options, Context& context,
                   const std::function<Status(std::ostream&)>& write) {
  if (options.output.empty()) return write(context.out);
  MURAGAT_ASSIGN_OR_RETURN(auto file, FileWriter::Begin(options.output, options.force));
  MURAGAT_RETURN_IF_ERROR(write(file.stream()));
  return file.Finish();
}

void PrepareForDocuments(size_t documents) {
  constexpr size_t kManyDocuments = 1000, kHeapBytes = size_t{64} << 20;
  if (documents >= kManyDocuments) GrowHeapInHugePages(kHeapBytes);
}

ExitCode NothingToExport(const Context& context) {
  context.Note(
      "muragat: nothing is exported: no document with text fits: `muragat documents` lists what there is");
  return ExitCode::kNo;
}

Status RequireOneDocument(size_t documents) {
  if (documents <= 1) return Status::Ok();
  return Status::InvalidArgument("several documents fit: name a folder with -o, or one document");
}

}  // namespace muragat::tools
