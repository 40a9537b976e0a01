// Approved templates (ZBS, chat-apis.md §3.6): which one may stand for a message when the window is
// closed, and how its parameters are filled. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/text/messages.h"

namespace dondoc {

struct ZaloTemplateParameter {
  std::string name;         ///< as approved: "ten"
  std::string placeholder;  ///< text with facts: "{xh} {ten}"
  std::size_t longest = 0;  ///< in characters, as approved
  bool may_cut = false;     ///< a value that is too long is shortened with "…"; otherwise refused
};

struct ZaloTemplate {
  std::string id;                     ///< number of the approved template
  std::vector<std::string> messages;  ///< ids in the message book that it stands for
  std::vector<ZaloTemplateParameter> parameters;
  bool enabled = true;  ///< false: not approved yet, never sent
};

/// Reads {"templates": [{"enabled", "id", "messages": [...], "parameters": [{"name", "placeholder",
/// "longest", "may_cut"}]}]}, all of them in order. "enabled" is true when left out; a template
/// that is not enabled needs no id. None when there is any fault: one for each thing that is wrong,
/// with its place.
std::optional<std::vector<ZaloTemplate>> decode_zalo_templates(std::string_view json,
                                                               Faults& faults);

namespace zalo_oa {

/// The enabled template for a message of the book; null when none is configured.
const ZaloTemplate* template_for(const std::vector<ZaloTemplate>& templates,
                                 std::string_view message);

using TemplateData = std::vector<std::pair<std::string, std::string>>;

/// Name and value of every parameter. The error names the parameter and never its value: a fact is
/// missing, the value is empty, or it is too long and must not be cut.
tl::expected<TemplateData, std::string> fill_template(const ZaloTemplate& form,
                                                      const Parameters& facts);

}  // namespace zalo_oa
}  // namespace dondoc
