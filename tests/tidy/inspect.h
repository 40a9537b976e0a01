// Applies tests/tidy/rules.h to a tree of files in memory.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tidy {

struct File {
  std::string path;  ///< from the project's root
  std::string text;
};
using Tree = std::vector<File>;

struct Finding {
  std::string path;
  std::size_t line;  ///< from 1
  std::string reason;
};

/// Everything that breaks a rule, in the order of the files. None is what is wanted.
std::vector<Finding> inspect(const Tree& tree);

/// The text files below the working directory that are ours.
Tree read_project();

}  // namespace tidy
