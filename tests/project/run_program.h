#pragma once

#include <string>

namespace muragat::project {

// What a command left behind.
struct Outcome {
  int exit_status = -1;  // -1: it did not end by itself
  std::string output;    // its standard output
  std::string errors;    // its standard error
};

// A new folder with a link to the checkout's examples/, removed with everything in it when this is destroyed.
class WorkFolder {
 public:
  WorkFolder();
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  // Runs `script` with `sh -eu` in the folder, the built program first on PATH, no archive named by the
  // environment, no standard input.
  Outcome Run(const std::string& script) const;

 private:
  std::string path_;
};

}  // namespace muragat::project
