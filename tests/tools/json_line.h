#pragma once

#include <optional>
#include <string>
#include <vector>

namespace muragat::tools {

// One line that the program wrote with --json.
class JsonLine {
 public:
  explicit JsonLine(const std::string& line) : line_(line) {}

  // Its fields in their order; empty where it is no JSON object.
  std::vector<std::string> Fields() const;
  // A field's text; nothing where it is null or not there.
  std::optional<std::string> Text(const std::string& field) const;
  // What the field `ops` makes of `older`; nothing where it does not fit, or is not as documented.
  std::optional<std::string> ApplyOps(const std::string& older) const;

 private:
  std::string line_;
};

}  // namespace muragat::tools
