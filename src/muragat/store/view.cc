#include "muragat/store/view.h"

namespace muragat {

std::string_view FamilyName(Family family) {
  switch (family) {
    case Family::kCatalog:
      return "catalog";
    case Family::kEdition:
      return "edition";
    case Family::kRevision:
      return "revision";
    case Family::kCapture:
      return "capture";
    case Family::kLog:
      return "log";
    case Family::kDerived:
      return "derived";
  }
  return "unknown";
}

}  // namespace muragat
