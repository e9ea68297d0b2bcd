#pragma once

#include <string>

namespace muragat {

// What a page's policy says of its style element: SHA-256 in base 64. Thread-safety: any thread.
const std::string& PageStyleHash();     // of the style of all pages
const std::string& HistoryStyleHash();  // … and what the page of all dates adds
const std::string& ReformStyleHash();   // … and what pages of reforms add

}  // namespace muragat
