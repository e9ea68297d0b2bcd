#include "bench/diffs/count.h"

#include <fstream>

#include "bench/diffs/text_file.h"
#include "muragat/diff/text_diff.h"
#include "muragat/diff/token_interner.h"
#include "muragat/text/words.h"

namespace muragat::bench {
namespace {

// Writes the numbers of a text's tokens; returns, by offset, whether a token ends there.
Result<std::vector<bool>> WriteTokens(std::string_view text, TokenInterner& interner,
                                      const std::string& path) {
  std::ofstream out(path);
  std::vector<bool> ends(text.size() + 1);
  size_t at = 0;
  for (const Token& token : CutWords(text)) {
    out << interner.Intern(text.substr(at, token.size_bytes)) << '\n';
    ends[at += token.size_bytes] = true;
  }
  if (!out.flush()) return Status::Io("cannot write " + path);
  return ends;
}

uint64_t CountEnds(const std::vector<bool>& ends, size_t begin, size_t end) {
  uint64_t count = 0;
  for (size_t at = begin; at < end; ++at) count += ends[at + 1] ? 1U : 0U;
  return count;
}

struct Tokens {
  std::vector<bool> older, newer;  // by offset, whether a token ends there
};

// How many tokens a script takes and brings.
Result<uint64_t> CountTokens(const EditScript& script, const Tokens& tokens, const std::string& older,
                             const std::string& newer) {
  MURAGAT_ASSIGN_OR_RETURN(const std::string text, ApplyScript(script, older));
  if (text != newer) return Status::Corruption("the script does not give the new text");
  uint64_t count = 0;
  size_t older_at = 0, newer_at = 0;
  for (const Edit& edit : script) {
    const size_t size = edit.size_bytes;
    if (edit.kind != EditKind::kInsert) {
      if (edit.kind == EditKind::kDelete) count += CountEnds(tokens.older, older_at, older_at + size);
      older_at += size;
    }
    if (edit.kind != EditKind::kDelete) {
      if (edit.kind == EditKind::kInsert) count += CountEnds(tokens.newer, newer_at, newer_at + size);
      newer_at += size;
    }
    if ((older_at != 0 && !tokens.older[older_at]) || (newer_at != 0 && !tokens.newer[newer_at])) {
      return Status::Corruption("the script cuts within a token");
    }
  }
  return count;
}

}  // namespace

Status CountDiffs(const std::string& folder, int pairs, std::ostream& out) {
  for (int pair = 0; pair < pairs; ++pair) {
    const std::string path = folder + "/" + std::to_string(pair);
    MURAGAT_ASSIGN_OR_RETURN(const std::string older, ReadTextFile(path + ".older"));
    MURAGAT_ASSIGN_OR_RETURN(const std::string newer, ReadTextFile(path + ".newer"));
    TokenInterner interner;
    Tokens tokens;
    MURAGAT_ASSIGN_OR_RETURN(tokens.older, WriteTokens(older, interner, path + ".older.words"));
    MURAGAT_ASSIGN_OR_RETURN(tokens.newer, WriteTokens(newer, interner, path + ".newer.words"));
    const TextDiff diff = DiffText(older, newer);
    MURAGAT_ASSIGN_OR_RETURN(const uint64_t changed, CountTokens(diff.script, tokens, older, newer));
    MURAGAT_ASSIGN_OR_RETURN(const uint64_t readable,
                             CountTokens(MakeReadable(diff.script, older, newer), tokens, older, newer));
    out << changed << ' ' << readable << ' '
        << CountEnds(tokens.older, 0, older.size()) + CountEnds(tokens.newer, 0, newer.size()) << '\n';
  }
  return {};
}

}  // namespace muragat::bench
