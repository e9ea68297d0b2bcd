#pragma once

#include "muragat/base/status.h"

namespace muragat {

// A library of the system that is loaded when it is first needed, so that a program that does not need it
// starts without it. It stays loaded. Thread-safety: any thread.
class SharedLibrary {
 public:
  // `file` is its name as the loader finds it, such as "libgit2.so.1.5". Errors: kInvalidArgument: it is not
  // on this machine, or cannot be loaded.
  static Result<SharedLibrary> Open(const char* file);

  // The address of a function of it. Errors: kInvalidArgument: it has none of that name.
  Result<void*> Find(const char* name) const;

  // Finds a function and has `function`, a pointer to one of its type, point to it. Errors: as Find.
  template <typename Function>
  Status Bind(const char* name, Function& function) const {
    MURAGAT_ASSIGN_OR_RETURN(void* const address, Find(name));
    function = reinterpret_cast<Function>(address);
    return Status::Ok();
  }

 private:
  explicit SharedLibrary(void* handle) : handle_(handle) {}
  void* handle_;
};

}  // namespace muragat
