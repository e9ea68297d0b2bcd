#include "bench/search/phrases.h"

#include <algorithm>
#include <map>
#include <vector>

#include <nlohmann/json.hpp>

#include "bench/search/cpu_time.h"
#include "muragat/search/phrase_history.h"
#include "muragat/store/archive.h"

namespace muragat::bench {
namespace {

struct Asked {
  std::string words;
  Phrase phrase;
  size_t intervals = 0;
  std::vector<int64_t> nanoseconds;  // the first is the first time
};

Status Ask(const Reader& reader, TextSketches& sketches, Asked& asked) {
  NoProgress progress;
  Status status;
  asked.nanoseconds.push_back(CpuNanoseconds([&] {
    const auto found = FindPhrase(reader, {asked.phrase, kLatestCommit, {}, &sketches}, progress);
    if (found.ok()) {
      asked.intervals = found->size();
    } else {
      status = found.status();
    }
  }));
  return status;
}

}  // namespace

Status TimePhrases(const std::string& path, uint32_t passes, std::istream& in, std::ostream& out) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, Archive::Open(path, Archive::Access::kRead));
  std::vector<Asked> all;
  for (std::string line; std::getline(in, line);) {
    MURAGAT_ASSIGN_OR_RETURN(Phrase phrase, ParsePhrase(line));
    all.push_back({line, std::move(phrase), 0, {}});
  }
  TextSketches sketches;
  for (uint32_t pass = 0; pass <= passes; ++pass) {
    for (Asked& asked : all) MURAGAT_RETURN_IF_ERROR(Ask(archive->reader(), sketches, asked));
  }
  for (Asked& asked : all) {
    const double first_ms = static_cast<double>(asked.nanoseconds.front()) / 1e6;
    const auto warm = asked.nanoseconds.begin() + (passes == 0 ? 0 : 1);
    const auto middle = warm + (asked.nanoseconds.end() - warm) / 2;
    std::nth_element(warm, middle, asked.nanoseconds.end());
    const nlohmann::ordered_json row{{"words", asked.words},
                                     {"intervals", asked.intervals},
                                     {"first_ms", first_ms},
                                     {"warm_ms", static_cast<double>(*middle) / 1e6}};
    out << row.dump() << '\n';
  }
  return Status::Ok();
}

namespace {

// How often bytes are in what a document says at an instant, as git counts them.
Result<size_t> CountIn(const Reader& reader, const std::string& document, Instant at,
                       const std::string& bytes) {
  MURAGAT_ASSIGN_OR_RETURN(const auto text, reader.FindText(document, at));
  size_t count = 0;
  for (size_t place = 0; text && (place = text->find(bytes, place)) != std::string::npos; ++count)
    place += bytes.size();
  return count;
}

}  // namespace

Status ListBoundaries(const std::string& path, std::istream& in, std::ostream& out) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, Archive::Open(path, Archive::Access::kRead));
  const Reader& reader = archive->reader();
  NoProgress progress;
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_string()) return Status::InvalidArgument("a line is no JSON string");
    const auto bytes = json.get<std::string>();
    MURAGAT_ASSIGN_OR_RETURN(Phrase phrase, MakeBytesPhrase(bytes));
    MURAGAT_ASSIGN_OR_RETURN(const auto found, FindPhrase(reader, {phrase, kLatestCommit, {}}, progress));
    nlohmann::json at = nlohmann::json::array();
    for (const PhraseInterval& one : found) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string document, reader.ReadDocumentId(one.document));
      const auto add = [&](const ValidDate& date) -> Status {
        const Instant before = Instant::FromSeconds(date.first.seconds() - 1);
        MURAGAT_ASSIGN_OR_RETURN(const size_t earlier, CountIn(reader, document, before, bytes));
        MURAGAT_ASSIGN_OR_RETURN(const size_t later, CountIn(reader, document, date.first, bytes));
        at.push_back({document, FormatDate(date), earlier, later});
        return Status::Ok();
      };
      MURAGAT_RETURN_IF_ERROR(add(one.from));
      if (one.to) MURAGAT_RETURN_IF_ERROR(add(*one.to));
    }
    out << nlohmann::json{{"bytes", bytes}, {"at", std::move(at)}}.dump() << '\n';
  }
  return Status::Ok();
}

}  // namespace muragat::bench
