#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/context.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
class Option;
}  // namespace CLI

namespace muragat::tools {

// An option, a flag or an argument of a verb. A handle, good as long as the command line that it is part of.
class VerbOption {
 public:
  explicit VerbOption(CLI::Option& option) : option_(&option) {}

  VerbOption Required() const;
  // Takes these values only.
  VerbOption OneOf(const std::vector<std::string>& values) const;
  // Takes numbers from `least` to `most`.
  VerbOption Within(uint64_t least, uint64_t most) const;
  // Takes so many values, which --help calls `names`.
  VerbOption Takes(int values, const std::string& names) const;
  // Is not given together with `other`.
  VerbOption Excludes(const VerbOption& other) const;
  // --help says what the value is where it is not given.
  VerbOption ShowsDefault() const;

 private:
  CLI::Option* option_;
};

// A verb, or the program, whose verbs are the others. A handle, as above. CLI11 reads the command line; its
// header is read by few files only, since it costs more than all else in a verb's.
class Verb {
 public:
  // The verb that is given sets `action`, which must outlive the command line.
  Verb(CLI::App& app, Action& action) : app_(&app), action_(&action) {}

  Verb Add(const std::string& name, const std::string& purpose) const;

  // An option (its names: "-o,--output") or an argument ("DOC"), whose value goes to `value`.
  VerbOption Option(const std::string& names, std::string& value, const std::string& help) const;
  VerbOption Option(const std::string& names, std::vector<std::string>& values,
                    const std::string& help) const;
  VerbOption Option(const std::string& names, size_t& value, const std::string& help) const;
  VerbOption Option(const std::string& names, uint32_t& value, const std::string& help) const;
  // The same, where it makes a difference whether nothing is given or an empty text.
  VerbOption Option(const std::string& names, std::optional<std::string>& value,
                    const std::string& help) const;
  VerbOption Flag(const std::string& names, bool& given, const std::string& help) const;
  // A flag that changes nothing.
  VerbOption Flag(const std::string& names, const std::string& help) const;

  // What --help ends with: an example and the exit codes.
  void Explain(const std::string& text) const;
  // One of its verbs must be given.
  void RequireVerb() const;

  // What it does.
  void Run(Action action) const;
  template <typename Options>
  void Run(std::shared_ptr<Options> options, Result<ExitCode> (*run)(const Options&, Context&)) const {
    Run([options = std::move(options), run](Context& context) { return run(*options, context); });
  }
  void Run(std::shared_ptr<bool> option, Result<ExitCode> (*run)(bool, Context&)) const {
    Run([option = std::move(option), run](Context& context) { return run(*option, context); });
  }

 private:
  CLI::App* app_;
  Action* action_;
};

}  // namespace muragat::tools
