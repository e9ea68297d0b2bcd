#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/model/edition.h"
#include "muragat/store/packed_sections.h"
#include "muragat/store/section_tree.h"

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
  uint32_t place = 0;         // in the edition that is held: where the lineage stands, if it does
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
  bool has_text = false;  // some edition has text; the last of these has `refs`
  std::vector<SectionRef> refs;
  bool has_sections = false;  // whether `sections` is filled in
  PackedSections sections;
  SectionTree tree;                   // of `refs`, or of nothing
  uint32_t last_section = 0;          // the greatest number of a lineage
  std::vector<LineageTail> lineages;  // by number less 1; may be shorter

  LineageTail& Lineage(SectionNumber section);
  // Takes `sections` as those of `refs`.
  void Hold(std::span<const SectionView> sections);
  // Where in `sections` that text of that lineage is held, or kNone.
  static constexpr size_t kNone = SIZE_MAX;
  size_t PlaceOf(SectionNumber section, Ordinal ordinal) const;
  size_t SizeBytes() const;
};

// The tails of documents by id, up to a bound in bytes. Where it is met, of tails that were not asked for of
// late first the sections are dropped, then the whole. Thread-safety: one thread.
class DocumentTails {
 public:
  explicit DocumentTails(size_t max_bytes) : max_bytes_(max_bytes) {}

  // The tail of a document, or null. Good until Shrink, Forget or Clear.
  DocumentTail* Find(std::string_view id);
  // A new one; there must be none of that id.
  DocumentTail& Add(std::string_view id, DocumentNumber number);
  // Counts anew what the tail found or added last takes up, and drops what is too much, but not that one.
  void Shrink();
  void Forget(std::string_view id);
  void Clear();

 private:
  struct Entry {
    std::string id;
    DocumentTail tail;
    size_t bytes = 0;   // as counted last; 0: the entry is free
    bool asked = true;  // since the hand last came by
  };
  // Entries' places by a hash of their ids, with open addressing.
  struct Slot {
    uint32_t hash = 0;
    uint32_t place = 0;  // plus 1; 0: never used; kGone: no longer used
  };
  static constexpr uint32_t kGone = UINT32_MAX;
  Slot* FindSlot(std::string_view id, uint32_t hash);
  void Index(uint32_t hash, uint32_t place);
  void Drop(uint32_t place);
  void Release(uint32_t place);

  size_t max_bytes_;
  size_t bytes_ = 0;
  std::deque<Entry> entries_;
  std::vector<uint32_t> free_;  // places in `entries_`
  uint32_t current_ = 0;        // found or added last
  uint32_t hand_ = 0;           // goes round the entries, looking for some to drop
  std::vector<Slot> slots_;
  size_t used_slots_ = 0;  // those that are gone among them
};

}  // namespace muragat
