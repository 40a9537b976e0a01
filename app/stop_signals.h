// Ctrl-C and a polite stop, waited for instead of handled.
#pragma once

#include <csignal>

namespace dondoc {

/// Takes the signals away from the program's default ending. Requires: called before any other
/// thread is started, so that wait_for_stop alone gets them.
sigset_t block_stop_signals();

/// Blocks until one of them comes.
void wait_for_stop(const sigset_t& signals);

}  // namespace dondoc
