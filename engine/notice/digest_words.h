// The words of "tình hình" (M-36): asked for by a lead, or told in the morning. Pure functions.
#pragma once

#include "engine/command/decide.h"
#include "engine/notice/notices.h"

namespace dondoc {

/// k kh gio ngay n da_gui dung_han tre chua_gui trong_han qua_han vuong_mac cho_duyet sap_den
/// `units`: whose duties these are (k).
Parameters standings_in_words(const World& world, const PlanCase& plan, const Standings& standings,
                              std::int64_t units, Instant now);

/// One message for the plans with news: one plan as it is asked for, several in a line each.
Notice digest_notice(const World& world, const Person& reader, const DigestSent& digest,
                     Instant now);

}  // namespace dondoc
