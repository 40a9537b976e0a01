// dondoc: follows up what administrative plans ask of units. The commands stand in
// app/command_line.cpp.
#include "app/command_line.h"

int main(int argc, char** argv) { return dondoc::run_command_line(argc, argv); }
