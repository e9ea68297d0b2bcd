#include "muragat/base/huge_pages.h"

#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace muragat {
namespace {

constexpr size_t kHugePageBytes = size_t{2} << 20;

}  // namespace

void PreferHugePages(void* begin, size_t size_bytes) {
#ifdef MADV_HUGEPAGE
  const size_t behind = reinterpret_cast<uintptr_t>(begin) % kHugePageBytes;
  const size_t before = (kHugePageBytes - behind) % kHugePageBytes;
  if (size_bytes < before + kHugePageBytes) return;
  const size_t whole = (size_bytes - before) / kHugePageBytes * kHugePageBytes;
  ::madvise(static_cast<char*>(begin) + before, whole, MADV_HUGEPAGE);
#endif
}

void GrowHeapInHugePages(size_t size_bytes) {
#ifdef __GLIBC__
  constexpr int kFromHeapBytes = 32 << 20;
  mallopt(M_MMAP_THRESHOLD, kFromHeapBytes);
  mallopt(M_TRIM_THRESHOLD, -1);  // as much as there is
  mallopt(M_TOP_PAD, static_cast<int>(size_bytes));
  // The first block that the heap has no room for makes it grow by as much at once.
  char* const before = static_cast<char*>(::sbrk(0));
  void* volatile const block = std::malloc(kHugePageBytes);  // volatile: or it is left out
  std::free(block);
  mallopt(M_TOP_PAD, static_cast<int>(kHugePageBytes));
  const char* const behind = static_cast<char*>(::sbrk(0));
  if (behind > before) PreferHugePages(before, static_cast<size_t>(behind - before));
#endif
}

}  // namespace muragat
