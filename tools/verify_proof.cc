#include "tools/verify_proof.h"

#include "muragat/base/base64.h"
#include "muragat/proof/text_proof.h"
#include "muragat/render/json_object.h"
#include "muragat/store/durable_file.h"
#include "tools/input.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

constexpr size_t kMaxProofBytes = size_t{1} << 20;
constexpr size_t kMaxTextBytes = size_t{64} << 20;

Result<std::string> ReadFile(const std::string& path, size_t max_bytes, const Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(auto input, Input::Open(path, context.input_descriptor));
  return input->ReadAll(max_bytes);
}

// Whether `text` is the one that the proof is of.
bool IsOf(const SectionLine& section, const std::string& text) {
  return text.size() == section.text_bytes && DigestOf({text}) == section.text;
}

void Print(const TextProof& proof, const TreeHead& head, Context& context) {
  const SectionLine& section = proof.section;
  const EditionStatement& edition = proof.edition;
  if (context.json) {
    JsonObject row;
    row.SetFlag("holds", true).Set("document", edition.document).Set("section", LineageName(section.lineage));
    row.Set("number", section.number).Set("title", section.title).Set("valid", FormatDate(edition.valid));
    row.Set("basis", edition.basis == Basis::kSeen ? "seen" : "in-force").SetOrNull("reform", edition.reform);
    row.Set("sha256", FormatDigest(section.text)).Set("bytes", section.text_bytes);
    row.Set("commit", uint64_t{proof.commit.sequence.value});
    row.Set("recorded", FormatInstant(proof.commit.recorded)).Set("origin", head.origin);
    row.Set("size", head.size).Set("root", EncodeBase64(BytesOf(head.root)));
    context.out << row.Text() << '\n';
    return;
  }
  std::string text = "holds: " + edition.document + "#" + LineageName(section.lineage);
  if (!section.title.empty()) text += " (" + section.title + ")";
  text += (edition.basis == Basis::kSeen ? ", seen " : ", in force from ") + FormatDate(edition.valid);
  if (!edition.reform.empty()) text += " by " + edition.reform;
  text += "\ntext: " + std::to_string(section.text_bytes) + " bytes, SHA-256 " + FormatDigest(section.text);
  text += "\nrecorded: " + FormatInstant(proof.commit.recorded) + " as commit " +
          std::to_string(proof.commit.sequence.value) + " of " + std::to_string(head.size) + " in the log " +
          head.origin + "\n";
  context.out << context.ForPeople(text);
}

}  // namespace

Result<VerifierKey> ReadVerifierKey(const std::string& text) {
  std::string line = text;
  if (line.find('+') == std::string::npos) {
    MURAGAT_ASSIGN_OR_RETURN(auto stored, ReadSmallFile(text));
    if (!stored)
      return Status::InvalidArgument("\"" + text + "\" is no verifier key, and no file that holds one");
    line = stored->substr(0, stored->find('\n'));
  }
  return VerifierKey::Parse(line);
}

Result<ExitCode> RunVerifyProof(const VerifyProofOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const VerifierKey key, ReadVerifierKey(options.key));
  MURAGAT_ASSIGN_OR_RETURN(const std::string bytes, ReadFile(options.file, kMaxProofBytes, context));
  std::string text;
  if (!options.text.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(text, ReadFile(options.text, kMaxTextBytes, context));
  }
  const auto proof = ParseProof(bytes);
  Result<TreeHead> head = proof.ok() ? VerifyProof(*proof, key) : proof.status();
  if (head.ok() && !options.text.empty() && !IsOf(proof->section, text))
    head = Status::InvalidArgument("the proof holds, but is of another text than " + options.text);
  if (head.ok()) {
    Print(*proof, *head, context);
    return ExitCode::kDone;
  }
  if (context.json) {
    JsonObject row;
    context.out << row.SetFlag("holds", false).Set("message", head.status().message()).Text() << '\n';
  }
  context.err << "muragat: " << context.ForPeople(head.status().message()) << '\n';
  return ExitCode::kNo;
}

void RegisterVerifyProof(const Verb& program) {
  auto options = std::make_shared<VerifyProofOptions>();
  const Verb verb = program.Add("verify-proof", "Check a proof; needs no archive");
  verb.Option("FILE", options->file, "What `muragat prove` wrote; - is standard input").Required();
  verb.Option("--key", options->key, "The verifier key of the archive, or a file that holds it").Required();
  verb.Option("--text", options->text, "Check that this file is the text that the proof is of, too");
  verb.Explain(
      "Example:\n  muragat verify-proof senate.proof --key archive/vkey --text senate.md\n\n"
      "Exit codes: 0 it holds, 1 it does not hold, 2 usage, 8 a file cannot be read");
  verb.Run(options, RunVerifyProof);
}

}  // namespace muragat::tools
