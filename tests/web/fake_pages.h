// A small office for the pages, without engine or store: Hóc Môn with the communes Đông Thạnh, Bà
// Điểm and Nhị Bình; a lead of the district, one of a commune, officers; what they keep in memory.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "app/judged_office.h"
#include "engine/codec/chart_codec.h"
#include "engine/port/page_store.h"
#include "tests/reports/sample_duties.h"
#include "tests/support/message_books.h"
#include "tests/web/fake_desk.h"
#include "web/page_desk.h"
#include "web/site.h"

namespace dondoc {

inline Person person(std::string id, std::string unit, bool lead) {
  Person p;
  p.id = std::move(id);
  p.name = "Người " + p.id;
  p.unit = std::move(unit);
  p.lead = lead;
  p.officer = !lead;
  return p;
}

inline Chart chart_of(const std::string& name) {
  Faults faults(name);
  return decode_chart(*project_file("workflows/lifecycles/" + name + ".json"), faults).value();
}

class FakePageDesk : public PageDesk {
 public:
  FakePageDesk() : judged_(state, Zone::viet_nam()), cases_(state.assignments) {
    state.office = sample::office();
    for (const auto& [id, unit, lead] :
         std::vector<std::tuple<const char*, const char*, bool>>{{"ld-hpn", "hpn", true},
                                                                 {"ld-dt", "dt", true},
                                                                 {"cb-dt", "dt", false},
                                                                 {"cb-bd", "bd", false},
                                                                 {"ld-top", "thanh-hoi", true}})
      state.office.directory.put(person(id, unit, lead));
    plan_merger();
    definitions.vi = *test::books().vi;
    definitions.assignment_chart = chart_of("assignment");
    definitions.plan_chart = chart_of("plan");
    add(sample::duty("B20-01", "dt"));
    add(sample::duty("B20-02", "bd"));
    add(sample::silent(sample::duty("B15-03", "nb", "2023-12-29")));
    add(sample::reported(sample::duty("B15-01", "dt", "2023-11-20"), "2023-11-18T09:00",
                         {sample::count("so_cuoc", 3)}));
  }

  void add(const Assignment& a) { state.assignments[a.code] = a; }

  Instant now() override { return time; }
  Zone zone() override { return Zone::viet_nam(); }
  Result<std::string> version() override { return seen_version; }
  Result<void> look(std::optional<LocalDate> day,
                    const std::function<void(const Moment&)>& look) override {
    ++looks;
    days.push_back(day ? day->iso() : "");
    const LocalDate today = zone().date_of(time);
    judged_.judge_all(today);
    const World world{definitions, state.office, cases_, zone()};
    static const std::vector<Judged> none;
    const bool before = day && *day < sample::day("2023-01-01");
    look({world, world, time, time, day.value_or(today), before ? none : judged_.judged(),
          [&](std::string_view code) { return judged_.find(code); }});
    return {};
  }
  Result<LifeView> life(const std::string& code) override {
    return LifeView{
        {"Hạn theo văn bản."}, {{time, "Người cb-dt", "Đã giao " + code + ".", {}}}, {}, ""};
  }
  Result<ReminderProof> proof(const std::string& code) override {
    Reminder one;
    one.person = "cb-dt";
    one.text = "Kính nhắc [" + code + "]";
    one.created = time;
    return ReminderProof{code, {one}};
  }
  Result<std::optional<std::string>> file(const std::string& digest) override {
    auto found = kept_files.find(digest);
    return found == kept_files.end() ? std::nullopt : std::optional(found->second);
  }
  Result<Answer> carry_out(const Command& command) override {
    commands.push_back(command);
    return answer;
  }

  /// Đông Thạnh and Bà Điểm are to become one on 1 January.
  void plan_merger() {
    ReorganisationCase one;
    one.reorganisation.id = "nhap-2024";
    one.reorganisation.on = sample::day("2024-01-01");
    one.reorganisation.basis = "Nghị quyết 1/NQ-HĐND";
    UnitChange change;
    change.units = {"dt", "bd"};
    Unit heir;
    heir.id = "hop-nhat";
    heir.name = "Xã Hợp Nhất";
    heir.parent = "hpn";
    change.into = {heir};
    one.reorganisation.changes = {change};
    one.by = "ld-hpn";
    one.recorded_at = sample::at("2023-11-20T08:00");
    state.office.reorganisations["nhap-2024"] = one;
  }

  /// Somebody sent a file about B20-01 whose name is no name.
  void send_file() {
    Attachment file;
    file.number = 1;
    file.name = "<script>.html";
    file.kind = "pdf";
    file.digest = "d1";
    file.bytes = 9;
    file.by = "cb-dt";
    state.assignments["B20-01"].attachments = {file};
    kept_files["d1"] = "%PDF-1.4 ";
  }

  Replayed state;
  Definitions definitions;
  Instant time = sample::at("2023-11-29T08:00");
  std::string seen_version = "7";
  int looks = 0;
  std::vector<std::string> days;
  std::vector<Command> commands;
  std::map<std::string, std::string> kept_files;
  Answer answer;

 private:
  JudgedOffice judged_;
  OfficeCases cases_;
};

class MemoryPageStore : public PageStore {
 public:
  Result<void> save_session(const PageSession& session) override {
    sessions[session.hash] = session;
    return {};
  }
  Result<std::optional<PageSession>> find_session(std::string_view hash) override {
    auto found = sessions.find(std::string(hash));
    return found == sessions.end() ? std::nullopt : std::optional(found->second);
  }
  Result<void> end_session(std::string_view hash) override {
    sessions.erase(std::string(hash));
    return {};
  }
  Result<void> end_sessions_of(std::string_view name) override {
    std::erase_if(sessions, [&](const auto& s) { return s.second.person == name; });
    return {};
  }
  Result<void> forget_sessions(Instant idle, Instant began) override {
    std::erase_if(sessions, [&](const auto& s) {
      return s.second.last_seen < idle || s.second.since < began;
    });
    return {};
  }
  Result<bool> use_link(std::string_view hash, Instant made, Instant forget) override {
    std::erase_if(links, [&](const auto& link) { return link.second < forget; });
    return links.emplace(hash, made).second;
  }
  Result<void> save_password(std::string_view name, const std::string& hash) override {
    passwords[std::string(name)] = hash;
    return {};
  }
  Result<std::optional<std::string>> find_password(std::string_view name) override {
    auto found = passwords.find(std::string(name));
    return found == passwords.end() ? std::nullopt : std::optional(found->second);
  }
  Result<void> note_read(const PageRead& read) override {
    noted.push_back(read);
    return {};
  }
  Result<std::vector<PageRead>> reads(std::string_view, std::size_t) override { return noted; }

  std::map<std::string, PageSession> sessions;
  std::map<std::string, Instant> links;
  std::map<std::string, std::string> passwords;
  std::vector<PageRead> noted;
};

}  // namespace dondoc
