#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "import/html.h"
#include "import/state_reader.h"
#include "import/warc.h"
#include "muragat/text/time_zone.h"
#include "tools/import.h"
#include "tools/import_session.h"
#include "tools/input.h"

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

  // --- importer_files.cc: one document a file
  Status ImportFile(const std::string& path, InputFormat format, Input& input);
  Status ImportAkn(const std::string& path, Input& input);
  Status CheckOneLanguage(const std::string& path, const std::string& id, const std::string& language);
  Status ReadPage(const std::string& path, std::string bytes, State& state);

  // --- importer_streams.cc: many states
  Status ImportJsonLines(const std::string& path, Input& input);
  // `input` says how far it is; it may be null.
  Status ImportStates(const std::string& path, import::StateReader& reader, const Input* input);
  Status ImportMediaWiki(const std::string& path, Input& input);
  // `bundle` null: `path` is a repository.
  Status ImportGit(const std::string& path, Input* bundle);
  Status ImportWarc(const std::string& path, Input& input);
  Status Take(const std::string& path, const std::string& place, Result<State>& state);
  void Complete(State& state) const;
  Status RefuseNames(const std::string& what) const;
  Status CheckGoingOn(uint64_t bytes_read, uint64_t size_bytes);

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
};

}  // namespace muragat::tools
