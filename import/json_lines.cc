#include "import/json_lines.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "import/format.h"
#include "import/text_check.h"
#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kChunkBytes = size_t{1} << 20;

// The fields that are strings, in the order of kFieldNames.
enum Field {
  kDocument,
  kDate,
  kReform,
  kAuthor,
  kBody,
  kType,
  kLanguage,
  kSource,
  kCaptured,
  kTitle,
  kBasis,
  kFields
};
constexpr std::array<std::string_view, kFields> kFieldNames = {
    "document", "date",   "reform",   "author", "body",  "type",
    "language", "source", "captured", "title",  "basis",
};

// What a line says, before it is understood. The views end with the next line.
struct Fields {
  std::array<std::string_view, kFields> text;  // empty where the field is null or absent
  std::array<bool, kFields> present{};
  bool removed = false;  // the body is null
};

Status BadField(Field field, std::string_view why) {
  return Status::InvalidArgument("the field \"" + std::string(kFieldNames[field]) + "\" " + std::string(why));
}

bool HoldsControl(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (IsControl(DecodeUtf8(text, at))) return true;
  }
  return false;
}

// Takes the known fields of a line apart; fields that are not known are passed over.
Result<Fields> ReadFields(simdjson::dom::parser& parser, std::string_view line) {
  simdjson::dom::element element;
  if (const auto error = parser.parse(line.data(), line.size(), false).get(element)) {
    return Status::InvalidArgument(std::string("the line is no JSON: ") + simdjson::error_message(error));
  }
  simdjson::dom::object object;
  if (element.get_object().get(object)) return Status::InvalidArgument("the line is no JSON object");
  Fields fields;
  for (const auto& [key, value] : object) {
    const auto known = std::find(kFieldNames.begin(), kFieldNames.end(), key);
    if (known == kFieldNames.end()) continue;
    const auto field = static_cast<Field>(known - kFieldNames.begin());
    if (fields.present[field]) return BadField(field, "stands there twice");
    fields.present[field] = true;
    if (value.is_null()) {
      if (field == kBody) fields.removed = true;
      continue;
    }
    if (value.get_string().get(fields.text[field])) return BadField(field, "is no string");
    if (field == kBody) continue;
    // An escaped half of a surrogate pair comes out as malformed UTF-8.
    if (!simdjson::validate_utf8(fields.text[field])) return BadField(field, "is not UTF-8");
    if (HoldsControl(fields.text[field])) return BadField(field, "holds a control character");
  }
  return fields;
}

// The reader for a body: by the field `type`, else by the ending of the document's id, else Markdown.
Result<Format> ChooseFormat(const Fields& fields) {
  std::string_view type = fields.text[kType];
  if (type.empty()) type = MediaTypeOfName(fields.text[kDocument]);
  if (type.empty()) return Format::kMarkdown;
  const std::optional<Format> format = FormatOfMediaType(type);
  if (!format) return Status::InvalidArgument("there is no reader for " + VisibleText(type));
  return *format;
}

Result<State> ReadState(const Fields& fields, const Limits& limits) {
  for (const Field field : {kDocument, kDate, kBody}) {
    if (!fields.present[field]) return BadField(field, "is missing");
  }
  State state;
  MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(fields.text[kDocument]));
  MURAGAT_ASSIGN_OR_RETURN(state.valid, ParseDate(fields.text[kDate]));
  if (fields.text[kBasis] == "seen") {
    state.basis = Basis::kSeen;
  } else if (!fields.text[kBasis].empty() && fields.text[kBasis] != "in-force") {
    return BadField(kBasis, "is neither \"in-force\" nor \"seen\"");
  }
  state.reform = fields.text[kReform];
  state.author = fields.text[kAuthor];
  state.capture.media_type = fields.text[kType];
  state.capture.source_url = fields.text[kSource];
  if (!fields.text[kCaptured].empty()) {
    Result<ValidDate> captured = ParseDate(fields.text[kCaptured]);
    if (!captured.ok()) return captured.status().WithContext("the field \"captured\"");
    state.capture.captured = *captured;
  }
  if (fields.removed) return state;
  MURAGAT_ASSIGN_OR_RETURN(const Format format, ChooseFormat(fields));
  Result<Document> content = ReadDocument(format, fields.text[kBody], limits);
  if (!content.ok()) return content.status().WithContext("the field \"body\"");
  state.content = std::move(content).value();
  if (!fields.text[kTitle].empty()) state.content->title = fields.text[kTitle];
  if (!fields.text[kLanguage].empty()) state.content->language = fields.text[kLanguage];
  return state;
}

Result<State> TooLong(const Limits& limits) {
  return Status::InvalidArgument("the line is longer than " + std::to_string(limits.max_line_bytes) +
                                 " bytes");
}

}  // namespace

struct JsonLinesReader::Impl {
  Impl(ByteSource& bytes, const Limits& given_limits) : source(bytes), limits(given_limits) {}

  // A line of the stream, without its line end; a view into the buffer.
  struct RawLine {
    std::string_view text;
    bool too_long = false;
  };

  // The next line, or nothing at the end of the stream.
  Result<std::optional<RawLine>> ReadLine() {
    bool too_long = false;
    size_t searched = 0;
    while (true) {
      const char* from = buffer.data() + begin + searched;
      const size_t fresh = end - begin - searched;
      const void* feed = fresh > 0 ? std::memchr(from, '\n', fresh) : nullptr;
      const size_t size =
          feed ? static_cast<size_t>(static_cast<const char*>(feed) - buffer.data()) - begin : end - begin;
      if (size > limits.max_line_bytes) too_long = true;
      if (feed || at_end) {
        if (!feed && size == 0 && !too_long) return std::optional<RawLine>();
        const std::string_view text(buffer.data() + begin, size);
        begin = feed ? begin + size + 1 : end;
        return std::optional(RawLine{too_long ? std::string_view() : text, too_long});
      }
      if (too_long) begin = end;  // what is too long is not held
      searched = end - begin;
      MURAGAT_RETURN_IF_ERROR(Fill());
    }
  }

  // Reads more behind what is there, moving it to the buffer's beginning where there is no room.
  Status Fill() {
    if (begin > 0) {
      std::memmove(buffer.data(), buffer.data() + begin, end - begin);
      end -= begin;
      begin = 0;
    }
    if (buffer.size() - end < kChunkBytes + simdjson::SIMDJSON_PADDING) {
      buffer.resize(std::max(buffer.size() * 2, end + 2 * kChunkBytes + simdjson::SIMDJSON_PADDING));
    }
    const size_t room = buffer.size() - end - simdjson::SIMDJSON_PADDING;
    MURAGAT_ASSIGN_OR_RETURN(const size_t count, source.Read(std::span(buffer).subspan(end, room)));
    end += count;
    at_end = count == 0;
    return Status::Ok();
  }

  Result<State> Understand(std::string_view text) {
    MURAGAT_ASSIGN_OR_RETURN(const Fields fields, ReadFields(parser, text));
    return ReadState(fields, limits);
  }

  ByteSource& source;
  Limits limits;
  simdjson::dom::parser parser;
  std::vector<char> buffer;  // SIMDJSON_PADDING bytes are free behind `end`
  size_t begin = 0;          // of what is read and not yet given
  size_t end = 0;
  bool at_end = false;
  uint64_t number = 0;
};

JsonLinesReader::JsonLinesReader(ByteSource& source, const Limits& limits)
    : impl_(std::make_unique<Impl>(source, limits)) {}

JsonLinesReader::~JsonLinesReader() = default;

Result<std::optional<JsonLinesReader::Line>> JsonLinesReader::ReadNext() {
  while (true) {
    MURAGAT_ASSIGN_OR_RETURN(const std::optional<Impl::RawLine> raw, impl_->ReadLine());
    std::optional<Line> line;
    if (!raw) return line;
    ++impl_->number;
    std::string_view text = raw->text;
    if (impl_->number == 1) text.remove_prefix(ByteOrderMarkSize(text));
    if (!raw->too_long && text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    line = Line{impl_->number, raw->too_long ? TooLong(impl_->limits) : impl_->Understand(text)};
    return line;
  }
}

}  // namespace muragat::import
