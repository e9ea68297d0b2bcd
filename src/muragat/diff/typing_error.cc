#include "muragat/diff/typing_error.h"

#include <algorithm>
#include <string>
#include <vector>

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kMaxDistance = 2;
constexpr size_t kMinLetters = 3;

// Words that carry a rule by themselves, folded.
constexpr std::string_view kRuleWords =
    " after all and any aucun aucune avant before both can cannot could deux dix doit doivent drei "
    "each eight eighteen eighty ein eine either eleven et every except fifteen fifty first five "
    "forty four fourteen hundred if is kann kein keine least less many may mehr might million more "
    "most muss must neither never nicht nine nineteen ninety no non none nor not nothing nur oder "
    "ohne one only or ou over pas peut peuvent sans second seul seven seventeen seventy shall "
    "should six sixteen sixty soll some ten third thirteen thirty thousand three tous tout twelve "
    "twenty two under und une unless unter until vor vier will with within without would zehn zwei ";
constexpr std::string_view kCyrillicRuleWords =
    " алты бар без бес более болады бір все восемь два две двух девять десять до должен должна "
    "должно должны дейін екі емес если жеті жоқ және или кем кейін лишь менее может могут мүмкін не "
    "нельзя немесе нет ни но один одна он она они пять после рет семь сто сегіз тек тиіс только "
    "тоғыз три трех төрт четыре шесть әрбір үш барлық ";

bool CarriesRule(std::string_view word) {
  std::string spaced(1, ' ');
  spaced.append(word).push_back(' ');
  return kRuleWords.find(spaced) != std::string_view::npos ||
         kCyrillicRuleWords.find(spaced) != std::string_view::npos;
}

std::u32string Decode(std::string_view word) {
  std::u32string letters;
  for (size_t at = 0; at < word.size();) letters.push_back(DecodeUtf8(word, at));
  return letters;
}

// Letters put in, left out, changed, or swapped with their neighbour (optimal string alignment).
size_t Distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<size_t>> cost(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

bool IsTypingError(std::string_view wrong, std::string_view right) {
  if (wrong.size() > right.size() * 2 || right.size() > wrong.size() * 2 || wrong.size() > 256) return false;
  if (CarriesRule(wrong) || CarriesRule(right)) return false;
  const std::u32string a = Decode(wrong), b = Decode(right);
  const auto is_letter = [](char32_t c) { return IsLetter(c); };
  if (!std::all_of(a.begin(), a.end(), is_letter) || !std::all_of(b.begin(), b.end(), is_letter))
    return false;
  const size_t shorter = std::min(a.size(), b.size());
  if (shorter < kMinLetters) return false;
  const size_t distance = Distance(a, b);
  if (distance > kMaxDistance || distance * 3 > shorter) return false;
  const bool swapped =
      a.size() == b.size() && distance == 1 && std::is_permutation(a.begin(), a.end(), b.begin());
  return swapped || (a.front() == b.front() && a.back() == b.back());
}

}  // namespace muragat
