// What libFuzzer calls: the target that the environment's MURAGAT_FUZZ_TARGET names.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const muragat::fuzz::Target* const target = [] {
    const char* const name = std::getenv("MURAGAT_FUZZ_TARGET");
    const auto targets = muragat::fuzz::Targets();
    const auto found = std::ranges::find(targets, name == nullptr ? "" : name, &muragat::fuzz::Target::name);
    if (found != targets.end()) return &*found;
    std::fputs("MURAGAT_FUZZ_TARGET names no target\n", stderr);
    std::exit(2);
  }();
  target->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
