// One test case for each file of dialogues, found when the program starts. Those in faults/ show
// what the bot still does wrong: they are played, and may fail.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "app/data.h"
#include "tests/dialogues/play.h"

using namespace dondoc;
using namespace dondoc::dialogues;

namespace {

const std::string k_folder = std::string(DONDOC_SOURCE_DIR) + "/tests/dialogues";

/// Names in the folder, "faults/" for example, before them.
std::vector<std::string> scripts(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(k_folder + "/" + folder, none)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".txt") && name != "people.txt") found.push_back(folder + name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Dialogue> dialogues_of(const std::string& name) {
  const auto text = read_file(k_folder + "/" + name);
  if (!text) throw std::runtime_error(text.error().message);
  auto read = read_script("tests/dialogues/" + name, *text);
  if (!read) throw std::runtime_error(read.error());
  return std::move(*read);
}

const std::vector<Cast>& casts() {
  static const std::vector<Cast> k_casts = [] {
    const auto text = read_file(k_folder + "/people.txt");
    if (!text) throw std::runtime_error(text.error().message);
    return read_people("tests/dialogues/people.txt", *text);
  }();
  return k_casts;
}

class FileOfDialogues : public Catch::ITestInvoker {
 public:
  explicit FileOfDialogues(std::string name) : name_(std::move(name)) {}

  void invoke() const override {
    for (const Dialogue& dialogue : dialogues_of(name_)) {
      const std::string fault = play("tests/dialogues/" + name_, dialogue, casts());
      if (fault.empty())
        SUCCEED(dialogue.title);
      else
        FAIL_CHECK(dialogue.title + "\n" + fault);
    }
  }

 private:
  std::string name_;
};

struct Registration {
  Registration() {
    add("", "[dialogues]");
    add("free/", "[dialogues]");
    add("faults/", "[dialogues][!mayfail]");
  }

  static void add(const std::string& folder, const std::string& tags) {
    for (const std::string& name : scripts(folder))
      Catch::AutoReg(new FileOfDialogues(name), CATCH_INTERNAL_LINEINFO, Catch::StringRef(),
                     Catch::NameAndTags("dialogue: " + name, tags));
  }
};
const Registration k_registration;

}  // namespace

TEST_CASE("There are the dialogues that were asked for", "[dialogues]") {
  std::size_t count = 0;
  for (const std::string& name : scripts("")) count += dialogues_of(name).size();
  CHECK(count >= 65);
}
