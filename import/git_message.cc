#include "import/git_message.h"

#include <algorithm>

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

// The paragraph that `message` begins with, on one line.
std::string SubjectOf(std::string_view message) {
  message = TrimBlank(message);
  return OneLine(message.substr(0, std::min(message.find("\n\n"), message.size())));
}

}  // namespace

GitMessage ReadGitMessage(std::string_view message) {
  GitMessage read;
  read.subject = SubjectOf(message);
  while (message.ends_with('\n')) message.remove_suffix(1);
  const size_t last = message.rfind("\n\n");
  if (last == message.npos) return read;
  bool reform = false;
  for (std::string_view rest = message.substr(last + 2); !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.starts_with("Valid: ")) {
      if (const auto date = ParseDate(line.substr(7)); date.ok()) read.valid = *date;
    }
    read.seen = read.seen || line == "Basis: seen";
    reform = reform || line.starts_with("Reform-Id: ");
  }
  // As the export to git says that there is none.
  read.has_reform = reform || !read.valid || read.subject != "no reform";
  return read;
}

}  // namespace muragat::import
