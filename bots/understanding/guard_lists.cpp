#include <algorithm>

#include "bots/understanding/guard_rules.h"

namespace dondoc::understanding {
namespace {

/// A phrase of one of the senses begins among the `reach` words from `i` on.
bool follows(const GuardText& text, std::size_t i, std::size_t reach, Senses senses) {
  for (std::size_t at = i; at < text.size() && at < i + reach; ++at) {
    if (text.at(at, senses)) return true;
  }
  return false;
}

bool is_sent(const GuardText& text) { return text.has(Sense::enclosed); }

/// "ảnh", "chụp" and the like; not "anh" typed for a brother, nor "tình hình".
bool is_picture(const GuardText& text, std::size_t i) {
  if (!text.at(i, bit(Sense::picture))) return false;
  if (text.is(i, "anh") && text[i].plain) return text.raw().starts_with("[");
  if (!text.is(i, "hinh") || i == 0 || text.cut_before(i)) return true;
  for (std::string_view word : {"tinh", "dien", "truyen", "loai", "mo", "dia", "huu", "vo"}) {
    if (text.is(i - 1, word)) return false;
  }
  return true;
}

std::size_t fields(const GuardText& text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.at(i, bit(Sense::field))) ++count;
  }
  return count;
}

bool is_marked_file(const GuardText& text, bool is_file) {
  if (is_file) return true;
  const std::string_view raw = text.raw();
  if (raw.starts_with("[") && text.size() > 0 && text.at(0, any_of(Sense::picture, Sense::file)))
    return true;
  // "DS nguoi sau cai xa.docx"
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i].gap == '.' && !text[i].spaced && text.at(i, any_of(Sense::file, Sense::picture)))
      return true;
  }
  return false;
}

bool has_full_name_after(const std::vector<Name>& names, std::size_t i) {
  return std::any_of(names.begin(), names.end(), [&](const Name& name) {
    return name.kind == NameKind::full && name.begin > i && name.end - name.begin >= 3;
  });
}

/// "danh sách người nghiện.xlsx"; "gửi danh sách 15 người sau cai kèm địa chỉ".
std::string_view list_of_persons(const GuardText& text, const std::vector<Name>& names,
                                 bool is_file) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t length = text.length_at(i, Sense::list);
    if (length == 0) continue;
    const bool of_citizens = follows(text, i + length, 6, bit(Sense::citizens));
    const bool of_anyone = follows(text, i + length, 4, bit(Sense::anyones));
    if (is_file && (of_citizens || of_anyone)) return "list-of-persons";
    if (follows(text, i + length, 3, bit(Sense::identity)) && is_sent(text) &&
        !text.has(Sense::asked))
      return "list-of-persons";
    if (!of_citizens && !of_anyone) continue;
    if (of_citizens && has_full_name_after(names, i)) return "list-of-persons";
    const bool is_asked = text.has(Sense::asked);
    if (fields(text) >= 1 && is_sent(text) && !is_asked) return "list-of-persons";
    if (of_citizens && fields(text) >= 2 && !is_asked) return "list-of-persons";
    if (of_citizens && text.has(Sense::enclosed) && text.has(Sense::handing_over) && !is_asked)
      return "list-of-persons";
  }
  return {};
}

/// Papers of a person, and pictures that show one.
std::string_view picture_of_person(const GuardText& text, bool is_file) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool shows = is_picture(text, i);
    if (!shows && !text.at(i, bit(Sense::file))) continue;
    for (std::size_t at = i + 1; at < text.size() && at < i + 7; ++at) {
      if (text.at(at, bit(Sense::paper))) return "paper-of-person";
      if (at <= i + 4 && shows && text.at(at, bit(Sense::likeness))) return "picture-of-person";
      if (text.at(at, any_of(Sense::applied_for, Sense::asked))) break;
    }
  }
  if (!is_file) return {};
  if (text.at(0, bit(Sense::likeness))) return "picture-of-person";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.at(i, any_of(Sense::applied_for, Sense::asked))) return {};
    if (text.at(i, bit(Sense::paper))) return "paper-of-person";
  }
  return {};
}

/// "ds nguoi nghien: pham van co, vo tan dat": names in small letters, one behind each comma.
std::string_view careless_list(const GuardText& text) {
  bool listed = false;
  for (std::size_t i = 0; i < text.size() && !listed; ++i) {
    const std::size_t length = text.length_at(i, Sense::list);
    listed = length > 0 && follows(text, i + length, 6, any_of(Sense::citizens, Sense::anyones));
  }
  if (!listed) return {};
  std::size_t named = 0;
  for (std::size_t i = 1; i + 2 < text.size(); ++i) {
    const bool begins = text[i].gap == ':' || text[i].gap == ',' || text[i].gap == ';';
    if (!begins || !text.in(i, bit(Sense::surname))) continue;
    std::size_t end = i + 1;
    while (end < text.size() && text[end].gap == ' ' && !text[end].digits) ++end;
    if (end - i >= 2 && end - i <= 4) ++named;
  }
  return named >= 2 ? "list-of-persons" : std::string_view();
}

/// "họ tên: … / năm sinh: …": a form filled in.
std::string_view filled_form(const GuardText& text) {
  std::size_t filled = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t length = text.length_at(i, Sense::field);
    const std::size_t next = i + length;
    if (length == 0 || next >= text.size()) continue;
    const char gap = text[next].gap;
    if (gap == ':' || gap == '|') ++filled;
  }
  return filled >= 2 ? "form-of-person" : std::string_view();
}

/// Three full names or more, of whom nothing says that they are officers.
std::string_view many_names(const GuardText& text, const std::vector<Name>& names) {
  if (text.has(Sense::officer)) return {};
  const auto full = std::count_if(names.begin(), names.end(), [&](const Name& name) {
    return name.kind == NameKind::full && name.end - name.begin >= 3;
  });
  if (full >= 3 && !text.has(Sense::training)) return "list-of-names";
  // "2 cháu bỏ học: Hoàng Văn Tùng lớp 8A, Đinh Thị Nhài lớp 9B"
  const bool enumerates = full == 2 && text.raw().find(':') != std::string_view::npos;
  return enumerates && text.has_any(any_of(Sense::concern, Sense::status)) ? "list-of-names"
                                                                           : std::string_view();
}

/// "số tk của hộ nhận hỗ trợ: Dương Văn Mót 6140205338917"
std::string_view account_of_person(const GuardText& text, const std::vector<Name>& names) {
  if (text.has(Sense::officer)) return {};
  const bool named = std::any_of(names.begin(), names.end(), [](const Name& name) {
    return name.kind == NameKind::full && name.end - name.begin >= 3;
  });
  for (std::size_t i = 0; named && i < text.size(); ++i) {
    if (text[i].digits && text[i].folded.size() >= 9) return "account-of-person";
  }
  return {};
}

/// "email, fb đối tượng: …"
std::string_view contact_of_person(const GuardText& text) {
  if (!text.has(Sense::contact) || !text.has(Sense::concern)) return {};
  return text.raw().find('@') != text.raw().npos || text.raw().find(".com/") != text.raw().npos
             ? "contact-of-person"
             : std::string_view();
}

/// "địa chỉ nhà đối tượng: 45/12 Nguyễn Thị Tú": where somebody concerned lives, without a name.
std::string_view address_of_person(const GuardText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_address = (text.is(i, "dia") && text.is(i + 1, "chi")) ||
                            (text.is(i, "noi") && text.is(i + 1, "o")) ||
                            (text.is(i, "cho") && text.is(i + 1, "o"));
    if (!is_address || !follows(text, i + 2, 4, bit(Sense::concern))) continue;
    for (std::size_t at = i + 3; at < text.size() && at < i + 8; ++at) {
      const bool is_given = text[at].gap == ':' || text.is(at - 1, "la") || text.is(at - 1, "o");
      if (is_given && (text[at].digits || text[at].capital || address_at(text, at) > 0))
        return "address-of-person";
    }
  }
  return {};
}

}  // namespace

std::string_view list_rule(const GuardText& text, const std::vector<Name>& names, bool is_file) {
  const bool as_file = is_marked_file(text, is_file);
  if (const auto rule = list_of_persons(text, names, as_file); !rule.empty()) return rule;
  if (const auto rule = careless_list(text); !rule.empty()) return rule;
  if (const auto rule = picture_of_person(text, as_file); !rule.empty()) return rule;
  if (const auto rule = account_of_person(text, names); !rule.empty()) return rule;
  if (const auto rule = filled_form(text); !rule.empty()) return rule;
  if (const auto rule = contact_of_person(text); !rule.empty()) return rule;
  if (const auto rule = address_of_person(text); !rule.empty()) return rule;
  return many_names(text, names);
}

}  // namespace dondoc::understanding
