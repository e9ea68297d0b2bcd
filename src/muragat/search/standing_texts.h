#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "muragat/search/postings.h"
#include "muragat/store/reader.h"

namespace muragat {

// Which texts stand at an instant, and how many words they have, as far as somebody asked: for many questions
// about one instant. Thread-safety: one thread. The reader must outlive it. Memory: twelve bytes a section
// that was asked for, sixteen bytes a text of the archive.
class StandingTexts {
 public:
  StandingTexts(const Reader& reader, Instant at, CommitNumber known_at)
      : reader_(reader), version_(reader.view().version()), at_(at), known_at_(known_at) {}

  // Whether it still says what stands at this instant.
  bool IsOf(const Reader& reader, Instant at, CommitNumber known_at) const {
    return &reader == &reader_ && version_ && version_ == reader.view().version() && at == at_ &&
           known_at == known_at_;
  }

  // What stands of a document.
  struct Document {
    uint32_t begin = 0, end = 0;  // of its sections; equal: nothing stands
    uint32_t language = 0;        // see LanguageOf
    ValidDate from;               // its edition's date
  };
  // Good until the next call. Errors: as Reader. Cost: a look-up, and for the first time a seek.
  Result<const Document*> Find(DocumentNumber document);
  // The text of a section of it, under the lineage that it was recorded with; null where none stands.
  const SectionRef* FindSection(const Document& document, SectionNumber section) const;
  // All of its sections, by number.
  std::span<const SectionRef> SectionsOf(const Document& document) const {
    return std::span(refs_).subspan(document.begin, document.end - document.begin);
  }
  const std::string& LanguageOf(const Document& document) const { return languages_[document.language]; }

  // How many words a text has, by the index of words. Errors: kCorruption, kIo. Cost: a search; for the first
  // time of all lists of the index that count words.
  Result<uint32_t> CountWords(const SectionPlace& place, Ordinal ordinal);

 private:
  Status ReadLengths();
  uint32_t NumberLanguage(const std::string& language);

  const Reader& reader_;
  std::optional<uint64_t> version_;
  Instant at_;
  CommitNumber known_at_;
  std::vector<uint32_t> numbers_;  // by document: in `documents_`, plus 1; 0: nobody asked
  std::vector<Document> documents_;
  std::vector<SectionRef> refs_;
  std::vector<std::string> languages_;
  bool has_lengths_ = false;
  std::vector<Posting> lengths_;  // in order; each says how many words the text has
  size_t last_length_ = 0;        // where somebody looked last
};

}  // namespace muragat
