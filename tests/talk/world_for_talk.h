// A small office in memory for tests of the conversation: one district with three communes, an
// officer each, a lead; one plan. What talk answers is carried out by the engine's own decide and
// evolve, without store and outbox.
//
//   B20  report with a form, due 24/11/2023 (Bà Điểm, Đông Thạnh)      B19  event without a form,
//   due 30/11 (Bà Điểm) B1   ongoing (both)           C23  quarterly report, C22 yearly report: one
//   submission, due 05/12 (Tân Xuân)
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "bots/talk/talk.h"
#include "engine/codec/chart_codec.h"
#include "engine/codec/ladder_codec.h"
#include "engine/codec/messages_codec.h"
#include "engine/command/decide.h"
#include "engine/port/interpreter.h"
#include "engine/state/evolve.h"

namespace dondoc::talk_test {

inline std::string data_file(const std::string& path) {
  std::ifstream file(std::string(DONDOC_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <typename Decode>
auto decoded(const std::string& path, Decode decode) {
  Faults faults(path);
  auto value = decode(data_file(path), faults);
  if (!value) throw std::runtime_error(path + " is at fault");
  return std::move(*value);
}

inline const Definitions& definitions() {
  static const Definitions k_definitions = [] {
    Definitions d;
    d.plan_chart = decoded("workflows/lifecycles/plan.json", decode_chart);
    d.assignment_chart = decoded("workflows/lifecycles/assignment.json", decode_chart);
    d.ladders = decoded("config/ladders.json", decode_ladders);
    d.vi = decoded("config/messages/vi.json", decode_messages).book();
    d.en = decoded("config/messages/en.json", decode_messages).book();
    return d;
  }();
  return k_definitions;
}

inline LocalDate date(const std::string& iso) { return LocalDate::parse(iso).value(); }

class CasesInMemory : public Cases {
 public:
  std::map<std::string, Assignment, std::less<>> all;

  const Assignment* find(std::string_view code) const override {
    auto found = all.find(code);
    return found == all.end() ? nullptr : &found->second;
  }
  std::vector<std::string> codes_of_plan(std::string_view plan,
                                         std::string_view period) const override {
    return codes([&](const Assignment& a) {
      return a.plan == plan && (period.empty() || a.period == period);
    });
  }
  std::vector<std::string> open_codes() const override { return codes(is_open); }
  std::vector<std::string> open_codes_of_unit(std::string_view unit) const override {
    return codes([&](const Assignment& a) { return is_open(a) && a.unit == unit; });
  }
  std::vector<std::string> codes_of_unit(std::string_view unit,
                                         const std::vector<std::string>& plans) const override {
    return codes([&](const Assignment& a) {
      return a.unit == unit && std::find(plans.begin(), plans.end(), a.plan) != plans.end();
    });
  }

 private:
  static bool is_open(const Assignment& a) {
    return a.meaning != Meaning::done && a.meaning != Meaning::void_;
  }
  template <typename Matches>
  std::vector<std::string> codes(Matches matches) const {
    std::vector<std::string> found;
    for (const auto& [code, assignment] : all) {
      if (matches(assignment)) found.push_back(code);
    }
    return found;
  }
};

/// What came of one message.
struct Told {
  std::vector<std::string> texts;
  std::vector<std::string> messages;  ///< ids of the texts
  std::vector<Button> buttons;        ///< of the last answer
  std::vector<CommandBody> commands;
  std::string refusal;  ///< by decide; empty when all was carried out

  std::string all() const {
    std::string joined;
    for (const std::string& text : texts) joined += (joined.empty() ? "" : "\n") + text;
    return joined;
  }
  bool says(const std::string& part) const { return all().find(part) != std::string::npos; }
  template <typename Command>
  const Command* command() const {
    for (const CommandBody& body : commands) {
      if (const auto* found = std::get_if<Command>(&body)) return found;
    }
    return nullptr;
  }
};

inline Field number_field(std::string id, std::string label, FieldType type, std::string ask) {
  Field field;
  field.id = std::move(id);
  field.label = std::move(label);
  field.type = type;
  field.ask = std::move(ask);
  return field;
}

inline Field written_field(std::string id, std::string label, FieldType type, std::string ask) {
  Field field = number_field(std::move(id), std::move(label), type, std::move(ask));
  field.optional = true;
  field.aggregate = Aggregate::list;
  return field;
}

inline Obligation duty(std::string id, Kind kind, std::string what, std::vector<std::string> who,
                       DueRule due, std::string form) {
  Obligation o;
  o.id = std::move(id);
  o.kind = kind;
  o.what = std::move(what);
  o.who = std::move(who);
  o.due = std::move(due);
  o.form = std::move(form);
  o.to = {Recipient{"huyen", "", "Cán bộ phụ trách Tuyên giáo"}};
  return o;
}

inline DueRule on_day(const std::string& iso) {
  DateRule rule;
  rule.printed = date(iso);
  rule.period = iso.substr(0, 4);
  return {"", rule};
}

inline DueRule every_quarter() {
  RecurringRule rule;
  rule.every = Every::quarter;
  rule.day = 5;
  rule.from = date("2023-07-01");
  rule.to = date("2023-12-31");
  return {"chậm nhất 05 của tháng cuối quý", rule};
}

inline Plan plan_for_talk() {
  Plan plan;
  plan.id = "KH-TALK";
  plan.number = "148/KH-BTV";
  plan.date = date("2023-05-25");
  plan.issuer = "huyen";
  plan.from = date("2023-05-25");
  plan.to = date("2023-12-31");
  for (const char* unit : {"huyen", "ba-diem", "dong-thanh", "tan-xuan"}) {
    PlanUnit u;
    u.id = unit;
    plan.units.push_back(u);
  }
  Form result{"ket-qua", "Kết quả", false, {}};
  result.fields = {
      number_field("so_cuoc", "Số cuộc tuyên truyền", FieldType::count,
                   "Bao nhiêu cuộc tuyên truyền?"),
      number_field("luot_nguoi", "Lượt người dự", FieldType::count, "Bao nhiêu lượt người dự?"),
      number_field("kinh_phi", "Kinh phí", FieldType::money, "Kinh phí đã sử dụng (đồng)?"),
      written_field("kho_khan", "Khó khăn", FieldType::text, "Có khó khăn gì không?"),
      written_field("tep", "Báo cáo đã ký", FieldType::file, "Gửi kèm báo cáo đã ký?")};
  Form quarter{"quy", "Quý", false, {}};
  quarter.fields = {number_field("so_cuoc", "Số cuộc", FieldType::count, "Số cuộc trong quý?"),
                    number_field("luot_nguoi", "Lượt người", FieldType::count, "")};
  Form year{"nam", "Năm", false, {}};
  year.fields = {number_field("so_cuoc", "Số cuộc", FieldType::count, "Số cuộc cả năm?"),
                 number_field("diem", "Điểm tự chấm", FieldType::score, "Điểm tự chấm?"),
                 number_field("ty_le", "Tỷ lệ", FieldType::percent, "Tỷ lệ đạt?"),
                 number_field("co_mo_hinh", "Có mô hình", FieldType::yes_no, "Có mô hình không?")};
  plan.forms = {result, quarter, year};
  plan.obligations = {
      duty("B20", Kind::report_once, "Báo cáo kết quả năm 2023", {"ba-diem", "dong-thanh"},
           on_day("2023-11-24"), "ket-qua"),
      duty("B19", Kind::event, "Tổ chức truyền thông", {"ba-diem"}, on_day("2023-11-30"), ""),
      duty("B1", Kind::task_ongoing, "Tuyên truyền thường xuyên", {"ba-diem", "dong-thanh"},
           {"thường xuyên", OngoingRule{}}, ""),
      duty("C22", Kind::report_periodic, "Báo cáo năm", {"tan-xuan"}, on_day("2023-12-05"), "nam"),
      duty("C23", Kind::report_periodic, "Báo cáo quý", {"tan-xuan"}, every_quarter(), "quy")};
  plan.submit_together = {{"C22", "C23"}};
  return plan;
}

class OfficeForTalk {
 public:
  OfficeForTalk() : talk_(make_talk()) {
    unit("huyen", "Hội LHPN huyện Hóc Môn", "Hội LHPN huyện", "");
    unit("ba-diem", "Hội LHPN xã Bà Điểm", "Xã Bà Điểm", "huyen");
    unit("dong-thanh", "Hội LHPN xã Đông Thạnh", "Xã Đông Thạnh", "huyen");
    unit("tan-xuan", "Hội LHPN xã Tân Xuân", "Xã Tân Xuân", "huyen");
    person("dao", "Trần Thị Dao", "huyen", false, true);
    person("lan", "Nguyễn Thị Lan", "ba-diem", true, false);
    person("hoa", "Lê Thị Hoa", "ba-diem", true, false);
    person("minh", "Phạm Văn Minh", "dong-thanh", true, false);
    person("nga", "Võ Thị Nga", "tan-xuan", true, false);
    issue();
  }

  World world() const {
    definitions_.pages = pages;
    return {definitions_, office, cases, Zone::viet_nam()};
  }
  void at(const std::string& local) { now = parse_instant(local, Zone::viet_nam()).value(); }

  Told say(const std::string& who, const std::string& text) {
    return send(who, InboundKind::text, {}, text);
  }
  Told send_file(const std::string& who, const std::string& name, const std::string& caption = "",
                 std::size_t bytes = 1000) {
    return send(who, InboundKind::file, InboundFile{"handle of " + name, name, "", bytes}, caption);
  }
  Told press(const std::string& who, const std::string& action, const std::string& code) {
    return hear(Heard{who, "sandbox", "", now, "", action + ":" + code + ":1a"});
  }
  Told send(const std::string& who, InboundKind kind, const InboundFile& file,
            const std::string& text) {
    return hear(Heard{who, "sandbox", "", now, text, "", "", kind, file});
  }
  /// Several messages of one person; what came of the last.
  Told say_all(const std::string& who, const std::vector<std::string>& messages) {
    Told told;
    for (const std::string& text : messages) told = say(who, text);
    return told;
  }

  std::string carry_out(const std::string& who, CommandBody body) {
    Decision decision = decide(world(), Command{who, "", std::move(body)}, now);
    if (const auto* rejected = std::get_if<Rejected>(&decision)) return rejected->why.id;
    for (const Event& event : std::get<std::vector<Event>>(decision)) take(event);
    return {};
  }

  const Assignment& duty_of(const std::string& code) const { return cases.all.at(code); }
  std::string state(const std::string& code) const { return duty_of(code).state; }
  std::string topic(const std::string& who) const {
    auto found = office.conversations.find(who);
    return found == office.conversations.end() ? "" : found->second.topic;
  }

  Office office;
  CasesInMemory cases;
  std::string pages;  ///< their public address, as configured
  Instant now = parse_instant("2023-11-13T08:00", Zone::viet_nam()).value();

 private:
  void unit(const std::string& id, const std::string& name, const std::string& short_name,
            const std::string& parent) {
    Unit u;
    u.id = id;
    u.name = name;
    u.short_name = short_name;
    u.parent = parent;
    office.directory.put(u);
  }

  void person(const std::string& id, const std::string& name, const std::string& unit, bool officer,
              bool lead) {
    Person p;
    p.id = id;
    p.name = name;
    p.unit = unit;
    p.officer = officer;
    p.lead = lead;
    office.directory.put(p);
  }

  void issue() {
    PlanCase& plan = office.plans["KH-TALK"];
    plan.plan = plan_for_talk();
    plan.state = "issued";
    for (const PlannedAssignment& planned : assignments_of(plan.plan, {})) issue_one(planned);
  }

  void issue_one(const PlannedAssignment& planned) {
    AssignmentIssued body;
    body.plan = "KH-TALK";
    body.obligation = planned.obligation->id;
    body.unit = planned.unit;
    if (planned.occurrence) {
      body.period = planned.occurrence->period;
      body.nominal = planned.occurrence->nominal;
      body.roll = planned.occurrence->roll;
    }
    Event event;
    event.at = parse_instant("2023-05-25T09:00", Zone::viet_nam()).value();
    event.subject = planned.code;
    event.to = "issued";
    event.meaning = Meaning::open;
    event.body = body;
    take(event);
  }

  void take(const Event& event) {
    if (subject_kind(event.body) != SubjectKind::assignment)
      return evolve(office, event, nullptr, nullptr);
    Assignment& assignment = cases.all[event.subject];
    const Assignment before = assignment;
    evolve(assignment, event);
    evolve(office, event, before.code.empty() ? nullptr : &before, &assignment);
  }

  Told hear(const Heard& heard) {
    const std::string& who = heard.person;
    Interpretation meaning = talk_->interpret(world(), heard, now);
    Told told;
    told.commands = meaning.commands;
    for (CommandBody& body : meaning.commands) {
      told.refusal = carry_out(who, std::move(body));
      if (!told.refusal.empty()) return told;
    }
    for (const Reply& reply : meaning.replies) {
      told.texts.push_back(reply.text);
      told.messages.push_back(reply.message);
      told.buttons = reply.buttons;
    }
    if (meaning.conversation) office.conversations[who] = *meaning.conversation;
    return told;
  }

  std::unique_ptr<Interpreter> talk_;
  mutable Definitions definitions_ = definitions();
};

}  // namespace dondoc::talk_test
