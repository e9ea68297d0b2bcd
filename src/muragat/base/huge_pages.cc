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
constexpr size_t kFirstBytes = size_t{4} << 20;  // which whoever grows the heap is going to use

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
  if (behind <= before) return;
  PreferHugePages(before, static_cast<size_t>(behind - before));
  // What lies before the first whole huge page is kept from use: it would be taken page by page.
  const auto place = reinterpret_cast<uintptr_t>(block);
  const size_t head = (kHugePageBytes - place % kHugePageBytes) % kHugePageBytes;
  constexpr size_t kOverheadBytes = 64;
  if (head > kOverheadBytes) {
    [[maybe_unused]] static void* volatile unused;  // never given back
    unused = std::malloc(head - kOverheadBytes);
  }
#ifdef MADV_POPULATE_WRITE
  // Where there are no huge pages to be had, one call costs a twentieth of as many page faults.
  char* const whole = static_cast<char*>(block) + head;
  if (whole + kFirstBytes <= behind) ::madvise(whole, kFirstBytes, MADV_POPULATE_WRITE);
#endif
#endif
}

}  // namespace muragat
