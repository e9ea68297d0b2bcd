#include "muragat/store/text_chain.h"

#include <utility>

#include "muragat/base/hash.h"
#include "muragat/codec/script_codec.h"

namespace muragat {

// Carries out the record on its base. False where the base is not the one that it was made for.
bool TextChain::ApplyTo(std::string_view base, uint8_t chain_length, const RevisionRecord& record) {
  next_.chain_length = chain_length;
  if (record.form == RevisionForm::kSame) {
    next_.text.assign(base);
    return true;
  }
  next_.chain_length = record.chain_length;
  return record.chain_length == chain_length + 1 &&
         ApplyStoredScript(record.payload, base, record.text_bytes, next_.text).ok();
}

// Makes the text in `next_`. False where that does not succeed: the reader says why, or knows better.
bool TextChain::MakeNext(const RevisionKey& key, const RevisionRecord& record) {
  if (record.form == RevisionForm::kKeyframe) {
    next_.text.assign(record.payload);
    next_.chain_length = 0;
  } else if (last_.is_there && last_.key == record.base) {
    if (!ApplyTo(last_.text, last_.chain_length, record)) return false;
  } else if (first_.is_there && first_.key == record.base) {
    if (!ApplyTo(first_.text, first_.chain_length, record)) return false;
  } else if (record.base.document == key.document && record.base.section == key.section) {
    return false;
  } else {
    const auto base = reader_.ReadRevision(record.base);
    if (!base.ok() || !ApplyTo((*base)->text, (*base)->chain_length, record)) return false;
  }
  return record.form == RevisionForm::kSame ||
         (next_.text.size() == record.text_bytes && Checksum32(next_.text) == record.checksum);
}

Result<std::string_view> TextChain::Rebuild(const RevisionKey& key, const RevisionRecord& record) {
  if (!MakeNext(key, record)) {
    MURAGAT_ASSIGN_OR_RETURN(const auto stored, reader_.ReadRevision(key));
    next_.text = stored->text;
    next_.chain_length = stored->chain_length;
  }
  next_.key = key;
  next_.is_there = true;
  next_.begins_chain = record.form == RevisionForm::kKeyframe || key.document != last_.key.document ||
                       key.section != last_.key.section;
  if (last_.begins_chain) std::swap(first_, last_);
  std::swap(last_, next_);
  return std::string_view(last_.text);
}

}  // namespace muragat
