#pragma once

#include <cstddef>

namespace muragat {

// Asks the system to back these bytes of memory with huge pages, where it can: they then cost fewer page
// faults, and are found with fewer look-ups. Only whole huge pages of 2 MiB within the bytes are asked for;
// nothing but time depends on whether they are given.
void PreferHugePages(void* begin, size_t size_bytes);

// Grows the process's heap by so much address space at once (without a size, by what a long answer takes) and
// asks for huge pages for it; the first 4 MiB are taken at once, what lies behind them as it is used. From
// then on the heap is given back at the process's end, and blocks of up to 32 MiB come from it. For a process
// that is about to fill much memory in small pieces; where the heap cannot grow so far, nothing changes.
// Thread-safety: any thread; what other threads allocate meanwhile is theirs.
void GrowHeapInHugePages(size_t size_bytes = size_t{32} << 20);

}  // namespace muragat
