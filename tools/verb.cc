#include "tools/verb.h"

#include <utility>

#include <CLI/CLI.hpp>

namespace muragat::tools {

VerbOption VerbOption::Required() const {
  option_->required();
  return *this;
}

VerbOption VerbOption::OneOf(const std::vector<std::string>& values) const {
  option_->check(CLI::IsMember(values));
  return *this;
}

VerbOption VerbOption::Within(uint64_t least, uint64_t most) const {
  option_->check(CLI::Range(least, most));
  return *this;
}

VerbOption VerbOption::Takes(int values, const std::string& names) const {
  option_->expected(values)->type_name(names);
  return *this;
}

VerbOption VerbOption::Excludes(const VerbOption& other) const {
  option_->excludes(other.option_);
  return *this;
}

VerbOption VerbOption::ShowsDefault() const {
  option_->capture_default_str();
  return *this;
}

Verb Verb::Add(const std::string& name, const std::string& purpose) const {
  return {*app_->add_subcommand(name, purpose), *action_};
}

VerbOption Verb::Option(const std::string& names, std::string& value, const std::string& help) const {
  return VerbOption(*app_->add_option(names, value, help));
}

VerbOption Verb::Option(const std::string& names, std::vector<std::string>& values,
                        const std::string& help) const {
  return VerbOption(*app_->add_option(names, values, help));
}

VerbOption Verb::Option(const std::string& names, size_t& value, const std::string& help) const {
  return VerbOption(*app_->add_option(names, value, help));
}

VerbOption Verb::Option(const std::string& names, uint32_t& value, const std::string& help) const {
  return VerbOption(*app_->add_option(names, value, help));
}

VerbOption Verb::Option(const std::string& names, std::optional<std::string>& value,
                        const std::string& help) const {
  return VerbOption(*app_->add_option_function<std::string>(
      names, [&value](const std::string& given) { value = given; }, help));
}

VerbOption Verb::Flag(const std::string& names, bool& given, const std::string& help) const {
  return VerbOption(*app_->add_flag(names, given, help));
}

VerbOption Verb::Flag(const std::string& names, const std::string& help) const {
  return VerbOption(*app_->add_flag(names)->description(help));
}

void Verb::Explain(const std::string& text) const { app_->footer(text); }

void Verb::RequireVerb() const { app_->require_subcommand(1); }

void Verb::Run(Action action) const {
  app_->callback([to = action_, action = std::move(action)] { *to = action; });
}

}  // namespace muragat::tools
