// How a subcommand is put into the command line: its words, its example, and what is run once the
// whole line is understood.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <functional>
#include <memory>
#include <string>

namespace dondoc {

/// What will be run once the whole line is understood.
using Run = std::function<int()>;

/// Adds a subcommand whose options live as long as the application.
template <class Options>
struct Added {
  CLI::App* app;
  std::shared_ptr<Options> options;
};

template <class Options>
Added<Options> add(CLI::App& parent, Run& run, const char* name, const char* what,
                   const char* example, int (*command)(const Options&)) {
  auto options = std::make_shared<Options>();
  CLI::App* app = parent.add_subcommand(name, what);
  app->footer(std::string("Example: ") + example);
  app->callback(
      [&run, options, command] { run = [options, command] { return command(*options); }; });
  return {app, options};
}

inline void add_config(CLI::App& app, std::string& config) {
  app.add_option("--config", config,
                 "Configuration file; without it config/dondoc.json, or the defaults");
}
}  // namespace dondoc
