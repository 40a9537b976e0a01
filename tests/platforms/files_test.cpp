// A file sent in Telegram, from the chat to what is kept.
#include <catch2/catch.hpp>

#include <chrono>
#include <map>
#include <mutex>
#include <thread>

#include "app/file_fetching.h"
#include "engine/attachment/attachment.h"
#include "tests/platforms/telegram_office.h"
#include "tests/support/sample_files.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

class FilesInMemory : public FileKeeper {
 public:
  Result<void> keep(std::string_view digest, std::string_view content) override {
    const std::lock_guard lock(mutex_);
    ++writes;
    files_[std::string(digest)] = content;
    return {};
  }
  Result<std::optional<std::string>> load(std::string_view digest) override {
    const std::lock_guard lock(mutex_);
    auto found = files_.find(std::string(digest));
    return found == files_.end() ? std::nullopt : std::optional(found->second);
  }
  std::size_t size() {
    const std::lock_guard lock(mutex_);
    return files_.size();
  }
  int writes = 0;

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> files_;
};

struct Desk {
  TelegramOffice office{"2023-11-20T08:30"};
  FilesInMemory files;
  FileFetching fetching{office.runtime(), files, [this](std::string_view name) {
                          const auto* channel = office.channels().find(name);
                          return channel == nullptr ? nullptr : channel->receiver;
                        }};
  Plan plan = decoded(plan_text("b-hocmon-2023"));

  Desk() {
    for (Command& c : people_of_demo(plan)) office.command(c.by, std::move(c.body));
    office.bind("cb-hpn-xa-ba-diem", "701");
    office.command("ld-" + plan.issuer, IssuePlan{plan_text("b-hocmon-2023")});
    office.settle();
    fetching.start();
  }

  void send(const std::string& name, const std::string& content, const std::string& caption) {
    office.fake.send_document("701", name, "application/pdf", content, caption,
                              office.runtime().now());
    office.settle();
  }

  /// Until every file is settled; a fault of the test when that takes long.
  void wait() {
    for (int i = 0; i < 200; ++i) {
      bool none = false;
      office.runtime().read(
          [&](const Engine& engine) { none = engine.office().offered_files.empty(); });
      if (none) return office.settle();
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    FAIL("the file was not settled");
  }

  std::vector<Attachment> attachments(const std::string& code) {
    std::vector<Attachment> all;
    office.runtime().read([&](const Engine& engine) {
      const Assignment* a = engine.world().cases.find(code);
      if (a != nullptr) all = a->attachments;
    });
    return all;
  }
  std::string code() {
    std::string found;
    office.runtime().read([&](const Engine& engine) {
      for (const std::string& one : engine.world().cases.open_codes_of_unit("hpn-xa-ba-diem"))
        if (one.starts_with("B20-")) found = one;
    });
    return found;
  }
};

}  // namespace

TEST_CASE("a report sent as a file is kept and the sender is told", "[telegram][files]") {
  Desk desk;
  const std::string code = desk.code();
  desk.send("Bao cao.pdf", pdf_file(), code + " em gửi bản ký ạ");
  desk.wait();
  const auto files = desk.attachments(code);
  REQUIRE(files.size() == 1);
  CHECK(files.front().kind == "pdf");
  CHECK(files.front().digest == digest_of(pdf_file()));
  CHECK(desk.files.load(files.front().digest).value() == pdf_file());
  CHECK(desk.office.saw("701", "Đã nhận và lưu tệp “Bao cao.pdf”"));
}

TEST_CASE("the same content is kept once", "[telegram][files]") {
  Desk desk;
  const std::string code = desk.code();
  desk.send("a.pdf", pdf_file(), code);
  desk.send("b.pdf", pdf_file(), code);
  desk.wait();
  CHECK(desk.attachments(code).size() == 2);
  CHECK(desk.files.size() == 1);
}

TEST_CASE("a file whose content is something else is not kept", "[telegram][files]") {
  Desk desk;
  const std::string code = desk.code();
  desk.send("Bao cao.pdf", "MZ this is a program", code);
  desk.wait();
  CHECK(desk.attachments(code).empty());
  CHECK(desk.files.size() == 0);
  CHECK(desk.office.saw("701", "Chưa nhận được tệp"));
}

TEST_CASE("a file the platform does not give for a moment is fetched again", "[telegram][files]") {
  Desk desk;
  const std::string code = desk.code();
  desk.office.fake.fail_next(FakeTelegram::FaultKind::internal_error, "getFile");
  desk.send("Bao cao.pdf", pdf_file(), code);
  desk.wait();
  CHECK(desk.attachments(code).size() == 1);
  CHECK(desk.files.size() == 1);
}
