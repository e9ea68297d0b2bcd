#include "bench/parts/made_up_history.h"

#include <random>
#include <vector>

#include "muragat/base/date.h"

namespace muragat::bench {
namespace {

constexpr uint32_t kSeed = 20;
constexpr int kSections = 12;
constexpr int kSentences = 8;        // in a section
constexpr int kMonth = 30 * 86'400;  // seconds

class Author {
 public:
  size_t Below(size_t end) { return engine_() % end; }

  std::string Sentence() {
    static const std::vector<std::string> kWords = {
        "the",   "council", "shall",  "a",      "citizen", "may",   "not",    "within", "days",   "of",
        "law",   "public",  "office", "notice", "in",      "force", "budget", "region", "report", "and",
        "court", "to",      "by",     "every",  "right",   "state", "decree", "term",   "member", "elected"};
    std::string sentence = "Whereas";
    for (size_t i = 0, words = 8 + Below(12); i < words; ++i) sentence += " " + kWords[Below(kWords.size())];
    return sentence + ". ";
  }

 private:
  std::mt19937 engine_{kSeed};
};

using Sections = std::vector<std::vector<std::string>>;

// As the body of a JSON line: line feeds are escaped, nothing else needs to be.
std::string BodyOf(const Sections& sections) {
  std::string body = "# Policy\\n\\n";
  for (size_t i = 0; i < sections.size(); ++i) {
    body +=
        "## Section " + std::to_string(i + 1) + ". On matters of kind " + std::to_string(i + 1) + "\\n\\n";
    for (const std::string& sentence : sections[i]) body += sentence;
    body += "\\n\\n";
  }
  return body;
}

}  // namespace

std::string MakeUpHistory(int documents, int states) {
  Author author;
  std::vector<Sections> texts(static_cast<size_t>(documents), Sections(kSections));
  for (Sections& text : texts) {
    for (auto& section : text) {
      for (int i = 0; i < kSentences; ++i) section.push_back(author.Sentence());
    }
  }
  std::string lines;
  for (int state = 0; state < states; ++state) {
    const Instant date = Instant::FromUnixSeconds(int64_t{state} * kMonth);
    for (size_t document = 0; document < texts.size(); ++document) {
      for (int change = 0; state > 0 && change < 3; ++change) {
        auto& section = texts[document][author.Below(kSections)];
        section[author.Below(section.size())] = author.Sentence();
      }
      lines += "{\"document\":\"policy/" + std::to_string(document) + ".md\",\"date\":\"" +
               FormatInstant(date) + "\",\"reform\":\"Reform " + std::to_string(state) +
               "\",\"author\":\"Council\",\"body\":\"" + BodyOf(texts[document]) + "\"}\n";
    }
  }
  return lines;
}

}  // namespace muragat::bench
