#include "muragat/base/shared_library.h"

#include <string>

#include <dlfcn.h>

namespace muragat {

Result<SharedLibrary> SharedLibrary::Open(const char* file) {
  void* const handle = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (handle != nullptr) return SharedLibrary(handle);
  return Status::InvalidArgument(std::string("the library ") + file +
                                 " is needed for this, and cannot be loaded: install it");
}

Result<void*> SharedLibrary::Find(const char* name) const {
  void* const address = ::dlsym(handle_, name);
  if (address != nullptr) return address;
  return Status::InvalidArgument(std::string("the library that was loaded has no ") + name);
}

}  // namespace muragat
