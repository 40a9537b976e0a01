// Events to JSON and back, as they stand in the log (docs: one row, one event). Pure functions.
//
//   {"at":1700791200000,"by":"chi-lan","kind":"acknowledged","subject":"B20-07","via":"zalo_oa:42",
//    "to":"acknowledged","meaning":"open","cleared":true,"next":{"rung":2,"at":1700791200000},"body":{…}}
//
// `next` is there when the event is `rearmed`, and null when nothing is armed any more. `meaning` is there with `to`.
// Equal events give equal bytes. Text that is not UTF-8 is written with U+FFFD in the place of each broken byte.
#pragma once

#include <string>
#include <string_view>

#include "engine/event/event.h"
#include "engine/result.h"

namespace dondoc {

std::string encode(const Event& event);
void encode_to(std::string& out, const Event& event);

/// Errors: corrupt when the text is no event: the message names the field.
Result<Event> decode_event(std::string_view json);

}  // namespace dondoc
