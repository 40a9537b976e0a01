#include "engine/codec/file_kind.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "engine/codec/json_document.h"

namespace dondoc {
namespace {

using nlohmann::json;

struct Mark {
  std::string_view text;
  FileKind kind;
};

constexpr std::array<Mark, 9> k_schemas = {{{"plan.schema.json", FileKind::plan},
                                            {"lifecycle.schema.json", FileKind::lifecycle},
                                            {"ladders.schema.json", FileKind::ladders},
                                            {"messages.schema.json", FileKind::messages},
                                            {"calendar.schema.json", FileKind::calendar},
                                            {"units.schema.json", FileKind::units},
                                            {"config.schema.json", FileKind::config},
                                            {"reorganisation.schema.json", FileKind::reorganisation},
                                            {"json-schema.org", FileKind::schema}}};

constexpr std::array<Mark, 8> k_paths = {{{"plans/", FileKind::plan},
                                          {"lifecycles/", FileKind::lifecycle},
                                          {"calendars/", FileKind::calendar},
                                          {"messages/", FileKind::messages},
                                          {"reorganisations/", FileKind::reorganisation},
                                          {"ladders", FileKind::ladders},
                                          {"units", FileKind::units},
                                          {"dondoc", FileKind::config}}};

/// A field that only one kind of file has at its top.
constexpr std::array<Mark, 10> k_fields = {{{"obligations", FileKind::plan},
                                           {"transitions", FileKind::lifecycle},
                                           {"by_kind", FileKind::ladders},
                                           {"texts", FileKind::messages},
                                           {"days", FileKind::calendar},
                                           {"changes", FileKind::reorganisation},
                                           {"persons", FileKind::units},
                                           {"channels", FileKind::config},
                                           {"storage", FileKind::config},
                                           {"listen", FileKind::config}}};

std::optional<FileKind> kind_by_schema(const json& root) {
  auto schema = root.find("$schema");
  if (schema == root.end() || !schema->is_string()) return std::nullopt;
  const auto& name = schema->get_ref<const std::string&>();
  for (const auto& mark : k_schemas) {
    if (name.find(mark.text) != std::string::npos) return mark.kind;
  }
  return std::nullopt;
}

/// Folders count wherever they stand, file names only by their beginning.
std::optional<FileKind> kind_by_path(std::string_view path) {
  auto slash = path.rfind('/');
  auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  for (const auto& mark : k_paths) {
    bool is_folder = mark.text.back() == '/';
    if (is_folder ? path.find(mark.text) != std::string_view::npos
                  : name.substr(0, mark.text.size()) == mark.text) {
      return mark.kind;
    }
  }
  return std::nullopt;
}

std::optional<FileKind> kind_by_fields(const json& root) {
  for (const auto& mark : k_fields) {
    if (root.contains(mark.text)) return mark.kind;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FileKind> kind_of(const DataFile& file) {
  Faults reported_by_its_codec(file.name);
  auto document = JsonDocument::parse(file.text, reported_by_its_codec);
  bool is_object = document && document->root().is_object();
  auto kind = is_object ? kind_by_schema(document->root()) : std::nullopt;
  if (!kind) kind = kind_by_path(file.name);
  if (!kind && is_object) kind = kind_by_fields(document->root());
  return kind;
}

}  // namespace dondoc
