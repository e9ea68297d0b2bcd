#include "bench/diffs/time.h"

#include <chrono>
#include <vector>

#include "bench/diffs/text_file.h"
#include "muragat/diff/text_diff.h"

namespace muragat::bench {
namespace {

using Clock = std::chrono::steady_clock;

void WriteSeconds(const char* name, const std::vector<double>& seconds, std::ostream& out) {
  out << '"' << name << "\": [";
  for (size_t i = 0; i < seconds.size(); ++i) out << (i == 0 ? "" : ", ") << seconds[i];
  out << ']';
}

}  // namespace

Status TimeDiff(const std::string& older_path, const std::string& newer_path, int rounds, std::ostream& out) {
  MURAGAT_ASSIGN_OR_RETURN(const std::string older, ReadTextFile(older_path));
  MURAGAT_ASSIGN_OR_RETURN(const std::string newer, ReadTextFile(newer_path));
  std::vector<double> seconds;
  bool coarse = false;
  for (int round = 0; round < rounds; ++round) {
    const auto began = Clock::now();
    const TextDiff diff = DiffReadably(older, newer);
    const auto ended = Clock::now();
    seconds.push_back(std::chrono::duration<double>(ended - began).count());
    coarse = diff.coarse;
    MURAGAT_ASSIGN_OR_RETURN(const std::string text, ApplyScript(diff.script, older));
    if (text != newer) return Status::Corruption("the script does not give the new text");
  }
  out << '{';
  WriteSeconds("readable", seconds, out);
  out << ", \"coarse\": " << (coarse ? "true" : "false") << "}\n";
  return {};
}

}  // namespace muragat::bench
