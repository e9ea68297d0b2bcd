#include "bench/reading/section_question.h"

#include <fstream>
#include <random>

#include "muragat/base/sha256.h"

namespace muragat::bench {
namespace {

std::string ToHex(const std::string& bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    hex += kDigits[static_cast<uint8_t>(c) >> 4];
    hex += kDigits[static_cast<uint8_t>(c) & 15];
  }
  return hex;
}

}  // namespace

Result<std::vector<SectionQuestion>> DrawSections(const Reader& reader,
                                                  const std::vector<Question>& questions, uint32_t seed) {
  std::mt19937 engine(seed);
  std::vector<SectionQuestion> drawn;
  for (const Question& question : questions) {
    MURAGAT_ASSIGN_OR_RETURN(const auto document, reader.FindDocument(question.document));
    if (!document) return Status::NotFound("no document " + question.document);
    MURAGAT_ASSIGN_OR_RETURN(const auto edition, reader.FindEdition(*document, question.at));
    if (!edition || edition->sections.empty()) continue;
    MURAGAT_ASSIGN_OR_RETURN(const auto sections, reader.ReadSections(*edition));
    const size_t place = engine() % sections.size();
    if (sections[place].lineage != edition->sections[place].section) continue;
    drawn.push_back({.document = question.document,
                     .at = question.at,
                     .lineage = sections[place].lineage,
                     .ref = edition->sections[place],
                     .text = sections[place].section.Text()});
  }
  return drawn;
}

Status WriteSectionQuestions(const std::vector<SectionQuestion>& questions, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  for (const SectionQuestion& question : questions) {
    out << AddressOf(question.document) << "#s" << question.lineage.value << '\t'
        << FormatInstant(question.at) << '\t' << question.text.size() << '\t' << ToHex(Sha256(question.text))
        << '\n';
  }
  out.close();
  return out ? Status::Ok() : Status::Io("cannot write " + path);
}

}  // namespace muragat::bench
