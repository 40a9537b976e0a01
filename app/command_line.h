// The command line: which words run which command (design §12).
#pragma once

namespace dondoc {

/// Reads the arguments and runs the command. Exit code: 0 done, 1 the input or state is at fault, 2
/// wrong usage.
int run_command_line(int argc, const char* const* argv);

}  // namespace dondoc
