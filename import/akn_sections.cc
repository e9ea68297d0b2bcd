#include "import/akn_sections.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "import/akn_facts.h"
#include "import/section_slices.h"
#include "import/text_check.h"
#include "muragat/text/character.h"

namespace muragat::import {
namespace {

using Names = std::set<std::string_view>;

// Elements of the hierarchy that are sections, and those that are only with a heading.
const Names& UpperNames() {
  static const Names names = {"book",    "tome",       "title",    "part",        "subpart",
                              "chapter", "subchapter", "division", "subdivision", "subtitle",
                              "article", "section",    "rule",     "transitional"};
  return names;
}
const Names& LowerNames() {
  static const Names names = {"subsection",   "clause",        "subclause", "paragraph", "subparagraph",
                              "level",        "hcontainer",    "indent",    "alinea",    "point",
                              "sublist",      "list",          "proviso",   "subrule",   "item",
                              "crossHeading", "debateSection", "attachment"};
  return names;
}

// Other elements that begin a paragraph.
const Names& BlockNames() {
  static const Names names = {"p",
                              "block",
                              "intro",
                              "wrapUp",
                              "content",
                              "blockList",
                              "listIntroduction",
                              "listWrapUp",
                              "ul",
                              "ol",
                              "li",
                              "caption",
                              "toc",
                              "tocItem",
                              "preface",
                              "preamble",
                              "longTitle",
                              "formula",
                              "recitals",
                              "recital",
                              "citations",
                              "citation",
                              "container",
                              "conclusions",
                              "signatures",
                              "speech",
                              "question",
                              "answer",
                              "from",
                              "heading",
                              "subheading",
                              "quotedStructure",
                              "foreign",
                              "body",
                              "mainBody",
                              "components",
                              "component",
                              "attachments",
                              "doc",
                              "act",
                              "bill",
                              "coverPage",
                              "header",
                              "introduction",
                              "background",
                              "motivation",
                              "decision",
                              "arguments",
                              "remedies",
                              "judgmentBody",
                              "debateBody",
                              "speechGroup",
                              "scene",
                              "narrative",
                              "summary",
                              "other",
                              "blockContainer",
                              "collectionBody",
                              "amendmentBody",
                              "popup",
                              "interstitial",
                              "rollCall",
                              "prayers",
                              "address"};
  return names;
}

class Cutter {
 public:
  Cutter(bool own, const Limits& limits, Document& document)
      : own_(own), limits_(limits), document_(document) {}

  Status Cut(pugi::xml_node root) {
    OpenSection({}, {}, 0);
    Visit(root);
    Flush();
    if (failed_) return TooManySections(limits_);
    if (bytes_ > limits_.max_text_bytes) return Status::InvalidArgument("the text is longer than the limit");
    Finish();
    return Status::Ok();
  }

 private:
  // A section before its slices are written.
  struct Part {
    std::string title;
    uint32_t depth_levels = 0;
    bool heading = false;
    std::vector<std::string> paragraphs;
  };

  void OpenSection(std::string title, bool heading, uint32_t depth) {
    if (parts_.size() > limits_.max_sections) failed_ = true;
    if (failed_) return;
    parts_.push_back({std::move(title), std::min(depth, limits_.max_depth_levels), heading, {}});
  }

  // All text below `node` on one line.
  std::string LineOf(pugi::xml_node node) const {
    std::string text;
    Gather(node, text);
    return Collapse(text);
  }
  static void Gather(pugi::xml_node node, std::string& out) {
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = AknName(child);
      if (name == "authorialNote" || name == "noteRef") continue;
      if (name == "br" || name == "eol" || BlockNames().contains(name)) out.push_back(' ');
      out.append(child.value());
      Gather(child, out);
    }
  }
  static std::string Collapse(std::string_view text) {
    std::string out;
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!blank) {
        out.push_back(c);
      } else if (!out.empty() && out.back() != ' ') {
        out.push_back(' ');
      }
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
  }

  // Puts the open paragraph to the others, each line of it without blanks at its ends.
  void Flush() {
    std::string text;
    if (own_) {
      text = TrimBlank(open_);
    } else {
      for (std::string_view rest = open_; !rest.empty();) {
        const size_t end = std::min(rest.find(kLineEnd), rest.size());
        const std::string line = Collapse(rest.substr(0, end));
        if (!line.empty()) text.append(text.empty() ? "" : "\n").append(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    open_.clear();
    if (text.empty() || failed_) return;
    bytes_ += text.size();
    parts_.back().paragraphs.push_back(std::move(text));
  }

  bool IsSection(pugi::xml_node node, std::string_view name) const {
    if (quoted_ > 0) return false;
    if (UpperNames().contains(name)) return true;
    if (!LowerNames().contains(name)) return false;
    if (name == "crossHeading") return true;
    return (own_ && name != "item") || !AknChild(node, "heading").empty();
  }

  void VisitSection(pugi::xml_node node, std::string_view name) {
    Flush();
    std::string title = name == "crossHeading" ? LineOf(node) : LineOf(AknChild(node, "num"));
    const std::string heading = LineOf(AknChild(node, "heading")), sub = LineOf(AknChild(node, "subheading"));
    for (const std::string* more : {&heading, &sub}) {
      if (!more->empty()) title.append(title.empty() ? "" : " ").append(*more);
    }
    const bool has_heading = !title.empty();
    bytes_ += title.size();
    OpenSection(std::move(title), has_heading, depth_);
    ++depth_;
    if (name != "crossHeading") {
      for (const pugi::xml_node child : node.children()) {
        const std::string_view child_name = AknName(child);
        if (child_name != "num" && child_name != "heading" && child_name != "subheading") VisitNode(child);
      }
    }
    --depth_;
    Flush();
    behind_section_ = true;
  }

  // Text that no section holds any more gets one without a title.
  void BeginLoose() {
    if (!behind_section_ || depth_ > 0) return;
    behind_section_ = false;
    OpenSection({}, false, 0);
  }

  void Visit(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) VisitNode(child);
  }

  void VisitNode(pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      open_.append(node.value());
      return;
    }
    const std::string_view name = AknName(node);
    if (node.type() != pugi::node_element || name == "meta" || name == "noteRef") return;
    if (IsSection(node, name)) return VisitSection(node, name);
    if (name == "br" || name == "eol") {
      open_.push_back(kLineEnd);
    } else if (name == "authorialNote") {
      open_.append(" [" + LineOf(node) + "]");
    } else if (name == "table") {
      VisitTable(node);
    } else if (name == "num") {
      open_.append(LineOf(node)).append(" ");
    } else if (BlockNames().contains(name) || LowerNames().contains(name) || UpperNames().contains(name)) {
      VisitBlock(node, name);
    } else {
      Visit(node);
    }
  }

  void VisitBlock(pugi::xml_node node, std::string_view name) {
    const bool after_number = Collapse(open_).size() < 16 && follows_number_;
    if (!after_number) Flush();
    if (name == "conclusions" || name == "preface" || name == "preamble") BeginLoose();
    const bool quoted = name == "quotedStructure";
    quoted_ += quoted ? 1 : 0;
    for (const pugi::xml_node child : node.children()) {
      follows_number_ = std::string_view(AknName(child.previous_sibling())) == "num" ||
                        (follows_number_ && child == FirstElement(node));
      VisitNode(child);
    }
    follows_number_ = false;
    quoted_ -= quoted ? 1 : 0;
    Flush();
  }

  static pugi::xml_node FirstElement(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_element) return child;
    }
    return {};
  }

  void VisitTable(pugi::xml_node table) {
    Flush();
    std::string text;
    bool first = true;
    const auto add_rows = [&](pugi::xml_node rows) {
      for (const pugi::xml_node row : rows.children()) {
        if (std::string_view(AknName(row)) != "tr") continue;
        std::string line = "|", rule = "|";
        for (const pugi::xml_node cell : row.children()) {
          if (cell.type() != pugi::node_element) continue;
          line += " " + LineOf(cell) + " |";
          rule += " --- |";
        }
        text += (first ? "" : "\n") + line + (first ? "\n" + rule : "");
        first = false;
      }
    };
    add_rows(table);
    for (const pugi::xml_node part : table.children()) add_rows(part);
    bytes_ += text.size();
    if (!text.empty() && !failed_) parts_.back().paragraphs.push_back(std::move(text));
  }

  // Writes the slices.
  void Finish() {
    if (parts_.front().paragraphs.empty() && parts_.size() > 1) parts_.erase(parts_.begin());
    StartDocument(parts_.size(), document_);
    for (size_t i = 0; i < parts_.size(); ++i) {
      Part& part = parts_[i];
      const bool last = i + 1 == parts_.size();
      constexpr uint32_t kMostSigns = 6;
      std::string heading, body;
      if (part.heading) {
        heading = std::string(std::min(part.depth_levels + 1, kMostSigns), '#') + " " + part.title + "\n";
        if (!last || !part.paragraphs.empty()) body = "\n";
      }
      for (size_t j = 0; j < part.paragraphs.size(); ++j) {
        body += part.paragraphs[j] + (j + 1 < part.paragraphs.size() || !last ? "\n\n" : "\n");
      }
      FillSection(heading, body, std::move(part.title), part.depth_levels, document_.sections[i]);
    }
  }

  static constexpr char kLineEnd = '\v';  // XML has none

  bool own_;
  const Limits& limits_;
  Document& document_;
  std::vector<Part> parts_;
  std::string open_;  // the paragraph that is being read
  uint32_t depth_ = 0;
  uint32_t quoted_ = 0;  // within texts that are quoted
  bool behind_section_ = false, follows_number_ = false, failed_ = false;
  size_t bytes_ = 0;
};

}  // namespace

Status CutAkn(pugi::xml_node root, bool own, const Limits& limits, Document& document) {
  return Cutter(own, limits, document).Cut(root);
}

}  // namespace muragat::import
