#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace muragat {

// The low 32 bits of XXH3-64 of `bytes`, seed 0: a check against damage, no proof against a forger.
// The value is stored in archives and never changes. Source: xxHash specification, 0.8.
uint32_t Checksum32(std::string_view bytes);

// XXH3-64 of `bytes`, seed 0: for tables in memory.
uint64_t Hash64(std::string_view bytes);

// XXH3-64, seed 0, of bytes that come in pieces. Thread-safety: one thread.
class HashStream {
 public:
  HashStream();
  ~HashStream();
  void Append(std::string_view bytes);
  uint64_t Hash() const;  // of everything appended so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace muragat
