#include "tools/query.h"

#include <algorithm>
#include <charconv>

#include "muragat/text/fold.h"
#include "muragat/text/utf8.h"

namespace muragat::tools {

Result<Instant> ParseAsOf(const std::string& text, const Clock& clock) {
  if (text.empty() || text == "now") return clock.Now();
  MURAGAT_ASSIGN_OR_RETURN(const ValidDate date, ParseDate(text));
  return date.Last();
}

Result<CommitNumber> ParseKnownAt(const std::string& text, const Reader& reader) {
  if (text.empty()) return kLatestCommit;
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits) {
    MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, reader.LastCommit());
    uint32_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool may_be_year = text.size() == 4;
    const bool is_number = parsed.ec == std::errc() && number <= last.value;
    if (is_number && !(may_be_year && text.front() == '0')) return CommitNumber{number};  // 0988 is a year
    if (!may_be_year) {
      return Status::NotFound("there is no commit " + text + ": the last one is " +
                              std::to_string(last.value));
    }
  }
  MURAGAT_ASSIGN_OR_RETURN(const ValidDate date, ParseDate(text));
  return reader.FindCommit(date.Last());
}

Result<AsOf> ParseBoth(const std::string& as_of, const std::string& known_at, const Context& context,
                       const Reader& reader) {
  AsOf both;
  MURAGAT_ASSIGN_OR_RETURN(both.at, ParseAsOf(as_of, context.clock));
  MURAGAT_ASSIGN_OR_RETURN(both.known_at, ParseKnownAt(known_at, reader));
  return both;
}

Result<DocumentNumber> RequireDocument(const Reader& reader, const std::string& id) {
  MURAGAT_ASSIGN_OR_RETURN(const auto found, reader.FindDocument(id));
  if (found) return *found;
  MURAGAT_ASSIGN_OR_RETURN(const auto documents, reader.ListDocuments());
  const std::string folded = FoldCase(id);
  std::string message = "there is no document \"" + VisibleText(id) + "\"";
  for (const DocumentEntry& document : documents) {
    if (folded.empty() || FoldCase(document.id).find(folded) == std::string::npos) continue;
    return Status::NotFound(message + ": did you mean \"" + VisibleText(document.id) + "\"?");
  }
  return Status::NotFound(message + ": `muragat documents` lists what there is");
}

Result<Edition> RequireText(const Reader& reader, DocumentNumber document, const std::string& id,
                            const AsOf& as_of) {
  MURAGAT_ASSIGN_OR_RETURN(auto edition, reader.FindEdition(document, as_of.at, as_of.known_at));
  if (edition && !edition->removed) return *std::move(edition);
  const std::string where = "\"" + VisibleText(id) + "\" has no text on " + FormatInstant(as_of.at);
  if (edition) {
    return Status::NotFound(where + ": it was removed from " + FormatDate(edition->valid) +
                            " on: ask for a day before with --as-of");
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document, as_of.known_at));
  if (history.empty()) return Status::NotFound("\"" + VisibleText(id) + "\" has no text that was known then");
  return Status::NotFound(where + ": its first edition is of " + FormatDate(history.front().edition.valid));
}

Address ParseAddress(const std::string& text) {
  const auto decode = [](std::string_view part) {
    std::string out;
    for (size_t i = 0; i < part.size(); ++i) {
      const bool hash = part.substr(i, 3) == "%23", percent = part.substr(i, 3) == "%25";
      out.push_back(hash ? '#' : part[i]);
      if (hash || percent) i += 2;
    }
    return out;
  };
  const size_t hash = text.find('#');
  Address address{.document = decode(std::string_view(text).substr(0, hash))};
  if (hash != std::string::npos) address.section = decode(std::string_view(text).substr(hash + 1));
  return address;
}

std::string FormatAddress(const std::string& document, SectionNumber section) {
  std::string address;
  for (const char c : document) {
    if (c == '#' || c == '%') {
      address += c == '#' ? "%23" : "%25";
    } else {
      address += c;
    }
  }
  return address + "#" + LineageName(section);
}

std::optional<SectionNumber> ParseLineage(const std::string& name) {
  SectionNumber section;
  if (name.size() < 2 || name.front() != 's') return std::nullopt;
  const auto parsed = std::from_chars(name.data() + 1, name.data() + name.size(), section.value);
  if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size() || section.value == 0)
    return std::nullopt;
  return section;
}

std::string LineageName(SectionNumber section) { return "s" + std::to_string(section.value); }

std::vector<std::string> LineageNames(const std::vector<SectionNumber>& sections) {
  std::vector<std::string> names;
  for (const SectionNumber section : sections) names.push_back(LineageName(section));
  return names;
}

bool MatchesAny(const std::vector<std::string>& globs, std::string_view id) {
  return globs.empty() || std::any_of(globs.begin(), globs.end(), [id](const std::string& glob) {
           return MatchesGlob(glob, id) || glob == id;
         });
}

namespace {

// In the order of their numbers.
Result<std::vector<DocumentEntry>> FindDocuments(const Reader& reader,
                                                 const std::vector<std::string>& globs) {
  MURAGAT_ASSIGN_OR_RETURN(auto documents, reader.ListDocuments());
  std::erase_if(documents, [&](const DocumentEntry& document) { return !MatchesAny(globs, document.id); });
  return documents;
}

void SortById(std::vector<DocumentEntry>& documents) {
  std::sort(documents.begin(), documents.end(),
            [](const DocumentEntry& a, const DocumentEntry& b) { return a.id < b.id; });
}

}  // namespace

Result<std::vector<DocumentEntry>> SelectDocuments(const Reader& reader,
                                                   const std::vector<std::string>& globs) {
  MURAGAT_ASSIGN_OR_RETURN(auto documents, FindDocuments(reader, globs));
  SortById(documents);
  return documents;
}

Result<std::vector<DocumentEntry>> SelectTexts(const Reader& reader, const std::vector<std::string>& globs,
                                               const AsOf& as_of) {
  // Editions are stored in the order of the documents' numbers.
  MURAGAT_ASSIGN_OR_RETURN(auto documents, FindDocuments(reader, globs));
  std::vector<DocumentEntry> with_text;
  for (DocumentEntry& document : documents) {
    MURAGAT_ASSIGN_OR_RETURN(const auto edition,
                             reader.FindUntitled(document.number, as_of.at, as_of.known_at));
    if (edition && !edition->removed) with_text.push_back(std::move(document));
  }
  SortById(with_text);
  return with_text;
}

}  // namespace muragat::tools
