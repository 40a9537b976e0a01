// What a lead can do about one assignment on its page, and the command that a sent form means. The
// engine has the last word. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "web/page_desk.h"
#include "web/page_words.h"
#include "web/route.h"

namespace dondoc {

/// The form of its obligation; null when there is none.
const Form* form_of(const World& world, const Assignment& assignment);
/// Null when the form has no such field, or there is no form.
const Field* field_of(const Form* form, const std::string& id);

/// Sets what the page offers: "can" with a member for each deed that makes sense now, and what they
/// are about.
void add_deeds(nlohmann::json& values, const Moment& moment, const Assignment& assignment,
               const PageWords& words);

struct AssignmentDeed {
  std::optional<CommandBody> command;  ///< none, and no fault: there is no such deed
  std::string fault;                   ///< what in the form is wrong, in words
};

/// `deed`: "nudge", "grant", "refuse", "accept", "return", "unblock", "keep", "release", "correct".
AssignmentDeed deed_from(const Moment& moment, const Assignment& assignment,
                         const std::string& deed, const Request& form, const PageWords& words);

}  // namespace dondoc
