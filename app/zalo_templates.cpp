#include "app/zalo_templates.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/codec/json_document.h"
#include "engine/codec/messages_codec.h"

namespace dondoc {
namespace {

/// Ids of the Vietnamese texts; empty when they are not among the files or cannot be read.
std::set<std::string> known_messages(const std::vector<DataFile>& installation) {
  std::set<std::string> ids;
  for (const DataFile& file : installation) {
    if (file.name.find("messages/vi.json") == std::string::npos) continue;
    Faults told_elsewhere(file.name);
    const auto texts = read_message_file(file.text, told_elsewhere);
    if (!texts) continue;
    for (const MessageText& text : texts->texts) ids.insert(text.id);
  }
  return ids;
}

void check_messages_exist(const std::vector<ZaloTemplate>& templates,
                          const std::set<std::string>& known, Faults& faults) {
  for (std::size_t i = 0; i < templates.size(); ++i) {
    const auto& messages = templates[i].messages;
    for (std::size_t j = 0; j < messages.size(); ++j) {
      if (!known.contains(messages[j]))
        faults.add(fmt::format("/templates/{}/messages/{}", i, j),
                   fmt::format("there is no message '{}'", messages[j]));
    }
  }
}

}  // namespace

Result<std::vector<ZaloTemplate>> load_zalo_templates(const std::string& file) {
  auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  Faults faults(file);
  auto templates = decode_zalo_templates(*text, faults);
  if (!templates) return failure(ErrorKind::permanent, fault_lines(faults.list()));
  return std::move(*templates);
}

bool is_zalo_templates(const DataFile& file) {
  Faults told_elsewhere(file.name);
  const auto document = JsonDocument::parse(file.text, told_elsewhere);
  return document && document->root().is_object() && document->root().contains("templates");
}

std::vector<Fault> check_zalo_templates(const DataFile& file,
                                        const std::vector<DataFile>& installation) {
  Faults faults(file.name);
  const auto templates = decode_zalo_templates(file.text, faults);
  const auto known = known_messages(installation);
  if (templates && !known.empty()) check_messages_exist(*templates, known, faults);
  return faults.list();
}

}  // namespace dondoc
