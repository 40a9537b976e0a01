// The process that reads one document and ends: what read_source_bounded (app/bounded_reading.h)
// starts, and what it says. Not for people: `dondoc --help` does not show it.
#pragma once

#include <cstddef>
#include <string>

#include "intake/source_document.h"

namespace dondoc {

struct ReadingProcessOptions {
  int format = 0;  ///< of SourceFormat
  unsigned processor_seconds = 0;
  std::size_t memory_bytes = 0;
};

constexpr const char* k_reading_process_command = "read-one-document";

// It answers on stdout with one of these, then the rest, then k_answer_end: an answer that was cut
// off is none.
constexpr char k_answer_document = 'D';   ///< then document_to_bytes
constexpr char k_answer_error = 'E';      ///< then the message of an Error of read_source
constexpr char k_answer_no_memory = 'M';  ///< nothing
constexpr char k_answer_end = '.';

/// Bounds itself, reads the document from stdin to its end, answers, and never returns.
int run_reading_process(const ReadingProcessOptions& options);

}  // namespace dondoc
