#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/project/source_tree.h"

namespace muragat::project {
namespace {

// Which modules a module may include, besides itself. `render` and `import` never see the store.
const std::map<std::string, std::set<std::string>>& AllowedModules() {
  static const std::map<std::string, std::set<std::string>> allowed = {
      {"base", {}},
      {"text", {"base"}},
      {"model", {"text", "base"}},
      {"diff", {"model", "text", "base"}},
      {"codec", {"diff", "model", "text", "base"}},
      {"proof", {"codec", "diff", "model", "text", "base"}},
      {"store", {"proof", "codec", "diff", "model", "text", "base"}},
      {"search", {"store", "proof", "codec", "diff", "model", "text", "base"}},
      {"render", {"diff", "model", "text", "base"}},
      {"import", {"model", "text", "base"}},
      {"tools", {"import", "render", "search", "store", "proof", "codec", "diff", "model", "text", "base"}},
      {"bench",
       {"tools", "import", "render", "search", "store", "proof", "codec", "diff", "model", "text", "base"}},
  };
  return allowed;
}

// How the headers of a library that is not ours begin, and who may include them.
struct Library {
  std::string prefix;
  std::set<std::string> modules;
  bool in_headers = true;  // whether a module's header may include it too
};

const std::vector<Library>& Libraries() {
  static const std::vector<Library> libraries = {
      {"rocksdb/", {"store", "search", "bench"}},
      {"unicode/", {"text"}, false},
      {"libstemmer.h", {"text"}, false},
      {"openssl/", {"base", "proof"}, false},
      {"xxhash.h", {"base"}, false},
      {"zlib.h", {"base"}, false},
      {"bzlib.h", {"base"}, false},
      {"lzma.h", {"base"}, false},
      {"zstd", {"base"}, false},
      {"nlohmann/", {"render", "bench"}, false},
      {"md4c", {"render"}, false},
      {"pugixml.hpp", {"render", "import"}, false},
      {"simdjson.h", {"import"}, false},
      {"gumbo.h", {"import"}, false},
      {"expat.h", {"import"}, false},
      {"CLI/", {"tools", "bench"}, false},
      {"benchmark/", {"bench"}, false},
      {"sqlite3.h", {"bench"}, false},
      {"git2", {"import", "bench"}},
      {"archive.h", {"import"}},
      {"archive_entry.h", {"import"}},
      {"dlfcn.h", {"base"}, false},
      {"emmintrin.h", {"diff"}, false},  // the processor's own instructions, behind a portable way
  };
  return libraries;
}

// What of the operating system is used, and where: the modules that open files, talk to a terminal or catch
// signals.
const std::set<std::string>& SystemModules() {
  static const std::set<std::string> modules = {"base", "store", "tools", "bench"};
  return modules;
}

const std::set<std::string>& SystemHeaders() {
  static const std::set<std::string> headers = {
      "dirent.h",      "errno.h",        "fcntl.h",    "poll.h",    "signal.h",    "sys/file.h",
      "sys/stat.h",    "sys/types.h",    "sys/wait.h", "termios.h", "sys/ioctl.h", "unistd.h",
      "sys/statvfs.h", "sys/resource.h", "sys/mman.h", "malloc.h"};
  return headers;
}

// "base" of "src/muragat/base/date.h" and of "muragat/base/date.h"; "import" of "import/format.h"; "bench" of
// "bench/parts/input.h".
std::string ModuleOf(const std::string& path) {
  std::smatch match;
  static const std::regex inner("^(?:src/)?muragat/([a-z]+)/.+");
  static const std::regex outer("^(import|tools|bench)/.+");
  if (std::regex_match(path, match, inner) || std::regex_match(path, match, outer)) return match[1];
  return "";
}

// What is wrong with an `#include <header>` in `path`, or nothing.
std::string JudgeAngled(const std::string& path, const std::string& module, const std::string& header) {
  for (const Library& library : Libraries()) {
    if (!header.starts_with(library.prefix)) continue;
    if (!library.modules.contains(module)) return "<" + header + "> does not belong in " + module;
    if (!library.in_headers && path.ends_with(".h")) return "<" + header + "> belongs in a .cc only";
    return "";
  }
  if (SystemHeaders().contains(header)) {
    return SystemModules().contains(module) ? "" : "<" + header + "> does not belong in " + module;
  }
  static const std::regex standard("[a-z_0-9]+");
  return std::regex_match(header, standard) ? "" : "<" + header + "> is of no library that the design names";
}

// What is wrong with an `#include "header"` in `module`, or nothing.
std::string JudgeQuoted(const std::string& module, const std::string& header) {
  const std::string other = ModuleOf(header);
  // What the tests make texts with serves the benchmarks, too.
  if (module == "bench" &&
      (header.starts_with("tests/support/generated_") || header == "tests/support/random.h"))
    return "";
  if (other.empty()) return "\"" + header + "\" is not written as muragat/…, import/…, tools/… or bench/…";
  if (other == module || AllowedModules().at(module).contains(other)) return "";
  return module + " may not include " + other + " (\"" + header + "\")";
}

std::vector<Finding> FindForbiddenIncludes(const SourceFile& file) {
  static const std::regex include("^\\s*#\\s*include\\s*(<([^>]+)>|\"([^\"]+)\").*");
  const std::string module = ModuleOf(file.path);
  if (!AllowedModules().contains(module)) return {{file.path, 1, "this folder is no module of the design"}};
  std::vector<Finding> findings;
  const std::vector<std::string> lines = SplitLines(file.text);
  for (size_t i = 0; i < lines.size(); ++i) {
    std::smatch match;
    if (!std::regex_match(lines[i], match, include)) continue;
    const std::string what =
        match[2].matched ? JudgeAngled(file.path, module, match[2]) : JudgeQuoted(module, match[3]);
    if (!what.empty()) findings.push_back({file.path, i + 1, what});
  }
  return findings;
}

std::string FirstFinding(const std::string& path, const std::string& text) {
  const std::vector<Finding> findings = FindForbiddenIncludes({path, text});
  return findings.empty() ? "" : findings.front().what;
}

TEST(Architecture, EveryIncludePointsDownTheListOfModules) {
  const std::vector<SourceFile> files = ReadProgramSources();
  ASSERT_GE(files.size(), 30u) << "the sources were not found";
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    for (Finding& finding : FindForbiddenIncludes(file)) findings.push_back(std::move(finding));
  }
  EXPECT_TRUE(findings.empty()) << Describe(findings);
}

TEST(Architecture, AnIncludeThatPointsUpIsFound) {
  EXPECT_EQ(FirstFinding("src/muragat/base/date.h", "#pragma once\n#include \"muragat/model/edition.h\"\n"),
            "base may not include model (\"muragat/model/edition.h\")");
  EXPECT_EQ(FirstFinding("src/muragat/render/page.cc", "#include \"muragat/store/archive.h\"\n"),
            "render may not include store (\"muragat/store/archive.h\")");
  EXPECT_EQ(FirstFinding("import/markdown.cc", "# include \"tools/import.h\"  // why\n"),
            "import may not include tools (\"tools/import.h\")");
  EXPECT_EQ(FirstFinding("tools/show.cc", "#include \"bench/parts/input.h\"\n"),
            "tools may not include bench (\"bench/parts/input.h\")");
  EXPECT_EQ(FirstFinding("src/muragat/diff/words.cc", "#include \"words.h\"\n"),
            "\"words.h\" is not written as muragat/…, import/…, tools/… or bench/…");
}

TEST(Architecture, ALibraryOutsideItsModulesIsFound) {
  EXPECT_EQ(FirstFinding("src/muragat/codec/keys.cc", "#include <rocksdb/db.h>\n"),
            "<rocksdb/db.h> does not belong in codec");
  EXPECT_EQ(FirstFinding("src/muragat/text/words.h", "#include <unicode/brkiter.h>\n"),
            "<unicode/brkiter.h> belongs in a .cc only");
  EXPECT_EQ(FirstFinding("tools/show.cc", "#include <fmt/core.h>\n"),
            "<fmt/core.h> is of no library that the design names");
  EXPECT_EQ(FirstFinding("import/markdown.cc", "#include <unistd.h>\n"),
            "<unistd.h> does not belong in import");
  EXPECT_EQ(FirstFinding("src/muragat/extra/thing.h", "#pragma once\n"),
            "this folder is no module of the design");
}

TEST(Architecture, WhatTheDesignAllowsIsNotFound) {
  EXPECT_EQ(FirstFinding("src/muragat/store/archive.cc",
                         "#include \"muragat/codec/keys.h\"\n#include <rocksdb/db.h>\n#include <vector>\n"),
            "");
  EXPECT_EQ(FirstFinding("bench/parts/seek.cc",
                         "#include <benchmark/benchmark.h>\n#include \"muragat/store/reader.h\"\n"),
            "");
  EXPECT_EQ(FirstFinding("tools/verb.cc", "#include <CLI/CLI.hpp>\n#include \"import/format.h\"\n"), "");
}

}  // namespace
}  // namespace muragat::project
