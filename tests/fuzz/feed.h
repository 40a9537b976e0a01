// What is fuzzed: each function reads one input from outside as the program does, and CHECKs what
// must hold whatever it is. The same functions are called by libFuzzer (preset fuzz) and, with the
// inputs kept in tests/fuzz/<target>/, by every test run.
#pragma once

#include <string_view>

namespace dondoc::fuzz {

void feed_telegram(std::string_view input);  ///< body of a webhook call
void feed_zalo_oa(std::string_view input);   ///< body of a webhook call, signed as it should be
void feed_zalo_bot(std::string_view input);  ///< body of a webhook call
void feed_understanding(std::string_view input);  ///< what somebody wrote
void feed_text(std::string_view input);           ///< a plan document as .txt and as .md
/// A plan document as .pdf; without "%PDF" in front words on pages, six bytes each.
void feed_pdf(std::string_view input);
/// A plan document as .docx; without "PK" in front its parts as XML, parted by lines "%%": body,
/// numbering, styles, footnotes, endnotes, header.
void feed_docx(std::string_view input);
void feed_reading(std::string_view input);    ///< a plan document's text, to its draft and page
void feed_answers(std::string_view input);    ///< answers to the questions of a draft
void feed_plan(std::string_view input);       ///< a plan file
void feed_lifecycle(std::string_view input);  ///< a lifecycle file
void feed_calendar(std::string_view input);   ///< a calendar file

}  // namespace dondoc::fuzz
