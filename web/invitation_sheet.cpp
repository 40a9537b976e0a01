#include "web/invitation_sheet.h"

#include <nlohmann/json.hpp>

#include "web/mustache.h"
#include "web/qr_picture.h"

namespace dondoc {
namespace {

nlohmann::json values_of(const InvitationCard& card) {
  nlohmann::json values{{"xh", card.form_of_address}, {"name", card.name},
                        {"unit", card.unit},          {"code", card.code},
                        {"expires", card.expires},    {"by_zalo", card.by_zalo},
                        {"by_telegram", false},       {"by_both", false}};
  const auto picture = qr_picture(card.link);
  if (!picture) return values;
  values["by_telegram"] = true;
  values["by_both"] = card.by_zalo;
  values["side"] = picture->side;
  values["path"] = picture->path;
  return values;
}

}  // namespace

nlohmann::json invitation_values(const std::vector<InvitationCard>& cards) {
  nlohmann::json values{{"count", cards.size()}, {"cards", nlohmann::json::array()}};
  for (const InvitationCard& card : cards) values["cards"].push_back(values_of(card));
  return values;
}

std::string invitation_sheet(std::string_view page, std::string_view cards_part,
                             const std::vector<InvitationCard>& cards) {
  return fill_template(page, invitation_values(cards),
                       {{"invitation_cards", std::string(cards_part)}});
}

}  // namespace dondoc
