#include "import/mediawiki.h"

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include <expat.h>

#include "import/text_capture.h"
#include "import/text_check.h"
#include "import/wikitext.h"
#include "import/xml_head.h"
#include "muragat/text/percent_code.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kPieceBytes = size_t{64} << 10;
constexpr size_t kMaxDepth = 64;                    // elements within each other
constexpr size_t kMaxNameBytes = size_t{64} << 10;  // a title, a comment, a contributor
constexpr size_t kMaxTokenBytes = size_t{1} << 20;  // a tag with its attributes, a comment

// The elements whose text counts, by their path below <mediawiki>.
enum class Field { kNone, kBase, kTitle, kId, kTimestamp, kUser, kAddress, kComment, kModel, kText };

Field FieldOf(std::string_view path) {
  if (path == "/siteinfo/base") return Field::kBase;
  if (path == "/page/title") return Field::kTitle;
  if (!path.starts_with("/page/revision/")) return Field::kNone;
  path.remove_prefix(15);
  if (path == "id") return Field::kId;
  if (path == "timestamp") return Field::kTimestamp;
  if (path == "contributor/username") return Field::kUser;
  if (path == "contributor/ip") return Field::kAddress;
  if (path == "comment") return Field::kComment;
  if (path == "model") return Field::kModel;
  if (path == "text") return Field::kText;
  return Field::kNone;
}

struct Revision {
  std::string id, timestamp, user, address, comment, model, text;
  bool hidden = false;    // the text is not in the file
  bool too_long = false;  // the text
};

}  // namespace

struct MediaWikiReader::Impl {
  Impl(ByteSource& bytes, const Limits& given_limits)
      : source(bytes), limits(given_limits), parser(XML_ParserCreate(nullptr)), piece(kPieceBytes) {
    if (parser == nullptr) return;
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void* self, const char* name, const char** attributes) {
          static_cast<Impl*>(self)->Open(name, attributes);
        },
        [](void* self, const char*) { static_cast<Impl*>(self)->Close(); });
    XML_SetCharacterDataHandler(parser, [](void* self, const char* text, int size) {
      static_cast<Impl*>(self)->Append({text, static_cast<size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(parser, [](void* self, const char*, const char*, const char*, int) {
      static_cast<Impl*>(self)->Stop("a document type declaration is not read");
    });
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER);
  }
  ~Impl() {
    if (parser != nullptr) XML_ParserFree(parser);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void Stop(std::string why) {
    if (!failure.empty()) return;
    failure = std::move(why);
    XML_StopParser(parser, XML_FALSE);
  }

  // Some calls still come behind Stop.
  void Open(std::string_view name, const char** attributes) {
    if (!failure.empty()) return;
    if (ends.size() >= kMaxDepth) return Stop("elements stand more than 64 deep within each other");
    if (ends.empty()) {
      if (name != "mediawiki") return Stop("the outermost element is no <mediawiki>");
      for (; *attributes != nullptr; attributes += 2) {
        if (std::string_view(attributes[0]) == "xml:lang") language = attributes[1];
      }
    }
    ends.push_back(path.size());
    if (ends.size() > 1) path.append("/").append(name.substr(0, 64));
    field = FieldOf(path);
    if (path == "/page") title.clear();
    if (path == "/page/revision") revision = {};
    if (field == Field::kText) NoteHidden(attributes);
  }

  void NoteHidden(const char** attributes) {
    for (; *attributes != nullptr; attributes += 2) {
      const std::string_view name = attributes[0], value = attributes[1];
      if (name == "deleted") revision.hidden = true;
      if (name == "bytes") expected_text = value != "0";
    }
  }

  void Close() {
    if (!failure.empty()) return;
    if (field == Field::kText && revision.text.empty() && expected_text && !revision.too_long) {
      revision.hidden = true;
    }
    if (field == Field::kText) expected_text = false;
    if (path == "/page/revision") Finish();
    path.resize(ends.back());
    ends.pop_back();
    field = Field::kNone;
  }

  std::string* Target() {
    switch (field) {
      case Field::kNone:
        return nullptr;
      case Field::kBase:
        return &base;
      case Field::kTitle:
        return &title;
      case Field::kId:
        return &revision.id;
      case Field::kTimestamp:
        return &revision.timestamp;
      case Field::kUser:
        return &revision.user;
      case Field::kAddress:
        return &revision.address;
      case Field::kComment:
        return &revision.comment;
      case Field::kModel:
        return &revision.model;
      case Field::kText:
        break;
    }
    return &revision.text;
  }

  void Append(std::string_view text) {
    std::string* const target = Target();
    if (target == nullptr || !failure.empty()) return;
    if (field != Field::kText) {
      if (target->size() + text.size() > kMaxNameBytes)
        return Stop("a title or comment is longer than 64 KiB");
    } else if (target->size() + text.size() > limits.max_text_bytes) {
      revision.too_long = true;
      target->clear();
    }
    if (field != Field::kText || !revision.too_long) target->append(text);
  }

  void Finish() {
    StateOrReason item;
    item.place = "page \"" + VisibleText(title) + "\", revision " + VisibleText(revision.id);
    item.state = MakeState();
    ready.push_back(std::move(item));
  }

  Result<State> MakeState() {
    State state;
    MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(title));
    if (revision.too_long) return Status::InvalidArgument("the text is longer than the limit");
    if (revision.hidden) return Status::InvalidArgument("its text is not in the file");
    MURAGAT_ASSIGN_OR_RETURN(state.valid, ParseDate(revision.timestamp));
    state.basis = Basis::kSeen;
    state.author = OneLine(revision.user.empty() ? revision.address : revision.user);
    state.reform = OneLine(revision.comment);
    MURAGAT_RETURN_IF_ERROR(CheckText(revision.text, limits));
    const bool wiki = revision.model.empty() || revision.model == "wikitext";
    state.content.emplace();
    if (wiki) {
      MURAGAT_RETURN_IF_ERROR(CutWikitext(revision.text, limits, *state.content));
    } else {
      state.content->sections.resize(1);
      state.content->sections.front().body = revision.text;
    }
    state.content->title = title;
    if (!language.empty()) state.content->language = language;
    state.capture.media_type = wiki ? "text/x-wiki" : "text/plain";
    state.capture.source_url = AddressOfPage();
    return state;
  }

  // The page's address, where the wiki gives that of its main page.
  std::string AddressOfPage() const {
    const size_t slash = base.rfind('/');
    if (slash == std::string::npos || base.find("://") == std::string::npos) return {};
    std::string address = base.substr(0, slash + 1);
    for (const char c : title) {
      if (c == ' ') {
        address.push_back('_');
      } else if (IsUnreserved(c) || c == '/' || c == ':') {
        address.push_back(c);
      } else {
        AppendPercentEncoded(address, c);
      }
    }
    return address;
  }

  // Reads a piece more.
  Status Advance() {
    if (parser == nullptr) return Status::Io("no memory to read XML");
    MURAGAT_ASSIGN_OR_RETURN(const size_t count, source.Read(piece));
    at_end = count == 0;
    fed += count;
    const auto result = XML_Parse(parser, piece.data(), static_cast<int>(count), at_end ? 1 : 0);
    if (!failure.empty()) return Status::InvalidArgument(failure);
    if (result != XML_STATUS_OK) {
      return Status::Corruption("line " + std::to_string(XML_GetCurrentLineNumber(parser)) + ": " +
                                XML_ErrorString(XML_GetErrorCode(parser)));
    }
    const auto at = XML_GetCurrentByteIndex(parser);
    if (at >= 0 && fed - static_cast<uint64_t>(at) > kMaxTokenBytes + kPieceBytes) {
      return Status::InvalidArgument("a tag or comment is longer than 1 MiB");
    }
    return Status::Ok();
  }

  ByteSource& source;
  Limits limits;
  XML_Parser parser;
  std::vector<char> piece;
  uint64_t fed = 0;  // bytes
  bool at_end = false;
  std::string failure;       // why the stream was stopped
  std::string path;          // of the element that is open, below the outermost
  std::vector<size_t> ends;  // of the path, before each open element
  Field field = Field::kNone;
  bool expected_text = false;  // the revision says that it has one
  std::string language, base, title;
  Revision revision;
  std::deque<StateOrReason> ready;
  Status end;  // what comes behind them
};

MediaWikiReader::MediaWikiReader(ByteSource& source, const Limits& limits)
    : impl_(std::make_unique<Impl>(source, limits)) {}
MediaWikiReader::~MediaWikiReader() = default;

Result<bool> MediaWikiReader::ReadInto(StateOrReason& next) {
  while (impl_->ready.empty()) {
    MURAGAT_RETURN_IF_ERROR(impl_->end);
    if (impl_->at_end) return false;
    impl_->end = impl_->Advance();
  }
  next = std::move(impl_->ready.front());
  impl_->ready.pop_front();
  return true;
}

bool LooksLikeMediaWiki(std::string_view head) { return XmlRootName(head) == "mediawiki"; }

}  // namespace muragat::import
