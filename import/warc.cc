#include "import/warc.h"

#include <deque>
#include <optional>
#include <utility>

#include "import/format.h"
#include "import/http_response.h"
#include "import/page_address.h"
#include "import/payload.h"
#include "import/warc_record.h"
#include "muragat/base/digest.h"
#include "muragat/text/ascii.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxRememberedBytes = size_t{64} << 20;

// Whether `written` ("sha1:…") is the digest of `bytes`, or by an algorithm that is not known.
bool Fits(std::string_view written, std::string_view bytes) {
  const size_t colon = written.find(':');
  if (colon == std::string_view::npos) return true;
  const auto digest = Digest(written.substr(0, colon), bytes);
  return !digest || IsWrittenDigest(written.substr(colon + 1), *digest);
}

std::string_view WithoutBrackets(std::string_view address) {
  return address.starts_with('<') && address.ends_with('>') ? address.substr(1, address.size() - 2) : address;
}

// Whether a payload of this media type is read. Most of what only says that it is XML is no law.
bool IsPage(std::string_view media_type) {
  const auto format = FormatOfMediaType(media_type);
  return format && (*format != Format::kAkn || LowerAscii(media_type).starts_with("application/akn+xml"));
}

}  // namespace

struct WarcMemory::Impl {
  struct Page {
    std::string address, date, digest;
    Document content;
    Capture capture;
  };
  std::deque<Page> pages;
  size_t bytes = 0;

  static size_t SizeOf(const Page& page) {
    return 2 * (page.capture.bytes ? page.capture.bytes->size() : 0) + 1024;
  }

  void Add(Page page) {
    bytes += SizeOf(page);
    pages.push_back(std::move(page));
    while (bytes > kMaxRememberedBytes) {
      bytes -= SizeOf(pages.front());
      pages.pop_front();
    }
  }

  // The page that a revisit means: of that digest, else the last one of that address (and date, where given).
  const Page* Find(std::string_view address, std::string_view date, std::string_view digest) const {
    for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
      if (!digest.empty() && !page->digest.empty()) {
        if (page->digest == digest) return &*page;
      } else if (page->address == address && (date.empty() || page->date == date)) {
        return &*page;
      }
    }
    return nullptr;
  }
};

WarcMemory::WarcMemory() : impl_(std::make_unique<Impl>()) {}
WarcMemory::~WarcMemory() = default;

struct WarcReader::Impl {
  Impl(ByteSource& source, WarcMemory::Impl& remembered, const HtmlOptions& given_html,
       const Limits& given_limits)
      : records(source), memory(remembered), html(given_html), limits(given_limits) {}

  std::string_view Field(std::string_view name) const { return record.fields.Find(name); }
  std::string Place() const {
    const std::string_view address = WithoutBrackets(Field("warc-target-uri"));
    return "record " + std::to_string(record.number) + (address.empty() ? "" : ", " + VisibleText(address));
  }

  // The state of the record, nothing where it is none of those that are read.
  Result<std::optional<State>> Understand() {
    const std::string type = LowerAscii(Field("warc-type"));
    const bool response = type == "response", resource = type == "resource", revisit = type == "revisit";
    if (!response && !resource && !revisit) return PassOver();
    if (!Field("warc-truncated").empty() && !revisit) {
      return Status::InvalidArgument("it is truncated: " + VisibleText(Field("warc-truncated")));
    }
    if (!Field("warc-segment-number").empty()) {
      return Status::InvalidArgument("it is a segment of a record, which is not read");
    }
    if (resource && !IsPage(Field("content-type"))) return PassOver();
    MURAGAT_RETURN_IF_ERROR(records.ReadBlock(record, limits.max_capture_bytes));
    if (!Fits(Field("warc-block-digest"), record.block)) {
      return Status::InvalidArgument("its block does not fit its digest");
    }
    if (revisit) return ReadRevisit();
    return resource ? TakePayload(record.block, Field("content-type")) : ReadResponse();
  }

  Result<std::optional<State>> PassOver() {
    if (Field("warc-type") != "warcinfo") ++passed_over;
    return std::optional<State>();
  }

  Result<std::optional<State>> ReadResponse() {
    if (LowerAscii(Field("content-type")).find("application/http") == std::string::npos) return PassOver();
    MURAGAT_RETURN_IF_ERROR(ParseHttpResponse(record.block, http));
    const std::string type(http.fields.Find("content-type"));
    if (http.code != 200 || (!type.empty() && !IsPage(type))) return PassOver();
    MURAGAT_RETURN_IF_ERROR(DecodePayload(http, limits.max_capture_bytes));
    const std::string_view digest = Field("warc-payload-digest");
    if (!Fits(digest, http.body) && !Fits(digest, http.unchunked) && !Fits(digest, http.payload)) {
      return Status::InvalidArgument("its payload does not fit its digest");
    }
    if (type.empty() && !LooksLikeHtml(http.payload)) return PassOver();
    return TakePayload(http.payload, type);
  }

  Result<State> Start() const {
    State state;
    const std::string_view address = WithoutBrackets(Field("warc-target-uri"));
    MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(DocumentIdOfAddress(address)));
    MURAGAT_ASSIGN_OR_RETURN(state.valid, ParseDate(Field("warc-date")));
    state.basis = Basis::kSeen;
    state.capture.source_url = address;
    state.capture.captured = state.valid;
    return state;
  }

  Result<std::optional<State>> TakePayload(const std::string& payload, std::string_view media_type) {
    if (record.fields.Find("warc-type") == "resource" && !Fits(Field("warc-payload-digest"), payload)) {
      return Status::InvalidArgument("its payload does not fit its digest");
    }
    MURAGAT_ASSIGN_OR_RETURN(State state, Start());
    MURAGAT_ASSIGN_OR_RETURN(state.content, ReadPayload(payload, media_type, html, limits));
    state.capture.media_type = media_type.empty() ? MediaTypeOf(Format::kHtml) : media_type;
    state.capture.bytes = payload;
    memory.Add({std::string(state.capture.source_url), std::string(Field("warc-date")),
                std::string(Field("warc-payload-digest")), *state.content, state.capture});
    return std::optional<State>(std::move(state));
  }

  Result<std::optional<State>> ReadRevisit() {
    std::string_view address = WithoutBrackets(Field("warc-refers-to-target-uri"));
    if (address.empty()) address = WithoutBrackets(Field("warc-target-uri"));
    const WarcMemory::Impl::Page* const page =
        memory.Find(address, Field("warc-refers-to-date"), Field("warc-payload-digest"));
    if (page == nullptr) {
      return Status::InvalidArgument("the record that it refers to was not read before it");
    }
    MURAGAT_ASSIGN_OR_RETURN(State state, Start());
    state.content = page->content;
    state.capture.media_type = page->capture.media_type;
    state.capture.bytes = page->capture.bytes;
    return std::optional<State>(std::move(state));
  }

  WarcRecordReader records;
  WarcMemory::Impl& memory;
  HtmlOptions html;
  Limits limits;
  WarcRecord record;
  HttpResponse http;
  uint64_t passed_over = 0;
};

WarcReader::WarcReader(ByteSource& source, WarcMemory& memory, const HtmlOptions& html, const Limits& limits)
    : impl_(std::make_unique<Impl>(source, memory.impl(), html, limits)) {}
WarcReader::~WarcReader() = default;

Result<bool> WarcReader::ReadInto(StateOrReason& next) {
  while (true) {
    const Result<bool> found = impl_->records.ReadHead(impl_->record);
    if (found.status().code() == StatusCode::kInvalidArgument) {
      next.place = "behind record " + std::to_string(impl_->record.number);
      next.state = found.status();
      return true;
    }
    MURAGAT_RETURN_IF_ERROR(found.status());
    if (!*found) return false;
    Result<std::optional<State>> state = impl_->Understand();
    if (state.status().code() == StatusCode::kCorruption || state.status().code() == StatusCode::kIo) {
      return state.status().WithContext(impl_->Place());
    }
    if (state.ok() && !*state) continue;
    next.place = impl_->Place();
    next.state = state.ok() ? Result<State>(*std::move(*state)) : Result<State>(state.status());
    return true;
  }
}

std::string WarcReader::PassedOver() const {
  if (impl_->passed_over == 0) return {};
  return "passed over " + std::to_string(impl_->passed_over) +
         " records that are no pages (requests, pictures, redirections …)";
}

bool LooksLikeWarc(std::string_view head) {
  return head.starts_with("WARC/1.") || head.starts_with("WARC/0.");
}

}  // namespace muragat::import
