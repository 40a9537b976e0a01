// From a leased message to the ways it may take: the person's reachable accounts in their order,
// with what each channel needs to know. Pure.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "engine/command/decide.h"
#include "engine/delivery/dispatcher.h"
#include "engine/notice/notices.h"

namespace dondoc {

using ChannelNames = std::set<std::string, std::less<>>;

/// Without a way when the person is unknown or nothing reaches them: the dispatcher gives it up.
/// `with_window`: the channels that must be given the facts of a message, for the approved template
/// that stands for it when the window is closed (Capabilities::needs_window).
/// The parcel points to the texts of `world.definitions`.
Parcel parcel_of(const World& world, ClaimedMessage claimed, const MessageBody& body,
                 const ChannelNames& with_window, Instant now);

}  // namespace dondoc
