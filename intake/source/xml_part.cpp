#include "intake/source/xml_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/codec/utf8.h"
#include "intake/source/source_limits.h"

namespace dondoc {
namespace {

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

bool is_deeper_than(const pugi::xml_node& root, std::size_t most) {
  std::size_t depth = 0;
  for (pugi::xml_node node = root.first_child(); node;) {
    if (node.first_child()) {
      if (++depth > most) return true;
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      if (depth > 0) --depth;
    }
    if (!node || node == root) break;
    node = node.next_sibling();
  }
  return false;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

tl::unexpected<Error> refused(const std::string& name, std::string_view why) {
  return failure(ErrorKind::permanent, fmt::format("{}: {}", name, why));
}

}  // namespace

Result<std::unique_ptr<pugi::xml_document>> parse_part(const std::string& name,
                                                       std::string_view bytes) {
  const auto tags = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '<'));
  if (tags > source_limits::part_tags)
    return refused(name, fmt::format("more than {} tags", source_limits::part_tags));
  if (const auto place = first_invalid_byte(bytes); place && !is_utf16(bytes))
    return refused(name, fmt::format("not valid UTF-8 at byte {}", *place + 1));
  auto document = std::make_unique<pugi::xml_document>();
  const auto parsed = document->load_buffer(
      bytes.data(), bytes.size(),
      pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype);
  if (!parsed)
    return refused(name, fmt::format("{} at byte {}", parsed.description(), parsed.offset + 1));
  for (const pugi::xml_node& node : document->children())
    if (node.type() == pugi::node_doctype) return refused(name, "a document type is not allowed");
  if (is_deeper_than(*document, source_limits::xml_depth))
    return refused(name, fmt::format("more than {} levels deep", source_limits::xml_depth));
  return document;
}

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_node& child : node.children())
    if (local_name(child) == local) return child;
  return {};
}

std::string_view value_of(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_attribute& attribute : node.attributes())
    if (without_prefix(attribute.name()) == local) return attribute.value();
  return {};
}

int number_of(const pugi::xml_node& node, std::string_view local, int otherwise) {
  const std::string_view text = value_of(node, local);
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? number : otherwise;
}

bool is_on(const pugi::xml_node& node) {
  const std::string_view value = value_of(node, "val");
  return node && value != "0" && value != "false" && value != "off";
}

}  // namespace dondoc
