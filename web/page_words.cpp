#include "web/page_words.h"

#include <nlohmann/json.hpp>

#include "engine/check.h"
#include "engine/codec/json_document.h"

namespace dondoc {

Result<PageWords> PageWords::read(std::string_view json) {
  Faults faults("words of the pages");
  const auto document = JsonDocument::parse(json, faults);
  if (!faults.none()) {
    const Fault& first = faults.list().front();
    return failure(ErrorKind::permanent, first.file + ": " + first.pointer + " " + first.message);
  }
  const auto& read = document->root();
  if (!read.is_object()) return failure(ErrorKind::permanent, "words of the pages: no object");
  PageWords words;
  for (const auto& [id, text] : read.items()) {
    if (!text.is_string() || text.get_ref<const std::string&>().empty())
      return failure(ErrorKind::permanent, "words of the pages: /" + id + " is no text");
    words.texts_[id] = text.get<std::string>();
  }
  return words;
}

const std::string& PageWords::text(std::string_view id) const {
  auto found = texts_.find(id);
  CHECK(found != texts_.end());
  return found->second;
}

std::string PageWords::filled(
    std::string_view id,
    const std::vector<std::pair<std::string_view, std::string>>& values) const {
  const std::string& form = text(id);
  std::string out;
  for (std::size_t at = 0; at < form.size();) {
    const auto open = form.find('{', at);
    const auto close = form.find('}', open == form.npos ? at : open);
    if (open == form.npos || close == form.npos) return out + form.substr(at);
    out += form.substr(at, open - at);
    const std::string_view name = std::string_view(form).substr(open + 1, close - open - 1);
    for (const auto& [known, value] : values) {
      if (known == name) out += value;
    }
    at = close + 1;
  }
  return out;
}

std::vector<std::string> PageWords::ids() const {
  std::vector<std::string> list;
  for (const auto& [id, text] : texts_) list.push_back(id);
  return list;
}

}  // namespace dondoc
