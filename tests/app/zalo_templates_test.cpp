#include "app/zalo_templates.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "app/channel_set.h"
#include "app/command_line.h"
#include "app/platform_http.h"
#include "app/temporary_folder.h"

using namespace dondoc;

namespace {

const std::string k_root = DONDOC_SOURCE_DIR;
const std::string k_example = k_root + "/config/zalo-templates.example.json";

std::string good_templates() {
  return R"({"templates": [{"id": "200001", "messages": ["M-02"],
             "parameters": [{"name": "ten", "placeholder": "{xh} {ten}", "longest": 30}]}]})";
}

/// A configuration beside secrets, with a templates file of its own.
struct Installation {
  TemporaryFolder folder;
  std::string config = folder.file("dondoc.json");
  std::string templates = folder.file("zalo.json");

  explicit Installation(const std::string& text) {
    put(templates, text);
    put(folder.file("secret"), "geheim");
    put(config, R"({"channels": {"zalo_oa": {"enabled": true, "app_id": "1", "templates_file": ")" +
                    templates + R"(", "app_secret_file": ")" + folder.file("secret") +
                    R"(", "oa_secret_file": ")" + folder.file("secret") + R"("}}})");
  }
  static void put(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
  }
  int check() const {
    const char* const words[] = {"dondoc", "check", config.c_str()};
    return run_command_line(3, words);
  }
  Config read() const {
    Faults faults(config);
    return decode_config(read_file(config).value(), faults).value();
  }
};

class EmptyVault : public Vault {
 public:
  Result<std::optional<std::string>> load(std::string_view) override { return std::nullopt; }
  Result<void> save(std::string_view, const std::string&) override { return {}; }
};

std::string connected(const Installation& office) {
  PlatformHttp http;
  EmptyVault vault;
  const auto channels = ChannelSet::connect(office.read(), http, vault, {});
  return channels ? "" : channels.error().message;
}

}  // namespace

TEST_CASE("the example of templates is right, names messages that exist and is switched off",
          "[templates]") {
  const DataFiles data = find_data(k_root, "").value();
  const DataFile file{k_example, read_file(k_example).value()};
  CHECK(is_zalo_templates(file));
  CHECK(fault_lines(check_zalo_templates(file, data.files)).empty());
  const auto templates = load_zalo_templates(k_example);
  REQUIRE(templates);
  CHECK(templates->size() >= 5);
  for (const ZaloTemplate& each : *templates) {
    CHECK_FALSE(each.enabled);
    CHECK(each.id.empty());
  }
}

TEST_CASE("a message that does not exist is found, with its place", "[templates]") {
  std::string text = good_templates();
  text.replace(text.find("M-02"), 4, "M-99");
  const auto faults = check_zalo_templates({"t.json", text}, find_data(k_root, "").value().files);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].file == "t.json");
  CHECK(faults[0].pointer == "/templates/0/messages/0");
}

TEST_CASE("check follows a configuration to its templates", "[templates]") {
  CHECK(Installation(good_templates()).check() == 0);
  CHECK(Installation(R"({"templates": [{"messages": [], "parameters": []}]})").check() == 1);
  Installation without(good_templates());
  std::remove(without.templates.c_str());
  CHECK(without.check() == 1);
}

TEST_CASE("an office does not start with templates that cannot be read", "[templates]") {
  CHECK(connected(Installation(good_templates())).empty());
  const Installation wrong(
      R"({"templates": [{"id": "x", "messages": ["M-02"], "parameters": []}]})");
  const std::string told = connected(wrong);
  CHECK(told.find(wrong.templates + ": /templates/0/id: ") != std::string::npos);
}
