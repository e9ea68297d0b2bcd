// section := "muragat-section 1" LF then, each `key SP value LF`: place depth lineage number title flags text
// bytes
#include "muragat/proof/section_line.h"

#include "muragat/proof/record_lines.h"

namespace muragat {

std::string EncodeSectionLine(const SectionLine& line) {
  RecordWriter out;
  out.Text("muragat-section", "1");
  out.Number("place", line.place);
  out.Number("depth", line.depth_levels);
  out.Number("lineage", line.lineage.value);
  out.Text("number", line.number);
  out.Text("title", line.title);
  out.Text("flags", line.teaser ? "teaser" : "-");
  out.Hash("text", line.text);
  out.Number("bytes", line.text_bytes);
  return out.Take();
}

Result<SectionLine> DecodeSectionLine(std::string_view bytes) {
  RecordReader in(bytes);
  in.Line("muragat-section");
  SectionLine line;
  line.place = in.Number("place");
  line.depth_levels = in.Number32("depth");
  line.lineage.value = in.Number32("lineage");
  line.number = in.Text("number");
  line.title = in.Text("title");
  line.teaser = in.Line("flags") == "teaser";
  line.text = in.Hash("text");
  line.text_bytes = in.Number("bytes");
  if (!in.ok() || EncodeSectionLine(line) != bytes)
    return Status::Corruption("a record of a section cannot be decoded");
  return line;
}

}  // namespace muragat
