#include "muragat/render/entity.h"

#include <charconv>
#include <cstdint>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

struct NamedEntity {
  std::string_view name;
  char32_t code_point;
};

constexpr NamedEntity kNamed[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},        {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xa0},     {"cent", 0xa2},    {"pound", 0xa3},    {"yen", 0xa5},     {"sect", 0xa7},
    {"copy", 0xa9},     {"laquo", 0xab},   {"shy", 0xad},      {"reg", 0xae},     {"deg", 0xb0},
    {"plusmn", 0xb1},   {"sup2", 0xb2},    {"sup3", 0xb3},     {"para", 0xb6},    {"middot", 0xb7},
    {"raquo", 0xbb},    {"frac12", 0xbd},  {"times", 0xd7},    {"agrave", 0xe0},  {"auml", 0xe4},
    {"ccedil", 0xe7},   {"egrave", 0xe8},  {"eacute", 0xe9},   {"ouml", 0xf6},    {"uuml", 0xfc},
    {"ensp", 0x2002},   {"emsp", 0x2003},  {"thinsp", 0x2009}, {"zwnj", 0x200c},  {"zwj", 0x200d},
    {"lrm", 0x200e},    {"rlm", 0x200f},   {"ndash", 0x2013},  {"mdash", 0x2014}, {"lsquo", 0x2018},
    {"rsquo", 0x2019},  {"sbquo", 0x201a}, {"ldquo", 0x201c},  {"rdquo", 0x201d}, {"bdquo", 0x201e},
    {"dagger", 0x2020}, {"bull", 0x2022},  {"hellip", 0x2026}, {"prime", 0x2032}, {"euro", 0x20ac},
    {"trade", 0x2122},  {"rarr", 0x2192},  {"minus", 0x2212},  {"le", 0x2264},    {"ge", 0x2265},
};

}  // namespace

std::string DecodeEntity(std::string_view entity) {
  std::string out;
  if (entity.size() < 4 || entity.front() != '&' || entity.back() != ';') return std::string(entity);
  std::string_view name = entity.substr(1, entity.size() - 2);
  if (name.front() == '#') {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(hexadecimal ? 2 : 1);
    uint32_t number = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), number, hexadecimal ? 16 : 10);
    const bool whole = error == std::errc() && end == name.data() + name.size();
    const bool character = number != 0 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff);
    AppendUtf8(out, whole && character ? static_cast<char32_t>(number) : U'\ufffd');
    return out;
  }
  for (const NamedEntity& known : kNamed) {
    if (known.name == name) {
      AppendUtf8(out, known.code_point);
      return out;
    }
  }
  return std::string(entity);
}

}  // namespace muragat
