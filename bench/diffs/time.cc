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
  std::vector<double> diff_seconds, readable_seconds;
  bool coarse = false;
  for (int round = 0; round < rounds; ++round) {
    const auto began = Clock::now();
    const TextDiff diff = DiffText(older, newer);
    const auto middle = Clock::now();
    const EditScript readable = MakeReadable(diff.script, older, newer);
    const auto ended = Clock::now();
    diff_seconds.push_back(std::chrono::duration<double>(middle - began).count());
    readable_seconds.push_back(std::chrono::duration<double>(ended - middle).count());
    coarse = diff.coarse;
    MURAGAT_ASSIGN_OR_RETURN(const std::string text, ApplyScript(readable, older));
    if (text != newer) return Status::Corruption("the script does not give the new text");
  }
  out << '{';
  WriteSeconds("diff", diff_seconds, out);
  out << ", ";
  WriteSeconds("readable", readable_seconds, out);
  out << ", \"coarse\": " << (coarse ? "true" : "false") << "}\n";
  return {};
}

}  // namespace muragat::bench
