#pragma once

#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "muragat/model/edition.h"
#include "muragat/store/lineage.h"

namespace muragat {

// How many earlier texts of a section are looked through for one that has come back.
constexpr uint32_t kReturningTexts = 32;

// What a stored text is known by without reading it.
struct TextMark {
  uint32_t checksum = 0;
  uint32_t text_bytes = 0;
  uint8_t chain_length = 0;
};

// The latest texts of a lineage, the last kReturningTexts at most, oldest first.
struct LineageTail {
  uint32_t next_ordinal = 0;  // 0: nothing is known yet
  uint32_t place = 0;         // in the neighbour that is held: where the lineage stands, if it does
  std::vector<TextMark> marks;

  const TextMark& MarkOf(uint32_t ordinal) const { return marks[ordinal + marks.size() - next_ordinal]; }
};

// The end of a document's history, as far as a writer has it at hand: what is needed to record a state that
// is later than all others without reading anything.
struct DocumentTail {
  DocumentNumber number;
  bool read = false;      // whether the following is filled in
  bool empty = true;      // nothing of the document is stored
  ValidDate last;         // no edition, removal or withdrawal has a later valid date
  bool has_text = false;  // some edition has text; the last of these is `text`
  Neighbour text;         // its sections are left out where `has_sections` is false
  bool has_sections = false;
  uint32_t last_section = 0;          // the greatest number of a lineage
  std::vector<LineageTail> lineages;  // by number less 1; may be shorter

  LineageTail& Lineage(SectionNumber section);
  size_t SizeBytes() const;      // of all but the sections
  size_t SectionsBytes() const;  // of the sections
};

// The tails of the documents that were asked for last, by id, up to bounds in bytes: where they are met,
// first the sections of the document not asked for longest are dropped, then whole tails. Thread-safety: one
// thread.
class DocumentTails {
 public:
  DocumentTails(size_t max_bytes, size_t max_sections_bytes)
      : max_bytes_(max_bytes), max_sections_bytes_(max_sections_bytes) {}

  // The tail of a document, or null; it then is the one asked for last. Good until Shrink or Forget.
  DocumentTail* Find(const std::string& id);
  DocumentTail& Add(const std::string& id, DocumentNumber number);
  // Counts anew what the tail asked for last takes up, and drops what is too much. The tail asked for last
  // stays.
  void Shrink();
  void Forget(const std::string& id);
  void Clear();

 private:
  struct Entry {
    std::string id;
    DocumentTail tail;
    size_t bytes = 0, sections_bytes = 0;  // as counted last
    std::list<Entry*>::iterator holder;    // its place in `holders_`, if it holds sections
  };
  using Place = std::list<Entry>::iterator;
  void DropSections(Entry& entry);
  void Drop(Place place);

  size_t max_bytes_, max_sections_bytes_;
  size_t bytes_ = 0, sections_bytes_ = 0;
  std::list<Entry> entries_;   // the one asked for last in front
  std::list<Entry*> holders_;  // those whose sections are held, likewise
  std::unordered_map<std::string_view, Place> by_id_;
};

}  // namespace muragat
