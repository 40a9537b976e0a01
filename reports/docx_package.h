// A .docx around its text (ECMA-376): Times New Roman 14 pt, page numbers in the top margin. Equal
// texts give equal bytes. Pure; safe from any thread.
#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>

namespace dondoc {

/// `write` fills the body; it must end with add_section(body, …, true) (reports/docx_text.h).
/// `title` is what the file's properties name.
std::string docx_package(const std::string& title,
                         const std::function<void(pugi::xml_node body)>& write);

}  // namespace dondoc
