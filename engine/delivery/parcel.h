// From a leased message to the ways it may take: the person's reachable accounts in their order,
// with what each channel needs to know. Pure.
#pragma once

#include "engine/command/decide.h"
#include "engine/delivery/dispatcher.h"
#include "engine/notice/notices.h"

namespace dondoc {

/// Without a way when the person is unknown or nothing reaches them: the dispatcher gives it up.
Parcel parcel_of(const World& world, ClaimedMessage claimed, const MessageBody& body, Instant now);

}  // namespace dondoc
