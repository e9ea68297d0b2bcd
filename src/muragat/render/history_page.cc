#include "muragat/render/history_page.h"

#include "muragat/base/base64.h"
#include "muragat/base/deflate.h"
#include "muragat/base/sha256.h"
#include "muragat/render/document_value.h"
#include "muragat/render/embedded.h"
#include "muragat/render/markup.h"
#include "muragat/render/style_hash.h"
#include "muragat/render/template.h"
#include "muragat/render/timeline.h"
#include "muragat/render/wording.h"

namespace muragat {
namespace {

constexpr size_t kManyEditions = 300;  // are listed in few bytes

// "+9 −14": the list says words by its columns.
std::string WriteWords(const PageReform& reform) {
  std::string words = FormatWords(reform.words_in, reform.words_out);
  return words.substr(0, words.find(" word"));
}

TemplateValue MarkEdition(const PageReform& reform, const std::string& colour, bool brief) {
  TemplateValue out;
  out.Set("edition_class", colour);
  if (!brief) out.Set("edition_iso", reform.iso_date);
  out.Set("edition_date", brief ? reform.iso_date : reform.date);
  out.Set("edition_title", ToTemplateValue(MarkText(reform.title)));
  out.Set("edition_words", WriteWords(reform));
  return out;
}

}  // namespace

Result<std::string> RenderHistoryPage(const HistoryPage& page) {
  static thread_local const Template page_template(kHistoryMustache);
  if (page.editions.size() != page.latest.reforms.size())
    return Status::InvalidArgument("a page of " + std::to_string(page.editions.size()) + " editions has " +
                                   std::to_string(page.latest.reforms.size()) + " reforms");
  MURAGAT_ASSIGN_OR_RETURN(TemplateValue value, FillDocumentText(page.latest));
  const std::vector<std::string> colours = ReformColours(page.latest.reforms);
  TemplateValue::List editions;
  for (size_t i = 0; i < page.latest.reforms.size(); ++i)
    editions.push_back(MarkEdition(page.latest.reforms[i], colours[i], page.editions.size() > kManyEditions));
  value.Set("editions", std::move(editions));
  value.Set("text_date", page.latest.as_of);
  value.Set("styles_hash", HistoryStyleHash());
  value.Set("script_hash", EncodeBase64(Sha256(kHistoryJs)));
  MURAGAT_ASSIGN_OR_RETURN(const std::string packed, Deflate(WriteHistoryData(page)));
  value.Set("data", EncodeBase64(packed));
  return page_template.Render(value);
}

}  // namespace muragat
