#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muragat {

// A titled part of a document, as a reader cut it. Its two slices are stored bytes: never trimmed, never
// mended.
struct Section {
  std::string heading;        // the heading slice, line ends and markup included; empty where there is none
  std::string body;           // everything up to the next section
  std::string number;         // the bare designator read from the title ("50", "L234-10", "IV"), or empty
  std::string title;          // the heading as a person reads it ("Article 50. Free speech"), or empty
  uint32_t depth_levels = 0;  // 0 for the outermost
  bool teaser = false;        // the text is cut by its source ("... Read more")

  std::string Text() const { return heading + body; }
  friend bool operator==(const Section&, const Section&) = default;
};

// One state of a document: an ordered list of sections whose slices, put end to end, are its text byte for
// byte.
struct Document {
  std::string title;              // as a person reads it; may be empty
  std::string language = "und";   // BCP 47
  std::vector<Section> sections;  // in reading order

  // The slices of all sections, put end to end.
  std::string Text() const {
    std::string text;
    for (const Section& section : sections) text.append(section.heading).append(section.body);
    return text;
  }
  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace muragat
