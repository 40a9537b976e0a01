#include "reports/letter_head.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

constexpr std::string_view k_place_and_date = "…………, ngày …… tháng …… năm ………";
constexpr std::string_view k_no_number = "………";

/// Letters as capitals; the text is valid UTF-8 (nfc makes it so).
std::string upper_case(std::string_view text) {
  std::string upper;
  const std::string valid = nfc(text);
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(valid.data());
  const auto* end = at + valid.size();
  while (at < end) {
    utf8proc_int32_t letter = 0;
    const auto length = utf8proc_iterate(at, end - at, &letter);
    if (length <= 0) break;
    utf8proc_uint8_t encoded[4];
    const auto size = utf8proc_encode_char(utf8proc_toupper(letter), encoded);
    upper.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(size));
    at += length;
  }
  return upper;
}

/// The abbreviations of the issuing body: "BTV" in "148/KH-BTV", "TWĐTN-VP" in "29-HD/TWĐTN-VP";
/// "…" without a number.
std::string symbol_of(const std::string& number) {
  const auto slash = number.find('/');
  if (slash == std::string::npos) return "…";
  const std::string tail = number.substr(slash + 1);
  const auto dash = tail.find('-');
  const bool type_first = number.find('-') > slash && dash != std::string::npos;
  return type_first ? tail.substr(dash + 1) : tail;
}

/// A people's committee has no body above it in its head (Decree 30/2020, appendix I).
bool stands_alone(std::string_view issuer) { return fold(issuer).starts_with("uy ban nhan dan"); }

HeadLayout layout_of(const Plan& plan) {
  if (plan.layout == "youth_union") return HeadLayout::youth_union;
  return plan.layout == "party" ? HeadLayout::party : HeadLayout::state;
}

/// The state writes number/type-body, the youth union and the Party number-type/body.
std::string number_of(HeadLayout layout, std::string_view type, const std::string& symbol) {
  if (type.empty()) return "";
  return layout == HeadLayout::state ? fmt::format("Số: {}/{}-{}", k_no_number, type, symbol)
                                     : fmt::format("Số: {}-{}/{}", k_no_number, type, symbol);
}

}  // namespace

std::string unit_name_in(const Plan& plan, const Directory& directory, const std::string& unit) {
  if (const Unit* known = directory.unit(unit); known != nullptr && !known->name.empty())
    return known->name;
  const PlanUnit* planned = plan.unit(unit);
  return planned == nullptr || planned->name.empty() ? unit : planned->name;
}

std::string superior_of(const Plan& plan, const Directory& directory, const std::string& unit) {
  if (const Unit* known = directory.unit(unit)) return known->parent;
  const PlanUnit* planned = plan.unit(unit);
  return planned == nullptr ? "" : planned->parent;
}

LetterHead letter_head(const Plan& plan, const Directory& directory,
                       std::string_view document_type) {
  LetterHead head;
  head.layout = layout_of(plan);
  const std::string issuer = unit_name_in(plan, directory, plan.issuer);
  const std::string superior = superior_of(plan, directory, plan.issuer);
  if (!superior.empty() && !stands_alone(issuer))
    head.superior = upper_case(unit_name_in(plan, directory, superior));
  head.issuer = upper_case(issuer);
  if (head.layout == HeadLayout::youth_union) head.issuer = "BAN CHẤP HÀNH " + head.issuer;
  head.number = number_of(head.layout, document_type, symbol_of(plan.number));
  head.place_and_date = k_place_and_date;
  return head;
}

std::vector<std::string> titles_of(HeadLayout layout) {
  switch (layout) {
    case HeadLayout::youth_union:
      return {"ĐOÀN TNCS HỒ CHÍ MINH"};
    case HeadLayout::party:
      return {"ĐẢNG CỘNG SẢN VIỆT NAM"};
    case HeadLayout::state:
      break;
  }
  return {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"};
}

std::string stars_of(HeadLayout layout) {
  if (layout == HeadLayout::youth_union) return "***";
  return layout == HeadLayout::party ? "*" : "";
}

std::vector<std::string> signature_lines() {
  return {"QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "(Chữ ký, dấu)", "……………………"};
}

}  // namespace dondoc
