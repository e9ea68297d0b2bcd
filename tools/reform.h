#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

// Lists all reforms by date.
Result<ExitCode> RunReformList(Context& context);

// Lists every section that a reform touched, with words in and out. `name` is an id or the title of a single
// reform.
Result<ExitCode> RunReformShow(const std::string& name, const std::string& known_at, Context& context);

struct ReformAddOptions {
  std::string title;
  std::string date;
  bool dry_run = false;
};

// Records a reform that has brought nothing yet.
Result<ExitCode> RunReformAdd(const ReformAddOptions& options, Context& context);

// The one reform that `name` names. Errors: kNotFound; kInvalidArgument: several have that title (listed).
Result<ReformNumber> RequireReform(const Reader& reader, const std::string& name);

}  // namespace muragat::tools
