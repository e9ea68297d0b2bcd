#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

namespace muragat::integrity {

// How often a campaign does its thing: what the environment says, else `usual`. scripts/campaigns.sh runs the
// long ones.
inline uint64_t CountFrom(const char* variable, uint64_t usual) {
  const char* const text = std::getenv(variable);
  return text != nullptr && *text != '\0' ? std::strtoull(text, nullptr, 10) : usual;
}

// Where a campaign begins; MURAGAT_SEED repeats one.
inline uint64_t Seed(uint64_t usual) { return CountFrom("MURAGAT_SEED", usual); }

// What a campaign did, for its log.
inline void Report(const std::string& line) { std::cout << "campaign: " << line << std::endl; }

}  // namespace muragat::integrity
