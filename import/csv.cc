#include "import/csv.h"

#include "muragat/text/byte_order_mark.h"

namespace muragat::import {
namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  Result<std::vector<CsvRow>> Read() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) {
      CsvRow row{.line = line_};
      bool more = true;
      while (more) {
        std::string field;
        MURAGAT_RETURN_IF_ERROR(ReadField(field));
        row.fields.push_back(std::move(field));
        MURAGAT_ASSIGN_OR_RETURN(more, PassSeparator());
      }
      if (row.fields.size() > 1 || !row.fields.front().empty()) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  bool IsLineEnd() const {
    return text_[at_] == '\n' || (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
  }

  Status ReadField(std::string& field) {
    if (at_ < text_.size() && text_[at_] == '"') return ReadQuoted(field);
    while (at_ < text_.size() && text_[at_] != separator_ && !IsLineEnd()) {
      if (text_[at_] == '"') return Bad(line_, "a quotation mark stands within a field");
      field += text_[at_++];
    }
    return Status::Ok();
  }

  Status ReadQuoted(std::string& field) {
    const uint64_t begin = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return Status::Ok();
        }
        ++at_;
      }
      if (c == '\n') ++line_;
      field += c;
    }
    return Bad(begin, "a quotation mark is not closed");
  }

  // Whether another field follows in this row.
  Result<bool> PassSeparator() {
    if (at_ == text_.size()) return false;
    if (text_[at_] == separator_) {
      ++at_;
      return true;
    }
    if (!IsLineEnd()) return Bad(line_, "something stands behind a closing quotation mark");
    at_ += text_[at_] == '\r' ? size_t{2} : size_t{1};
    ++line_;
    return false;
  }

  static Status Bad(uint64_t line, const char* what) {
    return Status::InvalidArgument("line " + std::to_string(line) + ": " + what);
  }

  std::string_view text_;
  char separator_;
  size_t at_ = 0;
  uint64_t line_ = 1;
};

}  // namespace

Result<std::vector<CsvRow>> ReadCsv(std::string_view text, char separator) {
  return CsvReader(SkipByteOrderMark(text), separator).Read();
}

}  // namespace muragat::import
