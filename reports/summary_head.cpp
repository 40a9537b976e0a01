#include "reports/summary_head.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

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

std::string superior_of(const SummaryInput& input) {
  if (const Unit* unit = input.directory.unit(input.plan.issuer)) return unit->parent;
  const PlanUnit* unit = input.plan.unit(input.plan.issuer);
  return unit == nullptr ? "" : unit->parent;
}

/// A people's committee has no body above it in its head (Decree 30/2020, appendix I).
bool stands_alone(std::string_view issuer) { return fold(issuer).starts_with("uy ban nhan dan"); }

void add_superior(SummaryDocument& document, const SummaryInput& input) {
  const std::string superior = superior_of(input);
  if (superior.empty() || stands_alone(unit_name_of(input, input.plan.issuer))) return;
  document.head_left.push_back(upper_case(unit_name_of(input, superior)));
}

void add_state_head(SummaryDocument& document, const SummaryInput& input) {
  add_superior(document, input);
  document.head_left.push_back(upper_case(unit_name_of(input, input.plan.issuer)));
  document.head_left.emplace_back("_______");
  document.head_left.push_back(
      fmt::format("Số: {}/BC-{}", k_no_number, symbol_of(input.plan.number)));
  document.head_right = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                         "_______________"};
}

/// Party bodies and the youth union write the number with the dash first and put stars under the
/// issuing body.
void add_organisation_head(SummaryDocument& document, const SummaryInput& input,
                           std::string_view body, std::string_view stars, std::string_view title) {
  add_superior(document, input);
  document.head_left.push_back(
      fmt::format("{}{}", body, upper_case(unit_name_of(input, input.plan.issuer))));
  document.head_left.emplace_back(stars);
  document.head_left.push_back(
      fmt::format("Số: {}-BC/{}", k_no_number, symbol_of(input.plan.number)));
  document.head_right = {std::string(title), "_______________"};
}

/// The body above, and whoever the plan's own consolidated reports go to.
std::vector<std::string> receivers(const SummaryInput& input) {
  std::vector<std::string> units;
  auto add = [&](const std::string& unit) {
    const bool known = std::find(units.begin(), units.end(), unit) != units.end();
    if (!unit.empty() && unit != input.plan.issuer && !known) units.push_back(unit);
  };
  add(superior_of(input));
  for (const Obligation& obligation : input.plan.obligations) {
    if (obligation.kind != Kind::consolidate) continue;
    for (const Recipient& recipient : obligation.to) add(recipient.unit);
  }
  return units;
}

}  // namespace

void add_head(SummaryDocument& document, const SummaryInput& input) {
  if (input.plan.layout == "youth_union") {
    add_organisation_head(document, input, "BAN CHẤP HÀNH ", "***", "ĐOÀN TNCS HỒ CHÍ MINH");
  } else if (input.plan.layout == "party") {
    add_organisation_head(document, input, "", "*", "ĐẢNG CỘNG SẢN VIỆT NAM");
  } else {
    add_state_head(document, input);
  }
  document.head_right.emplace_back(k_place_and_date);
}

void add_foot(SummaryDocument& document, const SummaryInput& input) {
  for (const std::string& unit : receivers(input))
    document.recipients.push_back(fmt::format("- {};", unit_name_of(input, unit)));
  if (document.recipients.empty()) document.recipients.emplace_back("- ……………………;");
  document.recipients.emplace_back("- Lưu: VT.");
  document.signature = {"QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "(Chữ ký, dấu)", "……………………"};
}

}  // namespace dondoc
