// Writes one of each exported file, of the plans B and C with made-up reports, into a folder:
// export_samples FOLDER. For the readers that are not ours (tests/exports/*) and for looking at.
#include <cstdio>
#include <fstream>
#include <sstream>

#include "engine/codec/plan_codec.h"
#include "engine/state/office.h"
#include "reports/export.h"

using namespace dondoc;

namespace {

const Zone k_zone = Zone::viet_nam();

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Differs from unit to unit and is the same in every run.
FigureValue figure_for(const Field& field, int number) {
  switch (field.type) {
    case FieldType::text:
      return number % 3 == 0 ? "=1+1, chưa có kinh phí" : std::string("Thiếu kinh phí");
    case FieldType::money:
      return std::int64_t{1'500'000} * (number % 13 + 1);
    case FieldType::percent:
    case FieldType::score:
      return 70.5 + number % 25;
    case FieldType::yes_no:
      return std::int64_t{number % 4 != 0};
    default:
      return std::int64_t{field.persons ? number % 11 : number * 7 % 300};
  }
}

Submission submission_for(const Form& form, const Assignment& a, int number) {
  Submission s;
  s.at = k_zone.at(*a.nominal + CalendarDays{number % 7 == 0 ? 6 : -2}, TimeOfDay::at(9, 30));
  s.by = "cb-" + a.unit;
  s.via = "zalo_oa:" + std::to_string(1000 + number);
  for (const Field& field : form.fields) {
    if (field.type != FieldType::file)
      s.figures.push_back({field.id, figure_for(field, number), number % 9 == 0});
  }
  return s;
}

Assignment assignment_for(const Plan& plan, const PlannedAssignment& planned, int number) {
  Assignment a;
  a.code = planned.code;
  a.plan = plan.id;
  a.obligation = planned.obligation->id;
  a.unit = planned.unit;
  a.state = "acknowledged";
  a.meaning = Meaning::open;
  a.binding = planned.obligation->binding;
  a.issued_at = k_zone.at(plan.from, TimeOfDay::at(8, 0));
  if (planned.occurrence) {
    a.nominal = planned.occurrence->nominal;
    a.period = planned.occurrence->period;
  }
  const Form* form = plan.form(planned.obligation->form);
  if (form == nullptr || !a.nominal || number % 6 == 0) return a;
  a.submissions.push_back(submission_for(*form, a, number));
  a.completed_at = a.submissions.back().at;
  a.meaning = Meaning::reported;
  a.state = "reported";
  return a;
}

Office office_of(const Plan& plan) {
  Office office;
  office.plans[plan.id].plan = plan;
  for (const PlanUnit& u : plan.units) {
    Unit unit;
    unit.id = u.id;
    unit.name = u.name;
    unit.short_name = u.short_name;
    unit.kind = u.kind;
    unit.parent = u.parent;
    office.directory.put(std::move(unit));
  }
  return office;
}

class Samples {
 public:
  explicit Samples(std::string folder) : folder_(std::move(folder)) {}
  bool good() const { return good_; }

  void write(const char* path, const std::string& period) {
    Faults faults(path);
    const auto plan = decode_plan(content_of(path), faults);
    if (!plan) {
      good_ = false;
      return;
    }
    const Office office = office_of(*plan);
    std::vector<Assignment> all;
    for (const PlannedAssignment& planned : assignments_of(*plan, all_defaults(*plan)))
      all.push_back(assignment_for(*plan, planned, static_cast<int>(all.size()) + 1));
    std::vector<const Assignment*> pointers;
    for (const Assignment& a : all) pointers.push_back(&a);
    const PlanSummary summary = summarize(*plan, period, pointers, office.calendar, k_zone);
    const SummaryInput input{summary, *plan, office.directory};
    for (const ExportKind kind : {ExportKind::docx, ExportKind::xlsx, ExportKind::csv})
      put(export_summary(input, k_zone, kind, SmallCounts::hidden));
    put(export_deadlines(office, pointers, {"Hạn: " + plan->title()}, plan->id, plan->to));
    const Board board = make_board(office, all, Chart{}, {}, k_zone.at(plan->to, {}), k_zone);
    put(export_board(board));
    put_slip(office, *plan, board);
  }

 private:
  void put(const ExportedFile& file) {
    std::ofstream out(folder_ + "/" + file.name, std::ios::binary);
    out << file.bytes;
    good_ = good_ && out.flush().good();
  }

  void put_slip(const Office& office, const Plan& plan, const Board& board) {
    UrgingSlip slip{plan.id, "", {}, {}, board.today};
    for (const BoardRow& row : board.rows) {
      if (row.standing != Standing::open_overdue) continue;
      if (slip.unit.empty()) slip.unit = row.unit;
      if (row.unit == slip.unit) slip.duties.push_back(row);
    }
    if (!slip.duties.empty()) put(export_slip(office, slip));
  }

  std::string folder_;
  bool good_ = true;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: export_samples FOLDER\n");
    return 2;
  }
  Samples samples(argv[1]);
  samples.write(DONDOC_SOURCE_DIR "/workflows/plans/b-hocmon-2023.json", "2023");
  samples.write(DONDOC_SOURCE_DIR "/workflows/plans/c-caolanh-2017.json", "2017-Q2");
  return samples.good() ? 0 : 1;
}
