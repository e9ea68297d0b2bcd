// Each line is `key SP value LF`:
// withdrawal := "muragat-withdrawal 1": document valid commit place author because
// link       := "muragat-link 1": document section target from by author because
// reform     := "muragat-reform 1": id date title
#include "muragat/proof/brought_records.h"

#include "muragat/proof/record_lines.h"

namespace muragat {

std::string EncodeWithdrawalRecord(std::string_view document, const ValidDate& valid,
                                   const RecordedPlace& target, std::string_view author,
                                   std::string_view because) {
  RecordWriter out;
  out.Text("muragat-withdrawal", "1");
  out.Text("document", document);
  out.Text("valid", FormatDate(valid));
  out.Number("commit", target.commit.value);
  out.Number("place", target.place);
  out.Text("author", author);
  out.Text("because", because);
  return out.Take();
}

std::string EncodeLinkRecord(const LinkRecord& link) {
  RecordWriter out;
  out.Text("muragat-link", "1");
  out.Text("document", link.document);
  out.Number("section", link.section.value);
  out.Number("target", link.target.value);
  out.Text("from", link.from ? FormatDate(*link.from) : "-");
  out.Text("by", link.by_archivist ? "archivist" : "import");
  out.Text("author", link.author);
  out.Text("because", link.because);
  return out.Take();
}

std::string EncodeReformRecord(const Reform& reform) {
  RecordWriter out;
  out.Text("muragat-reform", "1");
  out.Text("id", reform.id);
  out.Text("date", FormatDate(reform.date));
  out.Text("title", reform.title);
  return out.Take();
}

}  // namespace muragat
