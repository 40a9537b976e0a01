// `dondoc serve`: the office at work, until it is told to stop.
#pragma once

#include <string>
#include <string_view>

#include "engine/codec/config_codec.h"

namespace dondoc {

struct ServeOptions {
  std::string config;
  std::string virtual_clock;  ///< empty: the machine's clock
};

/// Serves until SIGTERM or SIGINT. Exit code: 0 stopped as told, 1 something is at fault, 2
/// `virtual_clock` is no time.
int run_serve(const ServeOptions& options);

/// True for "http://127.0.0.1:8081/x" and other addresses of this machine.
bool is_on_this_machine(std::string_view address);

/// The first address of an enabled channel that is not on this machine, as "zalo_oa /oauth_base";
/// empty when there is none.
std::string address_elsewhere(const Config& config);

}  // namespace dondoc
