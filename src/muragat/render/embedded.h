#pragma once

#include <string_view>

namespace muragat {

// The files beside this header that pages are made of, put into the library when it is built
// (cmake/MuragatEmbed.cmake), each without its last line feed. Templates are Mustache; `{{> name}}` stands
// for the file name.mustache, page.css, history.css, reform.css or history.js.
extern const std::string_view kPageCss;           // the style sheet of all pages
extern const std::string_view kHistoryCss;        // … and what the page of all dates needs beyond it
extern const std::string_view kDocumentMustache;  // a document as of a date
extern const std::string_view kIndexMustache;     // the list of documents
extern const std::string_view kHistoryMustache;   // a document at all its dates
extern const std::string_view kHistoryJs;         // … and its program
extern const std::string_view kReformCss;         // what the pages of reforms need beyond the style of all
extern const std::string_view kReformMustache;    // what a reform did, up to its first document
extern const std::string_view kReformDocumentMustache;  // … one of its documents
extern const std::string_view kReformEndMustache;       // … and what follows the last one
extern const std::string_view kReformsMustache;         // the list of reforms
extern const std::string_view kSectionMustache;         // a section of a document
extern const std::string_view kMarkupMustache;    // a MarkupList, inside an object that holds it as "markup"
extern const std::string_view kLanguageMustache;  // the attributes lang and dir
extern const std::string_view kChangeMustache;    // a marked change: struck out and underlined

}  // namespace muragat
