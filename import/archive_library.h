#pragma once

#include <archive.h>
#include <archive_entry.h>

#include "muragat/base/status.h"

namespace muragat::import {

// What is used of libarchive, under its own names without "archive_". Only sources include this header.
struct ArchiveLibrary {
  decltype(&::archive_read_new) read_new = nullptr;
  decltype(&::archive_read_free) read_free = nullptr;
  decltype(&::archive_read_support_format_tar) read_support_format_tar = nullptr;
  decltype(&::archive_read_support_format_zip_seekable) read_support_format_zip_seekable = nullptr;
  decltype(&::archive_read_set_read_callback) read_set_read_callback = nullptr;
  decltype(&::archive_read_set_seek_callback) read_set_seek_callback = nullptr;
  decltype(&::archive_read_set_callback_data) read_set_callback_data = nullptr;
  decltype(&::archive_read_open1) read_open1 = nullptr;
  decltype(&::archive_read_next_header) read_next_header = nullptr;
  decltype(&::archive_read_data) read_data = nullptr;
  decltype(&::archive_set_error) set_error = nullptr;
  decltype(&::archive_error_string) error_string = nullptr;
  decltype(&::archive_entry_pathname) entry_pathname = nullptr;
  decltype(&::archive_entry_pathname_utf8) entry_pathname_utf8 = nullptr;
  decltype(&::archive_entry_filetype) entry_filetype = nullptr;
  decltype(&::archive_entry_hardlink) entry_hardlink = nullptr;
  decltype(&::archive_entry_size) entry_size = nullptr;
  decltype(&::archive_entry_size_is_set) entry_size_is_set = nullptr;
  decltype(&::archive_entry_is_encrypted) entry_is_encrypted = nullptr;
};

// Loads it when it is first asked for. Errors: kInvalidArgument: libarchive is not on this machine.
// Thread-safety: any thread.
Result<const ArchiveLibrary*> LoadArchiveLibrary();

}  // namespace muragat::import
