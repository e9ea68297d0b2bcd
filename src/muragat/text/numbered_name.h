#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muragat {

// What a section is called, with a whole number in it: "Article 50", "50-бап", "第5条".
struct NumberedName {
  std::string before;
  uint32_t number = 0;
  std::string behind;

  std::string Name() const { return before + std::to_string(number) + behind; }
  friend bool operator==(const NumberedName&, const NumberedName&) = default;
};

// Reads a name that holds digits once, without a zero before them and at most eight of them, and no mark of
// quotation. Nothing where it is another one ("Article 50-1", "Article 1 (s12)").
std::optional<NumberedName> ReadNumberedName(std::string_view name);

// "Articles" for "Article 50"; empty where the word is not English or has another plural.
std::string PluralOf(const NumberedName& name);

// The word before the number for such a plural: "Article " for "Articles"; empty where it is none.
std::string SingularOf(std::string_view plural);

}  // namespace muragat
