// The administrator's desk of a small office: a log that is made up, facts that a test sets, and
// lists tried by the program's own import.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "app/list_trial.h"
#include "engine/codec/event_codec.h"
#include "web/administration_desk.h"

namespace dondoc {

class FakeAdministration : public AdministrationDesk {
 public:
  ListTrial try_list(const World& world, Instant now, ListKind kind,
                     const UploadedFile& file) override {
    tried.push_back(file);
    return dondoc::try_list(world, now, kind, file);
  }
  ChangeTrial read_change(const Directory& directory, const UploadedFile& file) override {
    return try_change(directory, file);
  }
  InvitationWays ways(const std::string& channel) override {
    asked_channels.push_back(channel);
    return invitation_ways;
  }
  Result<std::vector<LogRow>> log_before(std::int64_t before_seq, std::size_t limit) override {
    std::vector<LogRow> rows;
    for (auto row = log.rbegin(); row != log.rend() && rows.size() < limit; ++row) {
      if (row->seq < before_seq) rows.push_back(*row);
    }
    rows_read += rows.size();
    return rows;
  }
  Result<std::vector<LogRow>> log_of(const std::string& subject, std::int64_t before_seq,
                                     std::size_t limit) override {
    std::vector<LogRow> rows;
    for (auto row = log.rbegin(); row != log.rend() && rows.size() < limit; ++row) {
      if (row->seq < before_seq && row->subject == subject) rows.push_back(*row);
    }
    return rows;
  }
  Result<std::int64_t> last_at(Instant time) override {
    std::int64_t last = 0;
    for (const LogRow& row : log) {
      if (row.at <= time) last = row.seq;
    }
    return last;
  }
  OfficeFacts facts() override { return office_facts; }
  std::vector<ChannelAnswer> ask_platforms() override { return answers; }
  Result<DoctorReport> examine() override { return doctor; }

  void add(Instant at, const std::string& by, const std::string& subject, EventBody body) {
    Event event;
    event.at = at;
    event.by = by;
    event.subject = subject;
    event.body = std::move(body);
    LogRow row;
    row.seq = static_cast<std::int64_t>(log.size()) + 1;
    row.at = at;
    row.subject_kind = kind_text(subject_kind(event.body));
    row.subject = subject;
    row.kind = name_of(event.body);
    row.body = encode(event);
    log.push_back(std::move(row));
  }

  static const char* kind_text(SubjectKind kind) {
    switch (kind) {
      case SubjectKind::assignment:
        return "assignment";
      case SubjectKind::plan:
        return "plan";
      case SubjectKind::unit:
        return "unit";
      case SubjectKind::person:
        return "person";
      case SubjectKind::calendar:
        return "calendar";
      default:
        return "message";
    }
  }

  std::vector<LogRow> log;
  std::size_t rows_read = 0;
  std::vector<UploadedFile> tried;
  InvitationWays invitation_ways{"https://t.me/thu_bot?start=", true};
  std::vector<std::string> asked_channels;
  OfficeFacts office_facts;
  std::vector<ChannelAnswer> answers;
  DoctorReport doctor;
};

}  // namespace dondoc
