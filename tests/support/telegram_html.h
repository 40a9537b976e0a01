// Telegram's HTML taken apart, strictly (chat-apis.md §2.8).
#pragma once

#include <string>
#include <string_view>

namespace dondoc::test {

struct ReadHtml {
  std::string text;     ///< as it is read
  std::string bold;     ///< what of it stands in <b> or <strong>
  std::string problem;  ///< not empty: "Unsupported start tag …", and the rest means nothing
};

ReadHtml read_html(std::string_view html);

}  // namespace dondoc::test
