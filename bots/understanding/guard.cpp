#include "bots/understanding/guard.h"

#include <string>

#include "bots/understanding/guard_rules.h"
#include "bots/understanding/guard_text.h"

namespace dondoc::understanding {
namespace {

Finding judged(const GuardText& text, bool is_file) {
  if (const auto rule = secret_rule(text); !rule.empty()) return {Danger::secret, rule};
  if (const auto rule = number_rule(text); !rule.empty()) return {Danger::personal, rule};
  const std::vector<Name> names = names_in(text);
  if (const auto rule = person_rule(text, names); !rule.empty()) return {Danger::personal, rule};
  if (const auto rule = list_rule(text, names, is_file); !rule.empty())
    return {Danger::personal, rule};
  return {};
}

/// Names of files come without spaces: "danhsachnguoinghien.xlsx".
Finding judged_glued(const GuardText& name) {
  static constexpr std::string_view k_glued[] = {
      "danhsachnguoi", "danhsachho",   "danhsachdoituong", "dsnguoi",  "dshongheo", "dsdoituong",
      "cccd",          "sohokhau",     "benhan",           "cmnd",     "hosobenh",  "giaykhaisinh",
      "dssaucai",      "dshocviencai", "danhsachnannhan",  "dsnannhan"};
  for (std::size_t i = 0; i < name.size(); ++i) {
    for (std::string_view glued : k_glued) {
      if (name[i].folded.size() > 6 && name[i].folded.starts_with(glued))
        return {Danger::personal, "list-or-paper-of-person"};
    }
    const std::string_view folded = name[i].folded;
    if (folded.find("tuyetmat") != folded.npos || folded.find("congvanmat") != folded.npos)
      return {Danger::secret, "secret-marking"};
  }
  return {};
}

/// "Nguyen Van A.jpg": nothing but a name is a picture or paper of that person.
bool is_only_a_name(const GuardText& name) {
  const std::vector<Name> names = names_in(name);
  return names.size() == 1 && names[0].kind == NameKind::full && names[0].title == 0 &&
         names[0].end - names[0].begin >= 3 && names[0].end + 1 == name.size();
}

}  // namespace

Finding finding_in(std::string_view text) { return judged(GuardText(text), false); }

Finding finding_in_file(std::string_view name, std::string_view caption) {
  const GuardText words(name);
  if (const Finding found = judged(words, true); found.danger != Danger::none) return found;
  if (const Finding found = judged_glued(words); found.danger != Danger::none) return found;
  if (is_only_a_name(words)) return {Danger::personal, "file-named-after-person"};
  return judged(GuardText(caption), true);
}

}  // namespace dondoc::understanding
