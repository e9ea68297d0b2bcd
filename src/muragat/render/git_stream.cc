#include "muragat/render/git_stream.h"

#include <algorithm>
#include <cstdint>

#include "muragat/text/ascii.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr std::string_view kCommitter = "Muragat <muragat@localhost>";

// A counted block of bytes.
std::string Data(std::string_view bytes) {
  return "data " + std::to_string(bytes.size()) + "\n" + std::string(bytes) + "\n";
}

std::string_view Trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::string WithoutBrackets(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == '<' || c == '>'; });
  return std::string(Trim(out));
}

// "Jane <jane@example.org>" as it is, "Jane" as "Jane <>".
std::string Identity(std::string_view author) {
  const std::string line = WithoutControls(author);
  const size_t open = line.find('<');
  if (open == std::string::npos || !line.ends_with('>')) return WithoutBrackets(line) + " <>";
  const std::string_view name = std::string_view(line).substr(0, open);
  return WithoutBrackets(name) + " <" + WithoutBrackets(std::string_view(line).substr(open)) + ">";
}

// A path as it may stand in a line: between quotation marks, as C writes a string, where git needs that.
std::string QuotePath(std::string_view path) {
  const auto needs_escape = [](char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  };
  const bool outer_blank = path.starts_with(' ') || path.ends_with(' ');
  if (!outer_blank && std::none_of(path.begin(), path.end(), needs_escape)) return std::string(path);
  std::string out = "\"";
  for (const char c : path) {
    if (c == '"' || c == '\\') {
      out.append({'\\', c});
    } else if (needs_escape(c)) {
      const auto byte = static_cast<uint8_t>(c);
      out.append({'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + (byte >> 3 & 7)),
                  static_cast<char>('0' + (byte & 7))});
    } else {
      out.push_back(c);
    }
  }
  return out + "\"";
}

// Whether a file system may take `part` for ".git": letter case, characters that are not seen, and what
// Windows drops at the end of a name do not count there, and "git~1" is its short name.
bool MayBeGitsOwn(std::string_view part) {
  std::string plain;
  for (size_t at = 0; at < part.size();) {
    const char32_t c = DecodeUtf8(part, at);
    if (c == ':' || c == '\\') break;
    if (!IsInvisibleFormat(c)) AppendUtf8(plain, c);
  }
  plain = LowerAscii(plain);
  while (plain.ends_with('.') || plain.ends_with(' ')) plain.pop_back();
  return plain == ".git" || plain == "git~1";
}

bool IsGitPart(std::string_view part) {
  return !part.empty() && part != "." && part != ".." && !MayBeGitsOwn(part) &&
         part.find('\0') == std::string_view::npos;
}

}  // namespace

std::string RenderGitCommit(const GitCommit& commit) {
  const std::string when =
      " " + std::to_string(std::max<int64_t>(commit.valid.first.unix_seconds(), 0)) + " +0000\n";
  std::string out = "commit refs/heads/main\n";
  if (!commit.authors.empty()) out += "author " + Identity(commit.authors.front()) + when;
  out += "committer " + std::string(kCommitter) + when;
  const bool named = !commit.reform.title.empty();
  std::string message = (named ? WithoutControls(commit.reform.title) : "no reform") + "\n\n";
  message += "Valid: " + FormatDate(commit.valid) + "\n";
  if (commit.seen) message += "Basis: seen\n";
  if (named) message += "Reform-Id: " + WithoutControls(commit.reform.id) + "\n";
  for (const GitRecorded& one : commit.recorded) {
    message += "Commit: " + std::to_string(one.commit.value) + "\n";
    message += "Recorded: " + FormatInstant(one.recorded) + "\n";
  }
  for (size_t i = 1; i < commit.authors.size(); ++i) {
    message += "Co-authored-by: " + Identity(commit.authors[i]) + "\n";
  }
  return out + Data(message);
}

std::string RenderGitFile(std::string_view path, std::string_view text) {
  return "M 100644 inline " + QuotePath(path) + "\n" + Data(text);
}

std::string RenderGitRemoval(std::string_view path) { return "D " + QuotePath(path) + "\n"; }

bool IsGitPath(std::string_view path) {
  for (size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    if (!IsGitPart(path.substr(0, slash))) return false;
    path.remove_prefix(slash + 1);
  }
  return IsGitPart(path);
}

}  // namespace muragat
