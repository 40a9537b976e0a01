// Everything the channel itself writes to people; all other texts come from config/messages.
#pragma once

#include <string_view>

namespace dondoc::zalo_oa::words {

constexpr std::string_view k_typed_intro = "Có thể trả lời bằng cách nhắn:";
constexpr std::string_view k_typed_more = "Hoặc nhắn:";
constexpr std::string_view k_typed_line = "- ";
/// Before and after the names of files.
constexpr std::string_view k_file_refused = "Tệp không gửi được qua Zalo: ";
constexpr std::string_view k_file_refused_why =
    " (Zalo chỉ nhận PDF, DOC, DOCX đến 5 MB). Đề nghị liên hệ người gửi để nhận tệp.";

}  // namespace dondoc::zalo_oa::words
