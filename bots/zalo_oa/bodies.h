// JSON bodies of what is sent (chat-apis.md §3.3, §3.4, §3.6). Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bots/zalo_oa/template.h"
#include "engine/port/channel.h"

namespace dondoc::zalo_oa {

std::string text_body(std::string_view user, std::string_view text,
                      const std::vector<OutgoingButton>& buttons);
std::string file_body(std::string_view user, std::string_view token);

/// Sources disagree on how the user of a template is named.
enum class UserPlace { flat, under_recipient };

std::string template_body_by_user(std::string_view user, UserPlace place, std::string_view form,
                                  const TemplateData& data);
/// `tracking` at most 48 characters.
std::string template_body_by_phone(std::string_view phone, std::string_view form,
                                   const TemplateData& data, std::string_view tracking);

/// Query of a GET: the arguments travel as one JSON object in `data`.
std::string list_query(std::string_view user, std::size_t offset, std::size_t count);

}  // namespace dondoc::zalo_oa
