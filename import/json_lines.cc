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
#include "import/html_encoding.h"
#include "import/text_check.h"
#include "muragat/text/byte_pairs.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kChunkBytes = size_t{256} << 10;  // what is read at once is still cached when it is parsed
constexpr size_t kMaxKeptBytes = size_t{4} << 10;  // of the texts of a state whose memory is used again

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
  bool removed = false;      // the body is null
  bool has_escapes = false;  // a string may hold what no text may
};

Status BadField(Field field, std::string_view why) {
  return Status::InvalidArgument("the field \"" + std::string(kFieldNames[field]) + "\" " + std::string(why));
}

// Whether `\u` may stand in `line`: without it, a parsed string is well-formed UTF-8 without a NUL since the
// line is, which the parser has seen to. With it, an escaped NUL or half of a surrogate pair may come out.
bool HoldsUnicodeEscape(std::string_view line) {
  return AnyPairOfBytes(line, [](ByteBlock here, ByteBlock next) { return (here == '\\') & (next == 'u'); });
}

// Whether a long line holds so many values that it is no state. The parser would take memory for each.
bool HoldsTooManyValues(std::string_view line) {
  constexpr size_t kLongBytes = size_t{1} << 20, kMostValues = 100'000;
  if (line.size() < kLongBytes) return false;
  size_t values = 0;
  bool in_string = false;
  for (size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '"') {
      in_string = !in_string;
    } else if (in_string) {
      at += c == '\\' ? 1 : 0;
    } else if (c == '[' || c == '{' || c == ',') {
      if (++values > kMostValues) return true;
    }
  }
  return false;
}

// The field called `name`, or kFields. Lines mostly have their fields in one order: `guess` is looked at
// first.
size_t FindField(std::string_view name, size_t guess) {
  if (guess < kFields && kFieldNames[guess] == name) return guess;
  return static_cast<size_t>(std::find(kFieldNames.begin(), kFieldNames.end(), name) - kFieldNames.begin());
}

// Takes the known fields of a line apart; fields that are not known are passed over.
Status ReadFields(simdjson::dom::parser& parser, std::string_view line, Fields& fields) {
  if (HoldsTooManyValues(line)) return Status::InvalidArgument("the line holds too many values for a state");
  simdjson::dom::element element;
  if (const auto error = parser.parse(line.data(), line.size(), false).get(element)) {
    return Status::InvalidArgument(std::string("the line is no JSON: ") + simdjson::error_message(error));
  }
  simdjson::dom::object object;
  if (element.get_object().get(object)) return Status::InvalidArgument("the line is no JSON object");
  fields.has_escapes = HoldsUnicodeEscape(line);
  size_t guess = 0;
  for (const auto& [key, value] : object) {
    const size_t known = FindField(key, guess);
    if (known == kFields) continue;
    guess = known + 1;
    const auto field = static_cast<Field>(known);
    if (fields.present[field]) return BadField(field, "stands there twice");
    fields.present[field] = true;
    if (value.is_null()) {
      if (field == kBody) fields.removed = true;
      continue;
    }
    if (value.get_string().get(fields.text[field])) return BadField(field, "is no string");
    if (field == kBody) continue;
    if (fields.has_escapes && !simdjson::validate_utf8(fields.text[field])) {
      return BadField(field, "is not UTF-8");
    }
    if (HoldsControl(fields.text[field])) return BadField(field, "holds a control character");
  }
  return Status::Ok();
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

// Reads a page: its text into the document, and the page itself as the capture.
Status ReadPage(std::string_view body, const Limits& limits, const HtmlOptions& html, State& state) {
  MURAGAT_ASSIGN_OR_RETURN(HtmlPage page, ReadHtmlText(WithoutNul(std::string(body)), html, limits));
  state.content = std::move(page.document);
  state.capture.bytes = body;
  if (state.capture.media_type.empty()) state.capture.media_type = MediaTypeOf(Format::kHtml);
  if (state.capture.source_url.empty()) state.capture.source_url = html.source_url;
  if (state.capture.source_url.empty()) state.capture.source_url = page.facts.source_url;
  return Status::Ok();
}

// Reads a document in Akoma Ntoso: its text, and the file itself as the capture.
Status ReadXml(std::string_view body, const Limits& limits, State& state) {
  MURAGAT_ASSIGN_OR_RETURN(state.content, ReadDocument(Format::kAkn, body, limits));
  state.capture.bytes = body;
  if (state.capture.media_type.empty()) state.capture.media_type = MediaTypeOf(Format::kAkn);
  return Status::Ok();
}

// Cuts a text.
Status ReadText(const Fields& fields, Format format, const Limits& limits, Document& document) {
  const std::string_view body = fields.text[kBody];
  MURAGAT_RETURN_IF_ERROR(fields.has_escapes ? CheckText(body, limits) : CheckTextSize(body, limits));
  return CutDocument(format, body, limits, document);
}

// Reads the body into `state`.
Status ReadBody(const Fields& fields, const Limits& limits, const HtmlOptions& html, State& state) {
  MURAGAT_ASSIGN_OR_RETURN(const Format format, ChooseFormat(fields));
  if (!state.content) state.content.emplace();
  const Status read = format == Format::kHtml  ? ReadPage(fields.text[kBody], limits, html, state)
                      : format == Format::kAkn ? ReadXml(fields.text[kBody], limits, state)
                                               : ReadText(fields, format, limits, *state.content);
  if (!read.ok()) return read.WithContext("the field \"body\"");
  Document& document = *state.content;
  if (!fields.text[kTitle].empty()) document.title = fields.text[kTitle];
  if (!fields.text[kLanguage].empty()) document.language = fields.text[kLanguage];
  return Status::Ok();
}

// Fills every field of `state`; its memory is used again.
Status ReadState(const Fields& fields, const Limits& limits, const HtmlOptions& html, State& state) {
  for (const Field field : {kDocument, kDate, kBody}) {
    if (!fields.present[field]) return BadField(field, "is missing");
  }
  MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(fields.text[kDocument]));
  MURAGAT_ASSIGN_OR_RETURN(state.valid, ParseDate(fields.text[kDate]));
  state.basis = fields.text[kBasis] == "seen" ? Basis::kSeen : Basis::kInForce;
  if (state.basis == Basis::kInForce && !fields.text[kBasis].empty() && fields.text[kBasis] != "in-force") {
    return BadField(kBasis, "is neither \"in-force\" nor \"seen\"");
  }
  state.reform = fields.text[kReform];
  state.author = fields.text[kAuthor];
  state.capture.media_type = fields.text[kType];
  state.capture.source_url = fields.text[kSource];
  state.capture.captured.reset();
  state.capture.bytes.reset();
  if (!fields.text[kCaptured].empty()) {
    Result<ValidDate> captured = ParseDate(fields.text[kCaptured]);
    if (!captured.ok()) return captured.status().WithContext("the field \"captured\"");
    state.capture.captured = *captured;
  }
  if (fields.removed) {
    state.content.reset();
    return Status::Ok();
  }
  return ReadBody(fields, limits, html, state);
}

// How much memory `state` keeps for its next texts.
size_t KeptBytes(const State& state) {
  size_t bytes = 0;
  if (!state.content) return bytes;
  for (const Section& section : state.content->sections) {
    bytes += section.heading.capacity() + section.body.capacity();
  }
  return bytes;
}

Status TooLong(const Limits& limits) {
  return Status::InvalidArgument("the line is longer than " + std::to_string(limits.max_line_bytes) +
                                 " bytes");
}

}  // namespace

struct JsonLinesReader::Impl {
  Impl(ByteSource& bytes, const Limits& given_limits, const HtmlOptions& given_html)
      : source(bytes), limits(given_limits), html(given_html) {}

  // A line of the stream, without its line end; a view into the buffer.
  struct RawLine {
    std::string_view text;
    bool too_long = false;
  };

  // The next line; false at the end of the stream.
  Result<bool> ReadLine(RawLine& line) {
    line.too_long = false;
    size_t searched = 0;
    while (true) {
      const char* from = buffer.data() + begin + searched;
      const size_t fresh = end - begin - searched;
      const void* feed = fresh > 0 ? std::memchr(from, '\n', fresh) : nullptr;
      const size_t size =
          feed ? static_cast<size_t>(static_cast<const char*>(feed) - buffer.data()) - begin : end - begin;
      if (size > limits.max_line_bytes) line.too_long = true;
      if (feed || at_end) {
        if (!feed && size == 0 && !line.too_long) return false;
        line.text = line.too_long ? std::string_view() : std::string_view(buffer.data() + begin, size);
        MoveTo(feed ? begin + size + 1 : end);
        return true;
      }
      if (line.too_long) MoveTo(end);  // what is too long is not held
      searched = end - begin;
      MURAGAT_RETURN_IF_ERROR(Fill());
    }
  }

  void MoveTo(size_t place) {
    bytes_taken += place - begin;
    begin = place;
  }

  // Reads more behind what is there, moving it to the buffer's beginning where there is no room.
  Status Fill() {
    if (begin > 0) {
      std::memmove(buffer.data(), buffer.data() + begin, end - begin);
      end -= begin;
      begin = 0;
    }
    if (buffer.size() - end < kChunkBytes + simdjson::SIMDJSON_PADDING) {
      const size_t least = end + 2 * kChunkBytes + simdjson::SIMDJSON_PADDING;
      const size_t most =
          std::max(least, limits.max_line_bytes + 2 * kChunkBytes + simdjson::SIMDJSON_PADDING);
      const size_t twice = std::max(buffer.size() * 2, least);
      buffer.resize(twice + twice / 4 > most ? most : twice);  // a last step is as large as it must be
    }
    const size_t room = buffer.size() - end - simdjson::SIMDJSON_PADDING;
    MURAGAT_ASSIGN_OR_RETURN(const size_t count, source.Read(std::span(buffer).subspan(end, room)));
    end += count;
    at_end = count == 0;
    return Status::Ok();
  }

  Status Understand(std::string_view text, State& state) {
    Fields fields;
    MURAGAT_RETURN_IF_ERROR(ReadFields(parser, text, fields));
    return ReadState(fields, limits, html, state);
  }

  ByteSource& source;
  Limits limits;
  HtmlOptions html;
  simdjson::dom::parser parser;
  std::vector<char> buffer;  // SIMDJSON_PADDING bytes are free behind `end`
  size_t begin = 0;          // of what is read and not yet given
  size_t end = 0;
  bool at_end = false;
  uint64_t number = 0;  // of the last line
  uint64_t bytes_taken = 0;
};

JsonLinesReader::JsonLinesReader(ByteSource& source, const Limits& limits, const HtmlOptions& html)
    : impl_(std::make_unique<Impl>(source, limits, html)) {}

JsonLinesReader::~JsonLinesReader() = default;

Result<bool> JsonLinesReader::ReadInto(Line& line) {
  Impl::RawLine raw;
  std::string_view text;
  do {
    MURAGAT_ASSIGN_OR_RETURN(const bool found, impl_->ReadLine(raw));
    if (!found) return false;
    line.number = ++impl_->number;
    text = raw.text;
    if (line.number == 1) text.remove_prefix(ByteOrderMarkSize(text));
  } while (!raw.too_long && text.find_first_not_of(" \t\r") == std::string_view::npos);
  if (!line.state.ok() || KeptBytes(*line.state) > kMaxKeptBytes) line.state = State();
  Status status = raw.too_long ? TooLong(impl_->limits) : impl_->Understand(text, *line.state);
  if (!status.ok()) line.state = std::move(status);
  return true;
}

uint64_t JsonLinesReader::bytes_taken() const { return impl_->bytes_taken; }

Result<std::optional<JsonLinesReader::Line>> JsonLinesReader::ReadNext() {
  std::optional<Line> line(Line{0, State()});
  MURAGAT_ASSIGN_OR_RETURN(const bool found, ReadInto(*line));
  if (!found) line.reset();
  return line;
}

}  // namespace muragat::import
