#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace rocksdb {
class Env;
}

namespace muragat {

// Puts `text` in the place of the file `path`, which everybody may read: a reader, and a machine that fails,
// finds all of the old one or all of the new one. `env` null: the machine's file system. Errors: kIo: the
// file is as it was, or new and perhaps not durable.
Status WriteDurably(const std::string& path, std::string_view text, rocksdb::Env* env = nullptr);
// The same for a file that is its owner's alone, on the machine's file system.
Status WriteSecretDurably(const std::string& path, std::string_view text);

// Gives a file or folder another name, which nothing has yet; a machine that fails finds one or the other.
// Errors: kIo.
Status RenameDurably(const std::string& from, const std::string& to);

// The bytes of a file of a few lines; nothing where there is none. Errors: kIo.
Result<std::optional<std::string>> ReadSmallFile(const std::string& path);

}  // namespace muragat
