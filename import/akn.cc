#include "import/akn.h"

#include <algorithm>
#include <cstring>

#include <pugixml.hpp>

#include "import/akn_sections.h"
#include "import/text_check.h"
#include "import/xml_head.h"

namespace muragat::import {
namespace {

constexpr auto kMaxTags = 2'000'000;  // opening and closing ones
constexpr int kMaxDepth = 512;

// Whether no element stands deeper than kMaxDepth. Goes through the tree without recursion.
bool IsShallow(pugi::xml_node root) {
  int depth = 0;
  for (pugi::xml_node node = root; node;) {
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > kMaxDepth) return false;
      continue;
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node == root) return true;
    node = node.next_sibling();
  }
  return true;
}

// The element of the document: within <akomaNtoso>, or a collection's own.
pugi::xml_node FindRoot(pugi::xml_node outermost) {
  for (const pugi::xml_node child : outermost.children()) {
    if (child.type() == pugi::node_element && std::strcmp(AknName(child), "meta") != 0) return child;
  }
  return {};
}

}  // namespace

Result<AknText> ReadAkn(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.max_capture_bytes) {
    return Status::InvalidArgument("the file has " + std::to_string(bytes.size()) + " bytes; at most " +
                                   std::to_string(limits.max_capture_bytes) + " are read");
  }
  if (std::count(bytes.begin(), bytes.end(), '<') > kMaxTags) {
    return Status::InvalidArgument("the file has more than a million tags");
  }
  pugi::xml_document xml;
  constexpr unsigned kFlags = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
  const pugi::xml_parse_result parsed = xml.load_buffer(bytes.data(), bytes.size(), kFlags);
  if (!parsed) {
    return Status::InvalidArgument("it is no XML: byte " + std::to_string(parsed.offset) + ": " +
                                   parsed.description());
  }
  for (const pugi::xml_node node : xml.children()) {
    if (node.type() == pugi::node_doctype) {
      return Status::InvalidArgument("a document type declaration is not read");
    }
  }
  if (std::strcmp(AknName(xml.document_element()), "akomaNtoso") != 0) {
    return Status::InvalidArgument("it is no Akoma Ntoso: its outermost element is no <akomaNtoso>");
  }
  if (!IsShallow(xml.document_element())) {
    return Status::InvalidArgument("elements stand more than 512 deep within each other");
  }
  const pugi::xml_node root = FindRoot(xml.document_element());
  AknText read;
  read.facts = ReadAknFacts(root);
  MURAGAT_RETURN_IF_ERROR(CutAkn(root, read.facts.own, limits, read.document));
  const std::string text = read.document.Text();
  if (text.empty()) return Status::InvalidArgument("the act holds no words: it is a stub, or facts alone");
  MURAGAT_RETURN_IF_ERROR(CheckText(text, limits));
  if (const char* const tag = AknChild(root, "body").attribute("xml:lang").value(); *tag != '\0') {
    read.facts.language = tag;
  }
  if (!read.facts.title.empty()) read.document.title = read.facts.title;
  if (!read.facts.language.empty()) read.document.language = read.facts.language;
  return read;
}

bool LooksLikeAkn(std::string_view head) { return XmlRootName(head) == "akomaNtoso"; }

}  // namespace muragat::import
