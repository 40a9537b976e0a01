// What is wrong with an uploaded list, in the visitor's language: the readers of files speak
// English. Pure; safe from any thread.
#pragma once

#include <string>

#include "engine/codec/faults.h"
#include "web/page_words.h"

namespace dondoc {

struct FaultInWords {
  std::string row;     ///< "Dòng 3"; empty: the whole file
  std::string column;  ///< "roles"; empty: the whole row
  std::string text;
  bool is_foreign = false;  ///< no words are known for it: it stands in English
};

FaultInWords fault_in_words(const Fault& fault, const PageWords& words);

/// "row 3", "line 3" → "Dòng 3"; a JSON pointer as it is.
std::string place_in_words(const std::string& place, const PageWords& words);

}  // namespace dondoc
