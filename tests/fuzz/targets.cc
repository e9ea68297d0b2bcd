#include "tests/fuzz/targets.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

#include <stdlib.h>

#include "import/akn.h"
#include "import/archive_reader.h"
#include "import/dated_path.h"
#include "import/foreign_file.h"
#include "import/format.h"
#include "import/git_history.h"
#include "import/html.h"
#include "import/instructions.h"
#include "import/json_diff.h"
#include "import/json_lines.h"
#include "import/manifest.h"
#include "import/mediawiki.h"
#include "import/warc.h"
#include "muragat/base/compressed_stream.h"
#include "muragat/base/unpacked_stream.h"
#include "muragat/codec/alias_record.h"
#include "muragat/codec/capture_record.h"
#include "muragat/codec/commit_record.h"
#include "muragat/codec/edition_record.h"
#include "muragat/codec/log_keys.h"
#include "muragat/codec/reform_record.h"
#include "muragat/codec/revision_record.h"
#include "muragat/codec/script_codec.h"
#include "muragat/proof/signed_note.h"
#include "muragat/proof/text_proof.h"
#include "muragat/text/utf8.h"
#include "tests/import/memory_file.h"

namespace muragat::fuzz {
namespace {

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

void RequireText(const Document& document) {
  Require(!FindInvalidUtf8(document.title));
  for (const Section& section : document.sections) {
    Require(!FindInvalidUtf8(section.heading) && !FindInvalidUtf8(section.body));
    Require(!FindInvalidUtf8(section.title) && !FindInvalidUtf8(section.number));
  }
}

template <import::Format kFormat>
void ReadPlain(std::string_view bytes) {
  const auto document = import::ReadDocument(kFormat, bytes);
  if (!document.ok()) return;
  RequireText(*document);
  Require(document->Text() == bytes);
}

void ReadHtml(std::string_view bytes) {
  const auto page = import::ReadHtml(bytes);
  if (page.ok()) RequireText(page->document);
}

void ReadAkn(std::string_view bytes) {
  const auto act = import::ReadAkn(bytes);
  if (act.ok()) RequireText(act->document);
}

void ReadStates(import::StateReader& reader) {
  import::StateOrReason next;
  for (auto found = reader.ReadInto(next); found.ok() && *found; found = reader.ReadInto(next))
    if (next.state.ok() && next.state->content) RequireText(*next.state->content);
}

void ReadMediaWiki(std::string_view bytes) {
  const auto source = ReadMemory(bytes);
  import::MediaWikiReader reader(*source);
  ReadStates(reader);
}

void ReadWarc(std::string_view bytes) {
  const auto source = Unpack(ReadMemory(bytes));
  import::WarcMemory memory;
  import::WarcReader reader(*source, memory);
  ReadStates(reader);
}

void ReadJsonLines(std::string_view bytes) {
  const auto source = ReadMemory(bytes);
  import::JsonLinesReader reader(*source);
  import::JsonLinesReader::Line line{0, State()};
  for (auto found = reader.ReadInto(line); found.ok() && *found; found = reader.ReadInto(line))
    if (line.state.ok() && line.state->content) RequireText(*line.state->content);
}

// Small, so that a run is short.
constexpr import::ArchiveLimits kSmall{
    .max_entry_bytes = 1 << 20, .max_entries = 1'000, .free_bytes = 1 << 22, .max_ratio = 200};

void ReadEntries(const Result<std::unique_ptr<import::ArchiveReader>>& reader) {
  if (!reader.ok()) return;
  import::ArchiveEntry entry;
  for (auto found = (*reader)->ReadInto(entry); found.ok() && *found; found = (*reader)->ReadInto(entry)) {
    if (!entry.bytes.ok()) continue;
    Require(import::CheckEntryName(entry.name).ok() && entry.bytes->size() <= kSmall.max_entry_bytes);
    Require(("/" + entry.name + "/").find("/../") == std::string::npos);  // "..." is a name like any other
  }
}

void ReadTar(std::string_view bytes) {
  const auto source = Decompress(Unpack(ReadMemory(bytes)));
  ReadEntries(import::ArchiveReader::OpenTar(
      *source, [&] { return bytes.size(); }, kSmall));
}

void ReadZip(std::string_view bytes) {
  import::MemoryFile file{std::string(bytes)};
  ReadEntries(import::ArchiveReader::OpenZip(file, kSmall));
}

void ReadNames(std::string_view bytes) {
  const auto found = import::ReadDatedPath(bytes);
  if (found.ok()) Require(found->document.size() <= bytes.size());
  (void)import::CheckMayBeDocument(bytes, bytes);
  (void)import::LooksLikeTar(bytes);
  (void)import::LooksLikeOfficeDocument(bytes);
}

void ReadManifest(std::string_view bytes) {
  const auto manifest = import::ReadManifest(bytes);
  if (!manifest.ok()) return;
  for (const import::ManifestRow& row : manifest->rows) Require(!FindInvalidUtf8(row.document));
}

void ReadInstructions(std::string_view bytes) { (void)import::ReadInstructions(bytes); }
void ReadJsonDiff(std::string_view bytes) { (void)import::ReadJsonDiff(bytes); }

// A repository comes as a bundle; its pack is unpacked into a folder of its own.
void ReadGitBundle(std::string_view bytes) {
  std::string folder = (std::filesystem::temp_directory_path() / "muragat-fuzz-XXXXXX").string();
  Require(mkdtemp(folder.data()) != nullptr);
  if (const auto place = import::UnpackGitBundle(*ReadMemory(bytes), folder); place.ok()) {
    auto reader = import::GitHistoryReader::Open(*place, {});
    if (reader.ok()) ReadStates(**reader);
  }
  std::filesystem::remove_all(folder);
}

// A key's length in one byte, the key, the value: as records lie in an archive.
void ReadRecords(std::string_view bytes) {
  if (bytes.empty()) return;
  const size_t key_bytes = std::min<size_t>(static_cast<unsigned char>(bytes.front()), bytes.size() - 1);
  const std::string_view key = bytes.substr(1, key_bytes), value = bytes.substr(1 + key_bytes);
  if (const auto edition = DecodeEditionKey(key)) (void)DecodeEdition(*edition, value);
  if (const auto text = DecodeRevisionKey(key)) (void)DecodeRevision(*text, value);
  (void)DecodeAlias(key, value);
  (void)DecodeReformLink(key);
  (void)DecodeCapture(value);
  (void)DecodeReform(value);
  (void)DecodeRecordPlaces(value);
  (void)DecodeFurtherRecords(value);
  std::string text;
  const Status applied = ApplyStoredScript(value, key, 1 << 16, text);
  const auto script = DecodeScript(value);
  Require(!applied.ok() || (script.ok() && text.size() <= size_t{1} << 16));
}

// What others are given, and what is hashed: whatever is taken is written again byte for byte.
void ReadProofs(std::string_view bytes) {
  if (const auto proof = ParseProof(bytes); proof.ok()) Require(RenderProof(*proof) == bytes);
  if (const auto note = ParseNote(bytes); note.ok()) Require(RenderNote(*note) == bytes);
  if (const auto head = ParseHead(bytes); head.ok()) Require(RenderHead(*head) == bytes);
  if (const auto line = DecodeSectionLine(bytes); line.ok()) Require(EncodeSectionLine(*line) == bytes);
  if (const auto edition = DecodeStatement(bytes); edition.ok()) Require(EncodeStatement(*edition) == bytes);
  if (const auto commit = DecodeCommit(bytes); commit.ok()) Require(EncodeCommit(*commit) == bytes);
}

constexpr auto kTargets = std::to_array<Target>({
    {"text", ReadPlain<import::Format::kText>},
    {"markdown", ReadPlain<import::Format::kMarkdown>},
    {"wikitext", ReadPlain<import::Format::kWikitext>},
    {"html", ReadHtml},
    {"akn", ReadAkn},
    {"mediawiki", ReadMediaWiki},
    {"warc", ReadWarc},
    {"jsonl", ReadJsonLines},
    {"tar", ReadTar},
    {"zip", ReadZip},
    {"names", ReadNames},
    {"manifest", ReadManifest},
    {"instructions", ReadInstructions},
    {"jsondiff", ReadJsonDiff},
    {"bundle", ReadGitBundle},
    {"records", ReadRecords},
    {"proofs", ReadProofs},
});

}  // namespace

std::span<const Target> Targets() { return kTargets; }

}  // namespace muragat::fuzz
