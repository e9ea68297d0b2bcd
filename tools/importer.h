#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/archive_reader.h"
#include "import/html.h"
#include "import/manifest.h"
#include "import/state_reader.h"
#include "import/warc.h"
#include "muragat/text/time_zone.h"
#include "tools/import.h"
#include "tools/import_session.h"
#include "tools/input.h"
#include "tools/planned_file.h"

namespace muragat::tools {

// One run of `import` over its paths. Thread-safety: one thread.
class Importer {
 public:
  // `options` and `context` must outlive it.
  Importer(const ImportOptions& options, Context& context);

  // Errors: as RunImport.
  Result<ExitCode> Run();

 private:
  Status ParseDates();
  Status ImportPath(const std::string& path);
  Status ImportInput(const std::string& path, const FileFacts& facts, InputFormat format, Input& input);
  // What the command line says, and where it does not, the name of the file.
  Result<FileFacts> FactsOfFile(const std::string& path);
  FileFacts GivenFacts() const;

  // --- importer_files.cc: one document a file
  Status ImportFile(const std::string& path, const FileFacts& facts, InputFormat format, Input& input);
  Status ImportAkn(const std::string& path, const FileFacts& facts, Input& input);
  Status CheckOneLanguage(const std::string& path, const std::string& id, const std::string& language);
  Status CheckNoTwin(const std::string& path, const State& state);
  Status ReadPage(const std::string& path, const FileFacts& facts, std::string bytes, State& state);

  // --- importer_folders.cc: many files
  Status ImportFolder(const std::string& path);
  // The file at `below` of the folder or archive called `root`. Errors: kInvalidArgument: two dates, or
  // another document than that of a file before, where --document names one.
  Result<FileFacts> FactsWithin(const std::string& root, const std::string& below);
  // Imports them in the order of their dates, those without one last; bad ones are named and passed over.
  // Errors: what is no fault of a file.
  Status ImportPlanned(std::vector<PlannedFile> files);
  Status ImportOne(PlannedFile& file);

  // --- importer_archives.cc: the files of zip and tar
  // `file` says where it lies: on disk, with a path below a folder. `input` is the same file, opened.
  Status ImportArchive(const PlannedFile& file, InputFormat format, Input& input);
  // The file `entry` of the archive at `place`, called `root` and found in `folder`; takes its bytes.
  Result<PlannedFile> PlanEntry(const std::string& place, const std::string& root, const std::string& folder,
                                import::ArchiveEntry& entry);

  // --- importer_manifest.cc: files that a table names
  Status ImportManifest();
  Result<PlannedFile> PlanRow(const import::ManifestRow& row, const std::string& folder) const;
  void NotePassedOver(const std::string& path, const std::vector<std::string>& hidden) const;

  // --- importer_streams.cc: many states
  Status ImportJsonLines(const std::string& path, Input& input);
  // `input` says how far it is; it may be null.
  Status ImportStates(const std::string& path, InputFormat format, import::StateReader& reader,
                      const Input* input);
  Status ImportMediaWiki(const std::string& path, Input& input);
  // `bundle` null: `path` is a repository.
  Status ImportGit(const std::string& path, Input* bundle);
  Status ImportWarc(const std::string& path, Input& input);
  Status Take(const std::string& path, const std::string& place, InputFormat format, Result<State>& state);
  void Complete(State& state) const;
  Status RefuseNames(const std::string& what) const;
  Status CheckGoingOn(std::string_view what, uint64_t done, uint64_t total);

  import::HtmlOptions KnownOfPages() const;
  ValidDate Localise(const ValidDate& date) const { return zone_ ? zone_->ToCivilDay(date) : date; }
  ValidDate Today() const;
  void Refuse(const std::string& where, const Status& status);
  // A failure of reading `path`: damage to it is no damage to the archive.
  static Status OfInput(const std::string& path, const Status& status);

  const ImportOptions& options_;
  Context& context_;
  ImportSession session_;
  std::optional<TimeZone> zone_;
  std::optional<ValidDate> date_, captured_;
  uint64_t refused_ = 0;
  std::map<std::string, std::string> languages_;  // of acts, by their ids
  import::WarcMemory warc_memory_;                // of all paths
  std::optional<std::string> only_document_;      // of folders, by their paths, where --document names it
  std::map<std::pair<std::string, std::string>, std::string> twins_;  // by document and date: the file
};

}  // namespace muragat::tools
