#pragma once

namespace muragat {

// What lies in an archive's folder (doc/format.md).
constexpr const char* kMarkerFile = "MURAGAT";  // its first lines say that it is one, and of which format
constexpr const char* kDatabaseFolder = "db";
constexpr const char* kCheckpointFile = "checkpoint";
constexpr const char* kVerifierKeyFile = "vkey";
constexpr const char* kWatchesFile = "WATCHES";

}  // namespace muragat
