// Duties, reports and a small office for tests of summary and board: plan B-HPN with units dt, bd,
// nb below hpn. The usual duty is B20, due on Friday 24/11/2023.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/state/assignment.h"
#include "engine/state/office.h"

namespace dondoc::sample {

inline LocalDate day(const char* iso) { return LocalDate::parse(iso).value(); }
inline Instant at(const char* iso) { return parse_instant(iso, Zone::viet_nam()).value(); }

/// Ordered, open, issued on Thursday 25/05/2023, acknowledged the same day.
inline Assignment duty(std::string code, std::string unit, const char* due = "2023-11-24") {
  Assignment a;
  a.code = std::move(code);
  a.plan = "B-HPN";
  a.obligation = a.code.substr(0, a.code.find('-'));
  a.unit = std::move(unit);
  a.period = "2023";
  a.state = "acknowledged";
  a.meaning = Meaning::open;
  a.issued_at = at("2023-05-25T08:00");
  a.acknowledged_at = a.issued_at;
  a.last_answer_at = a.issued_at;
  if (due != nullptr) a.nominal = day(due);
  return a;
}

/// Without a date: thường xuyên.
inline Assignment undated(std::string code, std::string unit) {
  return duty(std::move(code), std::move(unit), nullptr);
}

inline Assignment silent(Assignment a) {
  a.state = "issued";
  a.acknowledged_at.reset();
  a.last_answer_at.reset();
  return a;
}

inline Assignment with_meaning(Assignment a, Meaning meaning, std::string state) {
  a.meaning = meaning;
  a.state = std::move(state);
  return a;
}

inline Assignment waived(Assignment a) {
  return with_meaning(std::move(a), Meaning::void_, "waived");
}
inline Assignment waiting(Assignment a) {
  a.nominal.reset();
  return with_meaning(std::move(a), Meaning::waiting, "unconfirmed");
}
inline Assignment requested(Assignment a) {
  a.binding = Binding::requested;
  return a;
}

inline Assignment extended(Assignment a, const char* until) {
  a.ledger.push_back({LedgerKind::extended, day(until), a.issued_at, "lead", "thiếu số liệu", ""});
  return a;
}

inline Figure count(std::string field, std::int64_t value) {
  return {std::move(field), value, false};
}
inline Figure words(std::string field, std::string text) {
  return {std::move(field), std::move(text), false};
}

/// One more report, in the way evolve takes it in.
inline Assignment reported(Assignment a, const char* when, std::vector<Figure> figures,
                           Outcome outcome = Outcome::complete) {
  Submission s;
  s.version = static_cast<int>(a.submissions.size()) + 1;
  s.outcome = outcome;
  s.at = at(when);
  s.by = "officer-" + a.unit;
  s.figures = std::move(figures);
  if (!a.completed_at || outcome != Outcome::corrected) a.completed_at = s.at;
  a.last_answer_at = s.at;
  a.submissions.push_back(std::move(s));
  return with_meaning(std::move(a), Meaning::reported, "reported");
}

inline Assignment nil(Assignment a, const char* when) {
  return reported(std::move(a), when, {}, Outcome::nil);
}

inline Field field(std::string id, std::string label, FieldType type, Aggregate aggregate) {
  Field f;
  f.id = std::move(id);
  f.label = std::move(label);
  f.type = type;
  f.aggregate = aggregate;
  return f;
}

inline Obligation obligation(std::string id, Kind kind, std::string what, std::string form = "") {
  Obligation o;
  o.id = std::move(id);
  o.kind = kind;
  o.what = std::move(what);
  o.form = std::move(form);
  return o;
}

/// B1 has neither form nor report; B15 and B20 ask for figures; B21 reports without a form.
inline Plan plan() {
  Plan p;
  p.id = "B-HPN";
  p.number = "148/KH-BTV";
  p.date = day("2023-05-25");
  p.issuer = "hpn";
  p.subject = "Triển khai Đề án phòng, chống ma túy năm 2023";
  p.document_type = "KẾ HOẠCH";
  Form form;
  form.id = "ket-qua";
  form.fields = {
      field("so_cuoc", "Số cuộc tuyên truyền", FieldType::count, Aggregate::sum),
      field("kinh_phi", "Kinh phí đã sử dụng", FieldType::money, Aggregate::sum),
      field("kho_khan", "Khó khăn, vướng mắc", FieldType::text, Aggregate::list),
  };
  form.fields[1].optional = true;
  form.fields[2].optional = true;
  p.forms = {form};
  p.obligations = {
      obligation("B1", Kind::task_ongoing, "Tuyên truyền thường xuyên"),
      obligation("B15", Kind::task_count, "Tổ chức 03 cuộc tuyên truyền", "ket-qua"),
      obligation("B20", Kind::report_once, "Báo cáo kết quả năm 2023", "ket-qua"),
      obligation("B21", Kind::report_periodic, "Báo cáo quý"),
  };
  return p;
}

inline Unit unit(std::string id, std::string name, std::string short_name, std::string parent) {
  Unit u;
  u.id = std::move(id);
  u.name = std::move(name);
  u.short_name = std::move(short_name);
  u.parent = std::move(parent);
  return u;
}

inline Directory directory() {
  Directory d;
  d.put(unit("thanh-hoi", "Hội LHPN Thành phố Hồ Chí Minh", "", ""));
  d.put(unit("hpn", "Hội LHPN huyện Hóc Môn", "", "thanh-hoi"));
  d.put(unit("dt", "Hội LHPN xã Đông Thạnh", "Xã Đông Thạnh", "hpn"));
  d.put(unit("bd", "Hội LHPN xã Bà Điểm", "Xã Bà Điểm", "hpn"));
  d.put(unit("nb", "Hội LHPN xã Nhị Bình", "Xã Nhị Bình", "hpn"));
  return d;
}

inline Office office() {
  Office o;
  o.directory = directory();
  o.plans["B-HPN"].plan = plan();
  return o;
}

inline Chart chart() {
  Chart c;
  c.id = "assignment";
  c.states = {
      {"unconfirmed", "Chờ xác nhận hạn", "", Meaning::waiting, false},
      {"issued", "Đã giao", "", Meaning::open, false},
      {"acknowledged", "Đã tiếp nhận", "", Meaning::open, false},
      {"reported", "Đã báo cáo", "", Meaning::reported, false},
  };
  return c;
}

}  // namespace dondoc::sample
