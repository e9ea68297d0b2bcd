// Writes document histories whose truth is known (tests/support/generated_history.h): for comparing what a
// program finds out with what truly happened.
#include <fstream>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "muragat/render/json_object.h"
#include "tests/support/generated_history.h"

namespace muragat {
namespace {

using support::GeneratedEdition;
using support::GeneratedHistory;
using support::GeneratedLanguage;
using support::TrueLink;

struct Options {
  uint32_t seed = 1, documents = 1;
  std::string language = "all", truth;
  size_t sections = 40, editions = 30;
};

// One line for `muragat import --format jsonl`.
std::string StateLine(const GeneratedHistory& history, const GeneratedEdition& edition) {
  JsonObject line;
  line.Set("document", history.document).Set("date", FormatDate(edition.state.valid));
  line.Set("reform", edition.state.reform).Set("author", "muragat-generate");
  line.Set("language", edition.state.content->language).Set("type", "text/markdown");
  return line.Set("body", edition.state.content->Text()).Text();
}

// One line a link from the edition before: places in both editions from 0, titles, what happened.
std::string LinkLine(const GeneratedHistory& history, size_t index, const TrueLink& link) {
  const GeneratedEdition& newer = history.editions[index];
  const auto& older_sections = history.editions[index - 1].state.content->sections;
  JsonObject line;
  line.Set("document", history.document).Set("date", FormatDate(newer.state.valid));
  link.older ? line.Set("old", uint64_t{*link.older}) : line.SetNull("old");
  link.newer ? line.Set("new", uint64_t{*link.newer}) : line.SetNull("new");
  line.SetOrNull("old_title", link.older ? older_sections[*link.older].title : "");
  line.SetOrNull("new_title", link.newer ? newer.state.content->sections[*link.newer].title : "");
  std::vector<std::string> events;
  for (const ChangeEvent event : link.events) events.emplace_back(EventName(event));
  return line.Set("events", events).Set("kind", KindName(link.kind)).Text();
}

int Run(const Options& options) {
  std::ofstream truth;
  if (!options.truth.empty()) {
    truth.open(options.truth, std::ios::binary | std::ios::trunc);
    if (!truth) {
      std::cerr << "muragat-generate: cannot write " << options.truth << "\n";
      return 8;
    }
  }
  for (uint32_t i = 0; i < options.documents; ++i) {
    support::GeneratorOptions made{.sections = options.sections, .editions = options.editions};
    const std::string languages[] = {"en", "ru", "kk", "zh"};
    for (size_t l = 0; l < std::size(languages); ++l) {
      if (options.language == languages[l] || (options.language == "all" && l == i % 4))
        made.language = static_cast<GeneratedLanguage>(l);
    }
    const GeneratedHistory history = support::GenerateHistory(options.seed + i, made);
    for (size_t e = 0; e < history.editions.size(); ++e) {
      std::cout << StateLine(history, history.editions[e]) << "\n";
      if (e == 0 || !truth.is_open()) continue;
      for (const TrueLink& link : history.editions[e].links) truth << LinkLine(history, e, link) << "\n";
    }
  }
  std::cout.flush();
  return std::cout ? 0 : 8;
}

}  // namespace
}  // namespace muragat

int main(int argument_count, char** arguments) {
  muragat::Options options;
  CLI::App app("Writes document histories whose truth is known, as JSON lines.", "muragat-generate");
  app.add_option("--seed", options.seed, "The same seed makes the same bytes")->capture_default_str();
  app.add_option("--documents", options.documents, "How many")->capture_default_str();
  app.add_option("--language", options.language, "en, ru, kk, zh, or all in turn")
      ->check(CLI::IsMember({"en", "ru", "kk", "zh", "all"}))
      ->capture_default_str();
  app.add_option("--sections", options.sections, "Of a first edition, about")
      ->check(CLI::Range(8, 2000))
      ->capture_default_str();
  app.add_option("--editions", options.editions, "Of each document")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_option("--truth", options.truth, "A file for what truly happened: a line a section and edition");
  app.footer("Example:\n  muragat-generate --documents 8 --truth truth.jsonl | muragat import -");
  CLI11_PARSE(app, argument_count, arguments);
  return muragat::Run(options);
}
