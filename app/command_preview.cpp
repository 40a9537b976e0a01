#include "app/command_preview.h"

#include <cstdio>

#include "app/data.h"
#include "app/preview.h"

namespace dondoc {
namespace {

int fail(const std::string& message) {
  std::fprintf(stderr, "dondoc preview: %s\n", message.c_str());
  return 1;
}

/// Faults of the plan itself, checked together with the definitions it will be used with.
std::vector<Fault> faults_of(const DataFiles& data, const std::string& path,
                             const std::string& text) {
  std::vector<DataFile> files;
  for (const DataFile& file : data.files) {
    if (file.name.find("workflows/plans/") == std::string::npos) files.push_back(file);
  }
  files.push_back({path, text});
  auto faults = check_all(files);
  std::erase_if(faults, [&](const Fault& fault) { return fault.file != path; });
  return faults;
}

}  // namespace

int run_preview(const PreviewOptions& options) {
  auto text = read_file(options.plan);
  if (!text) return fail(text.error().message);
  auto data = find_data(options.data, options.plan);
  if (!data) return fail(data.error().message);
  auto loaded = load_definitions(*data);
  if (!loaded.definitions) return fail("data files have faults\n" + fault_lines(loaded.faults));
  auto faults = faults_of(*data, options.plan, *text);
  if (!faults.empty()) return fail("the plan has faults\n" + fault_lines(faults));
  const Zone zone = Zone::viet_nam();
  auto preview = preview_plan(*loaded.definitions, zone, *text,
                              options.confirm_defaults ? Defaults::confirmed : Defaults::as_asked,
                              options.unit);
  if (!preview) return fail(options.plan + ": " + preview.error().message);
  std::string out = options.json ? preview_json(*preview, zone) : preview_text(*preview, zone);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return 0;
}

}  // namespace dondoc
