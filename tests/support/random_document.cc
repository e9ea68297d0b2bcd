#include "tests/support/random_document.h"

#include <string>
#include <vector>

namespace muragat::support {
namespace {

const std::vector<std::string>& Words() {
  static const std::vector<std::string> words = {"shall",   "law",     "deputies",  "Majilis", "67",
                                                 "percent", "қоғам",   "реформа",   "the",     "assembly",
                                                 "session", "article", "\"quota\"", "party",   "senate",
                                                 "§",       "\t",      "\r\n",      "\n\n",    "выборы"};
  return words;
}

std::string RandomText(Random& random, size_t words) {
  std::string text;
  for (; words > 0; --words) text += random.Pick(Words()) + (random.OneIn(9) ? "\n" : " ");
  return text;
}

Section RandomSection(Random& random) {
  Section section{.body = RandomText(random, random.Below(60)), .depth_levels = random.Below(3)};
  if (random.OneIn(8)) return section;
  section.title = random.Pick(Words()) + std::to_string(random.Below(40));
  section.heading = "## " + section.title + "\n";
  section.teaser = random.OneIn(10);
  if (random.OneIn(4)) section.number = std::to_string(random.Below(20));
  return section;
}

}  // namespace

Document RandomDocument(Random& random) {
  Document document{.language = random.OneIn(2) ? "kk" : "und"};
  for (size_t count = random.Below(8) + (random.OneIn(20) ? 0 : 1); count > 0; --count) {
    document.sections.push_back(RandomSection(random));
  }
  if (random.OneIn(2) && !document.sections.empty()) document.title = document.sections.front().title;
  return document;
}

Document ChangeDocument(const Document& document, Random& random) {
  Document changed = document;
  auto& sections = changed.sections;
  for (size_t steps = random.Below(3) + 1; steps > 0; --steps) {
    const size_t at = random.Below(sections.size() + 1);
    const auto place = sections.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random.Below(6)) {
      case 0:
        sections.insert(place, RandomSection(random));
        break;
      case 1:
        if (at < sections.size()) sections.erase(place);
        break;
      case 2:
        if (at < sections.size()) std::swap(sections[at], sections[random.Below(sections.size())]);
        break;
      case 3:
        if (at < sections.size())
          sections[at].title += "s", sections[at].heading = "# " + sections[at].title + "\n";
        break;
      default:
        if (at < sections.size()) {
          std::string& body = sections[at].body;
          size_t cut = body.find(' ', random.Below(body.size() + 1));
          if (cut == std::string::npos) cut = body.size();
          body.insert(cut, " " + RandomText(random, random.Below(4) + 1));
        }
    }
  }
  return changed;
}

}  // namespace muragat::support
