// A file as the answer to a page's link: to be saved, never to be shown as a page of ours. Pure.
#pragma once

#include <string>

#include "reports/export.h"
#include "web/route.h"

namespace dondoc {

/// One that we made.
Response file_answer(ExportedFile file);

/// One of that name (letters, digits, - _ . alone).
Response file_answer(std::string type, const std::string& name, std::string bytes);

/// One that somebody sent: of no type that a browser would open by itself. `name`: letters, digits,
/// - _ . alone.
Response strange_file_answer(const std::string& name, std::string bytes);

}  // namespace dondoc
