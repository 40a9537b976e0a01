#include "tests/codec/good_files.h"

#include "engine/codec/plan_words.h"

namespace dondoc::good {

std::string plan() {
  return R"json({
  "$schema": "../schema/plan.schema.json",
  "plan": {
    "id": "P-MAU-2023", "number": "01/KH-MAU", "date": "2023-03-01", "place": "Huyện Mẫu",
    "document_type": "KẾ HOẠCH", "layout": "state", "issuer": "huyen-mau", "subject": "Tuyên truyền năm 2023",
    "from": "2023-03-01", "to": "2023-12-31", "source": "kế hoạch mẫu của bộ kiểm thử",
    "signatory": {"authority": null, "position": "Chủ tịch", "name": "Nguyễn Văn Mẫu", "line": "90"},
    "basis": [{"document": "Kế hoạch 12/KH-UBND", "date": "2023-02-10", "line": "8"}],
    "recipients": [{"text": "Như trên", "unit": "so-mau", "line": "95"}],
    "phases": [{"what": "Triển khai", "from": "2023-03-01", "to": "2023-11-30", "line": "60-61"}],
    "targets": [{"id": "T1", "what": "Người dân được tuyên truyền", "value": 80, "unit": "percent",
        "measured": "reported", "line": "20"}],
    "budget": {"total_vnd": 24000000, "items": [
      {"unit": "xa-mot", "what": "Mô hình", "amount_vnd": 15000000, "line": "49"},
      {"unit": "xa-hai", "what": "Mô hình", "amount_vnd": 9000000, "line": "53",
       "parts": [{"what": "Xây dựng", "amount_vnd": 4000000}, {"what": "Duy trì", "amount_vnd": 5000000}]}]},
    "submit_together": [["P1", "P2"]]
  },
  "units": [
    {"id": "so-mau", "name": "Sở Mẫu", "kind": "superior", "parent": null, "external": true},
    {"id": "huyen-mau", "name": "Huyện Mẫu", "short": "Huyện", "kind": "committee", "parent": null},
    {"id": "xa-mot", "name": "Xã Mẫu Một", "kind": "commune", "parent": "huyen-mau", "line": "13"},
    {"id": "xa-hai", "name": "Xã Mẫu Hai", "kind": "commune", "parent": "huyen-mau", "placeholder": true}
  ],
  "groups": [{"id": "cac-xa", "name": "Các xã", "units": ["xa-mot", "xa-hai"], "stated_count": 2,
      "line": "13"}],
  "forms": [{"id": "bao-cao", "name": "Báo cáo kết quả", "assumed": true, "fields": [
    {"id": "so_cuoc", "label": "Số cuộc", "type": "count", "aggregate": "sum", "example": "3"},
    {"id": "luot_nguoi", "label": "Lượt người dự", "type": "count", "persons": true},
    {"id": "ty_le", "label": "Tỷ lệ", "type": "percent", "aggregate": "ratio", "of": "luot_nguoi",
        "target": "T1"},
    {"id": "vuong_mac", "label": "Vướng mắc", "type": "text", "optional": true}]}],
  "obligations": [
    {"id": "P1", "line": "81", "kind": "report_once", "binding": "ordered", "what": "Báo cáo kết quả",
        "who": ["cac-xa"],
     "to": [{"unit": "so-mau", "through": "huyen-mau", "office": "Văn phòng"}], "form": "bao-cao",
     "due": {"type": "date", "date": "2023-11-25", "inclusive": false, "cutoff": "2023-11-14",
         "stated": "trước ngày 25/11/2023"}},
    {"id": "P2", "line": "82", "kind": "report_periodic", "binding": "ordered", "what": "Báo cáo quý",
        "who": ["cac-xa"],
     "due": {"type": "recurring", "every": "quarter", "day": 5, "inclusive": true, "from": "2023-03-01",
         "to": "2023-12-31", "stated": "ngày 05 tháng cuối quý"}},
    {"id": "P3", "line": "83, 85", "kind": "plan_issue", "binding": "ordered", "what": "Xây dựng kế hoạch",
        "who": ["xa-mot", "xa-hai"],
     "due": {"type": "unconfirmed", "stated": "không ghi thời hạn", "question": "P-Q1"}},
    {"id": "P4", "line": "84", "kind": "task_ongoing", "binding": "requested", "what": "Phối hợp",
        "who": ["xa-mot"], "with": ["công an xã"],
     "due": {"type": "ongoing", "stated": "thường xuyên"}},
    {"id": "P5", "line": "86", "kind": "review", "binding": "ordered", "what": "Tổng kết",
        "who": ["huyen-mau"], "quantity": {"value": 1, "unit": "cuộc"},
     "due": {"type": "window", "from": "2023-12-01", "to": "2023-12-31", "stated": "tháng 12/2023"}},
    {"id": "P6", "line": "87", "kind": "training", "binding": "ordered", "what": "Tập huấn", "who": [],
     "due": {"type": "trigger", "when": "khi có lớp", "within_working_days": 5, "stated": "khi có lớp"}},
    {"id": "P7", "line": "88", "kind": "consolidate", "binding": "ordered", "what": "Tổng hợp",
        "who": ["huyen-mau"], "ladder": "report",
     "due": {"type": "several", "stated": "6 tháng và năm", "rules": [
       {"type": "date", "date": "2023-06-10", "inclusive": true, "period": "2023-6T", "stated": "6 tháng"},
       {"type": "date", "date": "2023-12-10", "inclusive": true, "period": "2023", "roll": "prev_workday",
           "stated": "năm"}]}}
  ],
  "questions": [
    {"id": "P-Q1", "about": ["P3"], "question": "Hạn xây dựng kế hoạch?", "default": {
        "text": "Hết tháng 3/2023.",
     "due": {"P3": {"type": "window", "from": "2023-03-01", "to": "2023-03-31", "stated": "đề xuất"}}}},
    {"id": "P-Q2", "about": ["P6", "plan", "units"], "question": "Ai tập huấn?", "conflict": false,
        "default": null}
  ]
})json";
}

std::string lifecycle() {
  return R"json({
  "$schema": "../schema/lifecycle.schema.json",
  "id": "assignment", "initial": "unconfirmed",
  "states": [
    {"id": "unconfirmed", "label": {"vi": "Chờ xác nhận hạn", "en": "Unconfirmed"}, "meaning": "waiting"},
    {"id": "issued", "label": {"vi": "Đã giao", "en": "Issued"}, "meaning": "open"},
    {"id": "acknowledged", "label": {"vi": "Đã tiếp nhận", "en": "Acknowledged"}, "meaning": "open"},
    {"id": "in_progress", "label": {"vi": "Đang thực hiện", "en": "In progress"}, "meaning": "open"},
    {"id": "for_signature", "label": {"vi": "Trình ký", "en": "For signature"}, "meaning": "open"},
    {"id": "reported", "label": {"vi": "Đã báo cáo", "en": "Reported"}, "meaning": "reported"},
    {"id": "returned", "label": {"vi": "Trả lại", "en": "Returned"}, "meaning": "open"},
    {"id": "accepted", "label": {"vi": "Đã xác nhận", "en": "Accepted"}, "meaning": "done"},
    {"id": "closed", "label": {"vi": "Đóng", "en": "Closed"}, "meaning": "done", "final": true},
    {"id": "waived", "label": {"vi": "Được miễn", "en": "Waived"}, "meaning": "void", "final": true},
    {"id": "transferred", "label": {"vi": "Đã chuyển", "en": "Transferred"}, "meaning": "void", "final": true},
    {"id": "cancelled", "label": {"vi": "Đã thu hồi", "en": "Cancelled"}, "meaning": "void", "final": true}
  ],
  "transitions": [
    {"from": "unconfirmed", "on": "confirm", "to": "issued", "actions": ["arm_ladder"]},
    {"from": "issued", "on": "acknowledge", "to": "acknowledged"},
    {"from": ["issued", "acknowledged"], "on": "progress", "to": "in_progress", "actions": ["reset_nudges"]},
    {"from": "in_progress", "on": "sign", "to": "for_signature"},
    {"from": ["in_progress", "for_signature"], "on": "submit", "to": "reported", "guards": ["has_figures"],
        "actions": ["stop_ladder", "tell_lead"]},
    {"from": "in_progress", "on": "submit", "to": "in_progress", "guards": ["!has_figures"]},
    {"from": "reported", "on": "return", "to": "returned", "actions": ["arm_ladder", "tell_officer"]},
    {"from": "returned", "on": "submit", "to": "reported"},
    {"from": "reported", "on": "accept", "to": "accepted"},
    {"from": "accepted", "on": "correct", "to": "reported"},
    {"from": "accepted", "on": "close", "to": "closed"},
    {"from": ["unconfirmed", "issued"], "on": "waive", "to": "waived"},
    {"from": ["unconfirmed", "issued"], "on": "transfer", "to": "transferred"},
    {"from": ["unconfirmed", "issued"], "on": "cancel", "to": "cancelled"},
    {"from": "acknowledged", "on": "retract", "to": "issued"}
  ],
  "triggers": [{"id": "sign", "label": {"vi": "trình ký", "en": "for signature"}, "by": "officer"}]
})json";
}

std::string ladders() {
  std::string by_kind;
  for (auto kind : kind_names()) {
    by_kind += (by_kind.empty() ? "\"" : ", \"") + std::string(kind) + "\": \"report\"";
  }
  return R"json({
  "$schema": "../workflows/schema/ladders.schema.json",
  "source": "bộ kiểm thử",
  "hours": [["08:00", "11:00"], ["14:00", "16:30"]],
  "messages_a_day": 2, "unanswered_nudges": 3, "digest_at": "07:45", "promise_check_at": "15:00",
  "ladders": [
    {"id": "report", "rungs": [
      {"id": "ack-repeat", "anchor": "issue", "offset": 2, "unit": "working_days", "at": "14:00",
          "audience": "officer", "message": "M-01", "only_unacknowledged": true},
      {"id": "D-7", "anchor": "due", "offset": -7, "unit": "calendar_days", "at": "08:00",
          "audience": "officer", "message": "M-02"},
      {"id": "D", "anchor": "due", "offset": 0, "unit": "calendar_days", "at": "08:00", "audience": "officer",
          "message": "M-05"},
      {"id": "D+1", "anchor": "due", "offset": 1, "unit": "working_days", "at": "08:00",
          "audience": "officer", "message": "M-06"},
      {"id": "lead", "anchor": "due", "offset": 4, "unit": "working_days", "at": "08:00", "audience": "lead",
          "message": "M-08", "nudge": false}]},
    {"id": "polite", "rungs": [
      {"id": "D", "anchor": "due", "offset": 0, "unit": "calendar_days", "at": "09:00", "audience": "officer",
          "message": "M-05"}]}
  ],
  "by_kind": {)json" +
         by_kind + "},\n  \"requested\": \"polite\"\n}";
}

std::string messages(const std::string& language) {
  const bool vi = language == "vi";
  std::string texts;
  for (int number = 1; number <= 17; ++number) {
    std::string id = number < 10 ? "M-0" + std::to_string(number) : "M-" + std::to_string(number);
    if (number == 12) id += "Y";
    texts += (texts.empty() ? "" : ",\n    ");
    texts += R"({"id": ")" + id + R"(", "text": ")" +
             (vi ? "Kính gửi {xh} {ten}: [{ma}] {viec}, hạn {han}."
                 : "To {ten}, {xh}: [{ma}] {viec}, due {han}.") +
             R"(", "buttons": [{"action": "ack", "label": ")" + (vi ? "Tiếp nhận" : "Acknowledge") +
             R"("}]})";
  }
  return "{\n  \"$schema\": \"../../workflows/schema/messages.schema.json\",\n  \"language\": \"" +
         language + "\",\n  \"texts\": [\n    " + texts + "\n  ]\n}";
}

std::string calendar() {
  return R"json({
  "$schema": "../../workflows/schema/calendar.schema.json",
  "year": 2023, "standing": "announced", "source": "5034/TB-LĐTBXH",
  "days": [
    {"date": "2023-01-02", "kind": "holiday", "name": "Tết Dương lịch (nghỉ bù)", "source": "Điều 111"},
    {"date": "2023-04-22", "kind": "make_up", "name": "Làm bù", "source": "công văn mẫu"},
    {"date": "2023-05-01", "kind": "holiday", "name": "Quốc tế lao động", "source": "Điều 112"},
    {"date": "2023-05-02", "kind": "holiday", "name": "Chiến thắng (nghỉ bù)", "source": "Điều 111"},
    {"date": "2023-05-03", "kind": "holiday", "name": "Giỗ Tổ (nghỉ bù)", "source": "Điều 111"},
    {"date": "2023-09-01", "kind": "holiday", "name": "Quốc khánh", "source": "Điều 112"},
    {"date": "2023-09-04", "kind": "holiday", "name": "Quốc khánh (nghỉ bù)", "source": "Điều 111"}
  ]
})json";
}

std::string units() {
  return R"json({
  "$schema": "../workflows/schema/units.schema.json",
  "units": [
    {"id": "huyen-mau", "name": "Huyện Mẫu", "short": "Huyện", "kind": "committee", "parent": null},
    {"id": "xa-mot", "name": "Xã Mẫu Một", "kind": "commune", "parent": "huyen-mau"}
  ],
  "persons": [
    {"id": "p-lanh-dao", "name": "Nguyễn Văn Mẫu", "address": "đồng chí", "unit": "huyen-mau",
        "roles": ["lead"], "language": "vi", "channels": ["zalo_oa", "telegram"]},
    {"id": "p-can-bo", "name": "Trần Thị Mẫu", "address": "chị", "unit": "xa-mot", "roles": ["officer", "lead"]}
  ]
})json";
}

std::string config() {
  return R"json({
  "timezone": "Asia/Ho_Chi_Minh",
  "storage": {"url": "sqlite:var/dondoc.db"},
  "listen": {"host": "127.0.0.1", "port": 8080, "public_url": "https://dondoc.example.gov.vn"},
  "channels": {
    "telegram": {"enabled": true, "mode": "poll", "token_file": "secrets/telegram",
        "webhook_secret_file": "secrets/hook", "api_base": "https://api.telegram.org"},
    "zalo_oa": {"enabled": true, "app_id": "1", "app_secret_file": "secrets/app",
        "oa_secret_file": "secrets/oa", "api_base": "https://openapi.zalo.me",
                "oauth_base": "https://oauth.zaloapp.com",
                    "business_base": "https://business.openapi.zalo.me",
                        "refresh_token_file": "secrets/refresh", "attachment_hosts": ["*.zdn.vn"]},
    "zalo_bot": {"enabled": false, "mode": "poll", "token_file": "secrets/bot",
        "api_base": "http://127.0.0.1:9000"}
  },
  "units": "config/units.json", "ladders": "config/ladders.json", "calendars": "config/calendars",
      "retention_days": 730
})json";
}

std::vector<DataFile> files() {
  return {{"plans/p.json", plan()},
          {"lifecycles/assignment.json", lifecycle()},
          {"ladders.json", ladders()},
          {"messages/vi.json", messages("vi")},
          {"messages/en.json", messages("en")},
          {"calendars/vn-2023.json", calendar()},
          {"units.json", units()},
          {"dondoc.json", config()}};
}

}  // namespace dondoc::good
