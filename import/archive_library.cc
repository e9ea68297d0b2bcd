#include "import/archive_library.h"

#include "muragat/base/shared_library.h"

namespace muragat::import {
namespace {

constexpr char kFile[] = "libarchive.so.13";

Result<ArchiveLibrary> Load() {
  MURAGAT_ASSIGN_OR_RETURN(const SharedLibrary library, SharedLibrary::Open(kFile));
  ArchiveLibrary to;
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_read_new", to.read_new));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_read_free", to.read_free));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_read_support_format_tar", to.read_support_format_tar));
  MURAGAT_RETURN_IF_ERROR(
      library.Bind("archive_read_support_format_zip_seekable", to.read_support_format_zip_seekable));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_read_set_read_callback", to.read_set_read_callback));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_read_set_seek_callback", to.read_set_seek_callback));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_read_set_callback_data", to.read_set_callback_data));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_read_open1", to.read_open1));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_read_next_header", to.read_next_header));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_read_data", to.read_data));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_set_error", to.set_error));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_error_string", to.error_string));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_entry_pathname", to.entry_pathname));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_entry_pathname_utf8", to.entry_pathname_utf8));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_entry_filetype", to.entry_filetype));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_entry_hardlink", to.entry_hardlink));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_entry_size", to.entry_size));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_entry_size_is_set", to.entry_size_is_set));
  MURAGAT_RETURN_IF_ERROR(library.Bind("archive_entry_is_encrypted", to.entry_is_encrypted));
  return to;
}

}  // namespace

Result<const ArchiveLibrary*> LoadArchiveLibrary() {
  static const Result<ArchiveLibrary> library = Load();
  if (!library.ok()) return library.status();
  return &*library;
}

}  // namespace muragat::import
