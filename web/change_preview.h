// What a change of units would move, shown before it is done. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "web/change_view.h"
#include "web/page_table.h"

namespace dondoc {

/// Judged for the visitor, as if it took effect now: why it comes to nothing; empty: it does
/// something, and `values` are what the template change_preview shows of it.
std::string preview_of(const Moment& moment, const PageCall& call, const Reorganisation& change,
                       const PageWords& words, nlohmann::json& values);

/// Of a split that is previewed: to which of the new units each person goes, and which of them
/// takes each duty over, to be chosen; what `form` says already is.
void add_choices(nlohmann::json& effects, const Moment& moment, const Reorganisation& change,
                 const ChangeForm& form, const PageWords& words);

}  // namespace dondoc
