#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muragat::project {

// One file of the checkout.
struct SourceFile {
  std::string path;  // below the checkout, such as "src/muragat/base/date.h"
  std::string text;
};

// One line of a file that breaks a rule.
struct Finding {
  std::string path;
  size_t line = 0;  // 1 …
  std::string what;
};

// The files below the folders `roots` (or the files `roots` name) whose names end in one of `endings`, by
// path.
std::vector<SourceFile> ReadSources(const std::vector<std::string>& roots,
                                    const std::vector<std::string>& endings);

// The C++ sources of the program, its libraries and the benchmarks: src/, import/, tools/ and bench/.
std::vector<SourceFile> ReadProgramSources();

// The documents that a person reads: README.md, doc/ and examples/README.md.
std::vector<SourceFile> ReadDocuments();

// The text of a file of the checkout; empty where there is none.
std::string ReadSource(const std::string& path);

// Whether the checkout has such a file or folder.
bool SourceExists(const std::string& path);

// The lines of `text`, without their ends.
std::vector<std::string> SplitLines(std::string_view text);

// One finding a line, as a compiler would print it.
std::string Describe(const std::vector<Finding>& findings);

}  // namespace muragat::project
