// What holds of any two texts: the script turns the one into the other, and so does the readable one.
// MURAGAT_PAIRS says how many pairs are drawn, MURAGAT_SEED from which seed (scripts/campaign.sh).
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "muragat/diff/text_diff.h"
#include "tests/diff/script_laws.h"

namespace muragat {
namespace {

uint32_t NumberFrom(const char* variable, uint32_t otherwise) {
  const char* const given = std::getenv(variable);
  return given == nullptr ? otherwise : static_cast<uint32_t>(std::strtoul(given, nullptr, 10));
}

std::vector<std::string> Alphabet(uint32_t which) {
  switch (which) {
    case 0:
      return {"the ", "law ", "of ", "Majilis ", "107 ", "98", ". ", ",", "\n", "\n\n", "a"};
    case 1:
      return {"заң ", "бап ", "Құқық", "ұлт ", "і", ". ", "\n", "50-", "№ ", "— "};
    case 2:
      return {"第", "五", "十", "条", "。", "国", "，", "\n", "カナ", "ไทย", "กำ"};
    case 3:
      return {"👍", "🏽", "🇰", "🇿", "\u200d", "👩", "👧", "\u0301", "e", "\ufe0f", " ", "\r", "\n", "©"};
    case 4:
      return {"المادة ", "الأولى", " ", "\u0600", "שלום", "\"", "_", "़", "क्ष", ".", "\n", "5 ", "a "};
    case 5:
      return {"One line.\n", "Another one, longer.\n", "\n", "* item\n", "Бап 5. Заң\n", "a", " b", "\r\n"};
    default:
      return {"\xff", "\xd0", "\xb8", "\xe4", "a", " ", "\n", "\u0301", "ж", std::string(1, '\0')};
  }
}
constexpr uint32_t kAlphabets = 7;

std::string RandomText(std::mt19937& random, const std::vector<std::string>& alphabet, size_t pieces) {
  std::string text;
  for (size_t i = 0; i < pieces; ++i) text += alphabet[random() % alphabet.size()];
  return text;
}

// A text with a few pieces put in and taken out anywhere, inside characters too.
std::string Mangle(std::mt19937& random, const std::vector<std::string>& alphabet, std::string text) {
  for (size_t i = random() % 4; i > 0; --i) {
    const size_t at = text.empty() ? 0 : random() % text.size();
    if (random() % 2 == 0) {
      text.erase(at, random() % 6);
    } else {
      text.insert(at, alphabet[random() % alphabet.size()]);
    }
  }
  return text;
}

TEST(DiffLaws, AnyTextTurnsIntoAnyOtherAndBack) {
  const uint32_t seed = NumberFrom("MURAGAT_SEED", 20230319), pairs = NumberFrom("MURAGAT_PAIRS", 7000);
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  for (uint32_t pair = 0; pair < pairs; ++pair) {
    const auto alphabet = Alphabet(pair % kAlphabets);
    // One text in sixteen is long enough to be looked at in several parts.
    const size_t most = random() % 16 == 0 ? 400 : 60;
    const std::string older = RandomText(random, alphabet, random() % most);
    const std::string newer =
        random() % 2 == 0 ? Mangle(random, alphabet, older) : RandomText(random, alphabet, random() % most);
    DiffOptions options{.unit = static_cast<DiffUnit>(random() % 3)};
    if (random() % 4 == 0) options.max_edits = static_cast<uint32_t>(random() % 6);
    ASSERT_NO_FATAL_FAILURE(support::ExpectScriptsTurn(older, newer, options)) << "pair " << pair;
    ASSERT_NO_FATAL_FAILURE(support::ExpectScriptsTurn(newer, older, options)) << "pair " << pair << ", back";
  }
  RecordProperty("pairs", static_cast<int>(pairs));
}

}  // namespace
}  // namespace muragat
