#include "muragat/text/glob.h"

#include "muragat/text/utf8.h"

namespace muragat {

bool MatchesGlob(std::string_view glob, std::string_view text) {
  size_t g = 0, i = 0, star = std::string_view::npos, restart = 0;
  while (i < text.size()) {
    size_t next = i;
    DecodeUtf8(text, next);
    if (g < glob.size() && glob[g] == '*') {
      star = ++g;
      restart = i;
    } else if (g < glob.size() && glob[g] == '?') {
      ++g;
      i = next;
    } else if (g < glob.size() && glob[g] == text[i]) {
      ++g;
      ++i;
    } else if (star != std::string_view::npos) {
      g = star;
      i = ++restart;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

}  // namespace muragat
