// The part of a writer that records an archivist's word on which section is which.
#include <algorithm>

#include "muragat/base/bytes.h"
#include "muragat/proof/brought_records.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/store/writer.h"
#include "muragat/text/utf8.h"

namespace muragat {

void Writer::PutAlias(DocumentNumber document, const std::string& id, const Alias& alias) {
  batch_->Put(Family::kCatalog, AliasKey(document, alias.section, {last_commit_.value + 1}),
              EncodeAlias(alias));
  if (!logs_) return;
  records_.AddLink(document, alias.section,
                   HashLeaf(EncodeLinkRecord({.document = id,
                                              .section = alias.section,
                                              .target = alias.target,
                                              .from = alias.from,
                                              .by_archivist = alias.by_archivist,
                                              .author = alias.author,
                                              .because = alias.because})));
}

Status Writer::AddAlias(DocumentNumber document, const std::string& id, Alias alias,
                        const std::string& because) {
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(because, "the reason"));
  alias.by_archivist = true;
  alias.author = options_.author;
  alias.because = because;
  PutAlias(document, id, alias);
  ++pending_states_;
  return Status::Ok();
}

Status Writer::Link(const DocumentId& document, SectionNumber section, SectionNumber target,
                    const std::string& because) {
  MURAGAT_RETURN_IF_ERROR(Start());
  tails_.Forget(document.text());
  MURAGAT_ASSIGN_OR_RETURN(const auto number, reader_->FindDocument(document.text()));
  if (!number) return Status::NotFound("there is no document \"" + document.text() + "\"");
  return AddAlias(*number, document.text(), {.section = section, .commit = {}, .target = target}, because);
}

Result<SectionNumber> Writer::SetApart(const DocumentId& document, SectionNumber section,
                                       const ValidDate& from, const std::string& because) {
  MURAGAT_RETURN_IF_ERROR(Start());
  tails_.Forget(document.text());
  MURAGAT_ASSIGN_OR_RETURN(const auto number, reader_->FindDocument(document.text()));
  if (!number) return Status::NotFound("there is no document \"" + document.text() + "\"");
  DocumentTail tail;
  tail.number = *number;
  MURAGAT_RETURN_IF_ERROR(ReadTail(tail));
  const SectionNumber apart{tail.last_section + 1};
  MURAGAT_RETURN_IF_ERROR(AddAlias(
      *number, document.text(), {.section = section, .commit = {}, .target = apart, .from = from}, because));
  return apart;
}

}  // namespace muragat
