#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "muragat/base/compressed_stream.h"
#include "muragat/base/status.h"

namespace muragat::tools {

// A file or standard input that is read once, with a look at its first bytes beforehand. Compressed input is
// read as what it holds. Reading ends with kCancelled where the user asks to stop. Thread-safety: one thread
// at a time, but for Stop.
class Input {
 public:
  // `path` "-" is `standard_input`. Errors: kInvalidArgument: it cannot be opened, or is a directory.
  static Result<std::unique_ptr<Input>> Open(const std::string& path, int standard_input);
  // Bytes in memory.
  static std::unique_ptr<Input> OfBytes(std::string bytes);
  ~Input();

  // The first bytes, decompressed, at most 4 KiB; they are given again by stream(). Errors: kIo, kCorruption.
  Result<std::string_view> Peek();
  ByteSource& stream();
  // All of it. Errors: kInvalidArgument: more than `max_bytes`; kIo, kCorruption.
  Result<std::string> ReadAll(size_t max_bytes);

  // Has `on_wait` called before there is a wait for more input (a pipe, a terminal), by the thread that
  // reads.
  void OnWait(std::function<void()> on_wait);
  // Makes reading end with kCancelled, a wait for input before long. Thread-safety: any thread.
  void Stop();

  uint64_t bytes_read() const;  // of the file, as it lies on disk
  uint64_t size_bytes() const;  // of the file; 0 where it is not known

 private:
  struct Impl;
  explicit Input(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// One document, a stream of states, or an archive of files.
enum class InputFormat {
  kText,
  kMarkdown,
  kHtml,
  kWikitext,
  kAkn,
  kJsonLines,
  kMediaWiki,
  kWarc,
  kGit,
  kZip,
  kTar
};

// Whether a file of that format is one state of one document.
constexpr bool IsOneDocument(InputFormat format) { return format <= InputFormat::kAkn; }

// The name of a format, as --format takes it.
std::string_view NameOfFormat(InputFormat format);

// The format that `option` names; with "auto", by the content and the ending of `path`.
// Errors: kInvalidArgument: no reader exists for it, or no such format.
Result<InputFormat> ChooseFormat(const std::string& option, const std::string& path, Input& input);

}  // namespace muragat::tools
