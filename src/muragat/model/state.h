#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "muragat/base/date.h"
#include "muragat/model/document.h"
#include "muragat/model/document_id.h"

namespace muragat {

// What a valid date says. On disk: never change the values.
enum class Basis : uint8_t {
  kInForce = 0,  // the text is in force from that date
  kSeen = 1,     // the text was seen then; when it came into force is not known
};

// The raw bytes of a state as they were received.
struct Capture {
  std::string media_type;             // such as "text/markdown"; empty where nobody said
  std::string source_url;             // where the bytes came from, or empty
  std::optional<ValidDate> captured;  // when they were fetched
  std::optional<std::string> bytes;   // absent where they are the text, byte for byte

  bool Empty() const { return media_type.empty() && source_url.empty() && !captured && !bytes; }
  friend bool operator==(const Capture&, const Capture&) = default;
};

// What an import brings: a document as it stands from one date on, or its removal from that date on.
struct State {
  DocumentId document;
  ValidDate valid;
  Basis basis = Basis::kInForce;
  std::string reform;  // exact title of the reform that brought it; empty where it came without one
  std::string author;  // who changed it, or empty
  std::optional<Document> content;  // absent: from `valid` on there is no text
  Capture capture;
};

}  // namespace muragat
