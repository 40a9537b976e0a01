// The sheet of invitations: an A4 page to be printed, cut and handed over, one card a person. It is
// opened from a file, so that everything is in it. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

struct InvitationCard {
  std::string form_of_address;  ///< "đồng chí"
  std::string name;
  std::string unit;
  std::string code;     ///< as people read it: "ACDE-3467"
  std::string link;     ///< of Telegram; empty: there is none, and no picture
  std::string expires;  ///< in words: "08:30 ngày 12/01/2026"
  bool by_zalo = true;  ///< the code can be typed on Zalo
};

/// "count" and "cards" for the template of the cards, web/templates/pages/invitation_cards.html.
nlohmann::json invitation_values(const std::vector<InvitationCard>& cards);

/// `page`: the template web/templates/invitations.html; `cards_part`: that of the cards.
/// Requires: both are well formed.
std::string invitation_sheet(std::string_view page, std::string_view cards_part,
                             const std::vector<InvitationCard>& cards);

}  // namespace dondoc
