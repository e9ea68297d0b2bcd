// Times making and checking proofs in one process. Usage: prove_in_process ARCHIVE COUNT
// Proves the first section of the latest text of documents from all over the archive, each with a reader that
// has read nothing yet. Prints one JSON object: proofs, made_ms and made_ms_max, checked_ms and
// checked_ms_max (the median and the largest, of CPU time), bytes_max.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <span>
#include <vector>

#include "muragat/proof/text_proof.h"
#include "muragat/store/archive.h"
#include "muragat/store/prove.h"

namespace muragat::bench {
namespace {

int Fail(std::string_view what) {
  std::cerr << "prove_in_process: " << what << '\n';
  return EXIT_FAILURE;
}

double CpuMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double Median(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int Run(const std::string& path, size_t count) {
  const auto archive = Archive::Open(path, Archive::Access::kRead);
  if (!archive.ok()) return Fail(archive.status().message());
  const LogHead& head = (*archive)->head();
  if (!head.checkpoint() || !head.verifier_key()) return Fail("the archive has no signed checkpoint");
  const std::string& line = *head.verifier_key();
  const auto key = VerifierKey::Parse(line.substr(0, line.find('\n')));
  const auto documents = (*archive)->reader().ListDocuments();
  if (!key.ok() || !documents.ok()) return Fail("the archive is damaged");
  const size_t step = std::max<size_t>(documents->size() / count, 1);
  std::vector<double> made_ms, checked_ms;
  size_t bytes_max = 0;
  for (size_t i = 0; i < documents->size(); i += step) {
    const Reader reader((*archive)->database());
    const auto edition = reader.FindEdition((*documents)[i].number, Instant::Last());
    if (!edition.ok()) return Fail(edition.status().message());
    if (!*edition || (*edition)->sections.empty()) continue;
    double begin = CpuMs();
    const auto proof = ProveText(reader, **edition, 0, *head.checkpoint());
    if (!proof.ok()) return Fail(proof.status().message());
    const std::string bytes = RenderProof(*proof);
    made_ms.push_back(CpuMs() - begin);
    begin = CpuMs();
    const auto parsed = ParseProof(bytes);
    if (!parsed.ok() || !VerifyProof(*parsed, *key).ok()) return Fail("a proof does not hold");
    checked_ms.push_back(CpuMs() - begin);
    bytes_max = std::max(bytes_max, bytes.size());
  }
  if (made_ms.empty()) return Fail("there is nothing to prove");
  std::cout << "{\"proofs\": " << made_ms.size() << ", \"made_ms\": " << Median(made_ms)
            << ", \"made_ms_max\": " << made_ms.back() << ", \"checked_ms\": " << Median(checked_ms)
            << ", \"checked_ms_max\": " << checked_ms.back() << ", \"bytes_max\": " << bytes_max << "}\n";
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace muragat::bench

int main(int count, char** arguments) {
  const std::span<char*> all(arguments, static_cast<size_t>(count));
  if (all.size() != 3) return muragat::bench::Fail("usage: prove_in_process ARCHIVE COUNT");
  return muragat::bench::Run(all[1], std::max(std::strtoul(all[2], nullptr, 10), 1UL));
}
