// Why a document is not read, in kinds that a page has its own words for; the message of an Error
// is English, for the administrator. Values only.
#pragma once

#include "engine/result.h"

namespace dondoc {

enum class SourceFault {
  secret_marking,  ///< it bears a marking of state secrets
  no_text_layer,   ///< its pages are pictures
  locked,          ///< a password protects it
  old_word,        ///< .doc or .rtf
  unreadable,      ///< damaged, of another format, over a limit; the message says what
};

constexpr const char* k_secret_marking_fault =
    "the document bears a marking of state secrets (mật, tối mật or tuyệt mật): it is not taken "
    "in, and nothing of it was kept";
constexpr const char* k_no_text_layer_fault =
    "no text layer: the pages are pictures (a scan); ask for the document as .docx, or as a PDF "
    "saved from it";
constexpr const char* k_locked_fault = "the document is protected by a password: save it without";
constexpr const char* k_old_word_fault = "an old format of Word (.doc, .rtf): save it as .docx";

/// Of an error of source_format or read_source.
SourceFault source_fault_of(const Error& error);

}  // namespace dondoc
