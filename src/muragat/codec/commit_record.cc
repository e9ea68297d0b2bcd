// commit := "muragat-commit 2" LF then, each `key SP value LF`: sequence recorded author program message
// records reforms links root state; of format 1: "muragat-commit 1" LF, without reforms and links, root and
// state are "-"
#include "muragat/codec/commit_record.h"

#include <charconv>
#include <optional>

namespace muragat {
namespace {

// Takes the line `key SP value LF` off the front of `text`; nothing where the front is no such line.
std::optional<std::string_view> TakeLine(std::string_view& text, std::string_view key) {
  const size_t end = text.find('\n');
  if (end == std::string_view::npos || end <= key.size()) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  if (!line.starts_with(key) || line[key.size()] != ' ') return std::nullopt;
  text.remove_prefix(end + 1);
  return line.substr(key.size() + 1);
}

template <typename Integer>
bool ParseNumber(std::string_view text, Integer& number) {
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
}

}  // namespace

std::string EncodeCommit(const CommitRecord& commit) {
  std::string out = commit.root ? "muragat-commit 2\n" : "muragat-commit 1\n";
  out += "sequence " + std::to_string(commit.sequence.value) + "\n";
  out += "recorded " + FormatInstant(commit.recorded) + "\n";
  out += "author " + commit.author + "\n";
  out += "program " + commit.program + "\n";
  out += "message " + commit.message + "\n";
  out += "records " + std::to_string(commit.records) + "\n";
  if (commit.root) {
    out += "reforms " + std::to_string(commit.reforms) + "\n";
    out += "links " + std::to_string(commit.links) + "\n";
  }
  out += "root " + (commit.root ? FormatDigest(*commit.root) : "-") + "\nstate -\n";
  return out;
}

Result<CommitRecord> DecodeCommit(std::string_view value) {
  const Status damaged = Status::Corruption("a commit record cannot be decoded");
  std::string_view rest = value;
  CommitRecord commit;
  const auto version = TakeLine(rest, "muragat-commit");
  const auto sequence = TakeLine(rest, "sequence"), recorded = TakeLine(rest, "recorded");
  const auto author = TakeLine(rest, "author"), program = TakeLine(rest, "program");
  const auto message = TakeLine(rest, "message"), records = TakeLine(rest, "records");
  if (!version || !sequence || !recorded || !author || !program || !message || !records) return damaged;
  if (*version == "2") {
    const auto reforms = TakeLine(rest, "reforms"), links = TakeLine(rest, "links");
    const auto root = TakeLine(rest, "root");
    if (!reforms || !links || !root || !ParseNumber(*reforms, commit.reforms) ||
        !ParseNumber(*links, commit.links) || !(commit.root = ParseDigest(*root))) {
      return damaged;
    }
  }
  const Result<ValidDate> instant = ParseDate(*recorded);
  if (!instant.ok() || !ParseNumber(*sequence, commit.sequence.value) ||
      !ParseNumber(*records, commit.records)) {
    return damaged;
  }
  commit.recorded = instant->first;
  commit.author = *author;
  commit.program = *program;
  commit.message = *message;
  if (EncodeCommit(commit) != value) return damaged;
  return commit;
}

}  // namespace muragat
