#include "import/git_message.h"

#include <algorithm>

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

// The paragraph that `message` begins with, on one line.
std::string SubjectOf(std::string_view message) {
  message = TrimBlank(message);
  const std::string_view paragraph = message.substr(0, std::min(message.find("\n\n"), message.size()));
  std::string out;
  for (size_t at = 0; at < paragraph.size();) {
    const char32_t c = DecodeUtf8(paragraph, at);
    AppendUtf8(out, IsControl(c) ? U' ' : c);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
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
  read.has_reform = reform || !read.valid;
  return read;
}

}  // namespace muragat::import
