#include "bots/zalo_oa/template.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/split_text.h"
#include "engine/text/vietnamese.h"

namespace dondoc::zalo_oa {
namespace {

/// The placeholder text with every "{name}" replaced; the missing name otherwise.
tl::expected<std::string, std::string> filled(std::string_view text, const Parameters& facts) {
  std::string result;
  while (!text.empty()) {
    const auto open = text.find('{');
    result += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) {
      result += text.substr(open);
      break;
    }
    const std::string_view name = text.substr(open + 1, close - open - 1);
    auto fact = std::find_if(facts.begin(), facts.end(),
                             [name](const auto& each) { return each.first == name; });
    if (fact == facts.end()) return tl::unexpected<std::string>(std::string(name));
    result += fact->second;
    text.remove_prefix(close + 1);
  }
  return result;
}

/// NFC on one line: a template's parameter holds no line breaks.
std::string on_one_line(std::string_view text) {
  std::string result;
  bool blank = false;
  for (char c : nfc(text)) {
    const bool white = static_cast<unsigned char>(c) <= 0x20;
    if (!white && blank && !result.empty()) result += ' ';
    if (!white) result += c;
    blank = white;
  }
  return result;
}

}  // namespace

const ZaloTemplate* template_for(const std::vector<ZaloTemplate>& templates,
                                 std::string_view message) {
  for (const ZaloTemplate& each : templates) {
    if (each.enabled &&
        std::find(each.messages.begin(), each.messages.end(), message) != each.messages.end())
      return &each;
  }
  return nullptr;
}

tl::expected<TemplateData, std::string> fill_template(const ZaloTemplate& form,
                                                      const Parameters& facts) {
  const auto refuse = [&form](const ZaloTemplateParameter& parameter, std::string_view why) {
    return tl::unexpected<std::string>(
        fmt::format("template {}, parameter {}: {}", form.id, parameter.name, why));
  };
  TemplateData data;
  for (const ZaloTemplateParameter& parameter : form.parameters) {
    auto text = filled(parameter.placeholder, facts);
    if (!text) return refuse(parameter, fmt::format("the fact '{}' is missing", text.error()));
    std::string value = on_one_line(*text);
    if (value.empty()) return refuse(parameter, "nothing to say");
    const std::size_t length = characters(value);
    if (length > parameter.longest) {
      if (!parameter.may_cut)
        return refuse(parameter, fmt::format("{} characters, {} are allowed and it must not be cut",
                                             length, parameter.longest));
      value = cut_kindly(value, parameter.longest, TextUnit::characters);
    }
    data.emplace_back(parameter.name, std::move(value));
  }
  return data;
}

}  // namespace dondoc::zalo_oa
