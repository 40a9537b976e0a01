// A list of units or persons, or a change of units, that somebody sent to a page: read and tried on
// an office. Pure.
#pragma once

#include "web/administration_desk.h"

namespace dondoc {

/// By the ending of the file's name: .json, .csv or .xlsx.
ListTrial try_list(const World& world, Instant now, ListKind kind, const UploadedFile& file);

/// The same of a change of units.
ChangeTrial try_change(const Directory& directory, const UploadedFile& file);

}  // namespace dondoc
