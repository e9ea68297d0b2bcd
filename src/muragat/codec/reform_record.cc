// reform := date:6 bytes id:string title:rest
#include "muragat/codec/reform_record.h"

#include "muragat/base/bytes.h"
#include "muragat/codec/keys.h"

namespace muragat {

std::string EncodeReform(const Reform& reform) {
  std::string out;
  AppendDate(out, reform.date);
  AppendLengthPrefixed(out, reform.id);
  out.append(reform.title);
  return out;
}

Result<Reform> DecodeReform(std::string_view value) {
  ByteReader reader(value);
  Reform reform;
  const auto date = DecodeDate(reader.ReadBigEndian(kDateBytes));
  reform.id = reader.ReadLengthPrefixed();
  reform.title = reader.ReadRest();
  if (!reader.ok() || !date || reform.title.empty()) return Status::Corruption("a reform cannot be decoded");
  reform.date = *date;
  return reform;
}

}  // namespace muragat
