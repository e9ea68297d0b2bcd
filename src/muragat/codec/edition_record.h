#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "muragat/base/bytes.h"
#include "muragat/base/status.h"
#include "muragat/codec/keys.h"
#include "muragat/model/edition.h"

namespace muragat {

// An edition of a document, or its withdrawal: the value of the family `edition` (doc/format.md).

// "That edition of the same document and valid date no longer stands."
struct Withdrawal {
  RecordedPlace target;
  std::string author;
  std::string because;
  friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

using EditionRecord = std::variant<Edition, Withdrawal>;

// `title_is_implied`: the title is that of the first section that has one, and is not written.
std::string EncodeEdition(const Edition& edition, bool title_is_implied);
std::string EncodeWithdrawal(const Withdrawal& withdrawal);

// What a stored edition says. `title_is_implied` as above: then `edition.title` is empty and must be filled
// in.
struct DecodedEdition {
  EditionRecord record;
  bool title_is_implied = false;
};

// Decodes lists of sections that are like each other, as those of neighbouring editions are: of what is as in
// the list before, nothing is decoded. A value; good for any lists in any order.
class EditionListDecoder {
 public:
  // Reads a list from `reader` to its end. False where a number is out of range; running out of bytes shows
  // in the reader.
  bool Read(ByteReader& reader, std::vector<SectionRef>& sections);

 private:
  std::string bytes_;  // of the last list, without its count
  std::vector<SectionRef> sections_;
  std::vector<SectionRef> changed_;  // of the list that is being read; its memory is kept
};

// Document, date and place are taken from `key`. `lists` is used where it is given. Errors: kCorruption: the
// bytes are no such record.
Result<DecodedEdition> DecodeEdition(const EditionKey& key, std::string_view value,
                                     EditionListDecoder* lists = nullptr);

// Whether a stored edition record is a withdrawal, from its first byte alone.
bool IsWithdrawal(std::string_view value);

}  // namespace muragat
