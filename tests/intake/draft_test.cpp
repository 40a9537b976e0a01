// Drafts: a document becomes a plan file that `dondoc check` accepts, with the dates it states, and
// with nothing dated that it does not state.

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/codec/check_files.h"
#include "engine/codec/plan_codec.h"
#include "engine/plan/plan.h"
#include "intake/draft_plan.h"
#include "intake/plan_reading.h"
#include "tests/intake/reading_score.h"

using namespace dondoc;
using namespace dondoc::intake_tests;

namespace {

std::string whole_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> texts_in(const std::string& folder) {
  std::vector<std::filesystem::path> texts;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") texts.push_back(entry.path());
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::string corpus() {
  if (const char* named = std::getenv("DONDOC_CORPUS")) return named;
  for (const char* place : {"../shared/corpus", "../../shared/corpus"}) {
    if (std::filesystem::exists(place)) return place;
  }
  return {};
}

Plan plan_of(const std::string& json) {
  Faults faults("plan");
  auto plan = decode_plan(json, faults);
  REQUIRE(plan);
  return *plan;
}

/// What falls due, once each: date and whether it is a report, a settlement or other work.
std::set<std::string> dates_of(const Plan& plan, const ConfirmedDues& confirmed) {
  std::set<std::string> dates;
  for (const PlannedAssignment& one : assignments_of(plan, confirmed)) {
    if (one.occurrence && one.confirmed) dates.insert(one.occurrence->nominal.iso());
  }
  return dates;
}

std::string listed(const std::set<std::string>& dates) {
  std::string text;
  for (const std::string& date : dates) text += date + " ";
  return text;
}

std::set<std::string> without(const std::set<std::string>& all, const std::set<std::string>& some) {
  std::set<std::string> rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

}  // namespace

TEST_CASE("the draft of every document is a plan file without faults") {
  for (const auto& path : texts_in(DONDOC_SOURCE_DIR "/tests/intake/documents")) {
    const std::string draft = draft_plan(read_plan(lines_of(whole_text(path))));
    INFO(path << "\n" << draft);
    for (const Fault& fault : check_all({{path.stem().string() + ".json", draft}}))
      FAIL_CHECK(fault.file << fault.pointer << ": " << fault.message);
  }
}

TEST_CASE("a report without a day waits for an answer and is due by the proposal when confirmed") {
  const Plan plan = plan_of(draft_plan(read_plan(lines_of(
      "Số: 12/KH-UBND\nBình An, ngày 05 tháng 01 năm 2024\n\nKẾ HOẠCH\nCông tác năm 2024\n\n"
      "I. TỔ CHỨC THỰC HIỆN\n1. Phòng Tư pháp: báo cáo UBND xã kết quả thực hiện hằng quý.\n"))));
  REQUIRE(plan.obligations.size() == 1);
  CHECK(std::holds_alternative<UnconfirmedRule>(plan.obligations[0].due.rule));
  CHECK(dates_of(plan, {}).empty());
  CHECK(listed(dates_of(plan, all_defaults(plan))) ==
        "2024-03-25 2024-06-25 2024-09-25 2024-12-25 ");
}

TEST_CASE(
    "an exclusive limit, a stretch and a count of units are drafted as the document means them") {
  const Plan plan = plan_of(draft_plan(read_plan(lines_of(
      "Số: 7/KH-UBND\nBình An, ngày 05 tháng 01 năm 2024\n\nKẾ HOẠCH\nDiễn tập năm 2024\n\n"
      "I. NHIỆM VỤ\n1. UBND 12 xã, thị trấn: gửi phương án về Ban Chỉ huy Quân sự huyện trước ngày "
      "25/3/2024.\n2. Ban Chỉ huy Quân sự huyện: tổ chức diễn tập trong tháng 9/2024.\n"))));
  REQUIRE(plan.obligations.size() == 2);
  CHECK(units_of(plan, plan.obligations[0]).size() == 12);
  CHECK(listed(dates_of(plan, {})) == "2024-03-24 2024-09-30 ");
}

TEST_CASE("a unit with one rhythm here and another elsewhere for the same house is asked about") {
  const auto asked_of = [](const std::string& house) {
    const PlanReading reading = read_plan(
        lines_of("KẾ HOẠCH\nCông tác Đoàn năm 2025\n\nI. CHẾ ĐỘ THÔNG TIN\n"
                 "1. Các cơ sở Đoàn báo cáo kết quả về Thường trực Huyện Đoàn hằng tháng.\n"
                 "2. Ban Kiểm tra Huyện Đoàn báo cáo việc kiểm tra về " +
                 house + " hằng quý (đối với cơ sở).\n"));
    return std::any_of(reading.questions.begin(), reading.questions.end(), [](const auto& one) {
      return one.question ==
             "Dòng 6 ghi “hằng quý” cho cơ sở, dòng 5 ghi “hằng tháng”. Đơn vị này báo cáo theo kỳ "
             "nào?";
    });
  };
  CHECK(asked_of("Thường trực Huyện Đoàn"));
  CHECK_FALSE(asked_of("Sở Y tế"));
}

TEST_CASE("a limit before the document itself is shown as past and asked about") {
  const Plan plan = plan_of(draft_plan(read_plan(
      lines_of("Số: 7/KH-UBND\nBình An, ngày 21 tháng 11 năm 2025\n\nKẾ HOẠCH\nKiểm kê năm 2025\n\n"
               "I. NHIỆM VỤ\n1. UBND các xã: thành lập Tổ kiểm kê trước ngày 15/11/2025.\n"))));
  REQUIRE(plan.obligations.size() == 1);
  CHECK(std::holds_alternative<PastRule>(plan.obligations[0].due.rule));
  CHECK(std::any_of(plan.questions.begin(), plan.questions.end(), [](const Question& question) {
    return question.about == std::vector<std::string>{"N1"};
  }));
}

TEST_CASE("drafts of the first plans have the dates of those modelled by hand") {
  const std::string folder = corpus();
  if (folder.empty()) {
    std::puts("skipped: no collected documents here");
    return;
  }
  const std::map<std::string, std::string> by_hand = {{"000", "a-quan8-2011"},
                                                      {"001", "b-hocmon-2023"},
                                                      {"002", "c-caolanh-2017"},
                                                      {"003", "d-kontum-2018"},
                                                      {"004", "e-dongnai-2021"}};
  for (const auto& path : texts_in(folder + "/seeds")) {
    const std::string name = by_hand.at(path.stem().string().substr(0, 3));
    const Plan hand = plan_of(whole_text("workflows/plans/" + name + ".json"));
    const Plan draft = plan_of(draft_plan(read_plan(lines_of(whole_text(path)))));
    const auto stated = dates_of(hand, {}), drafted = dates_of(draft, {});
    const auto proposed = dates_of(hand, all_defaults(hand)),
               confirmed = dates_of(draft, all_defaults(draft));
    std::printf("%s: stated by hand only: %s| in the draft only: %s\n", name.c_str(),
                listed(without(stated, drafted)).c_str(),
                listed(without(drafted, proposed)).c_str());
    INFO(name << " stated " << listed(stated) << " drafted " << listed(drafted) << " confirmed "
              << listed(confirmed));
    CHECK(without(drafted, proposed).empty());  // nothing is dated that the plan does not say
    // by hand two more were taken as dated: the anniversary 26/6 of B19, and "năm 2018", "năm 2023"
    auto missing = without(stated, confirmed);
    for (const char* left : {"2023-06-26", "2023-12-31", "2018-12-31"}) missing.erase(left);
    CHECK(listed(missing) == "");
  }
}
