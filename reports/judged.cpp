#include "reports/judged.h"

#include <algorithm>
#include <unordered_map>

namespace dondoc {
namespace {

std::int64_t& box_of(Boxes& boxes, Standing standing) {
  switch (standing) {
    case Standing::open_overdue:
      return boxes.open_overdue;
    case Standing::open_in_term:
      return boxes.open_in_term;
    case Standing::done_on_time:
      return boxes.done_on_time;
    case Standing::done_late:
      return boxes.done_late;
    case Standing::unconfirmed:
      return boxes.unconfirmed;
    case Standing::requested:
      return boxes.requested_open;
    case Standing::ongoing:
      break;
  }
  return boxes.ongoing;
}

// --- order ---

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

/// As people count: "B9-01" before "B10-01".
bool code_before(std::string_view x, std::string_view y) {
  const auto differ = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
  std::size_t at = static_cast<std::size_t>(differ.first - x.begin());
  while (at > 0 && is_digit(x[at - 1])) --at;
  const std::size_t digits_x = digits_at(x, at);
  const std::size_t digits_y = digits_at(y, at);
  if (digits_x > 0 && digits_y > 0 && digits_x != digits_y) return digits_x < digits_y;
  return x.substr(at) < y.substr(at);
}

/// What a row is sorted by, side by side in memory: a board may have tens of thousands.
struct Rank {
  int group = 2;  ///< 0 overdue, 1 due soon, 2 the rest
  int within = 0;
  std::string code;
  const Judged* judged = nullptr;
};

Rank rank_of(const Judged& one) {
  const Judgement& judgement = one.judgement;
  const std::string& code = one.assignment->code;
  if (judgement.standing == Standing::open_overdue) return {0, -judgement.days_overdue, code, &one};
  if (judgement.due_soon) return {1, judgement.due->earlier().days_since_1970(), code, &one};
  return {2, 0, code, &one};
}

bool worse(const Rank& x, const Rank& y) {
  if (x.group != y.group) return x.group < y.group;
  if (x.within != y.within) return x.within < y.within;
  return code_before(x.code, y.code);
}

// --- rows ---

/// Names and labels that a row shows, looked up once for each unit and duty.
class Words {
 public:
  Words(const Office& office, const Chart& chart) : office_(office), chart_(chart) {}

  const std::string& unit_name(const std::string& id) {
    auto [known, is_new] = units_.try_emplace(id, &id);
    if (!is_new) return *known->second;
    if (const Unit* unit = office_.directory.unit(id))
      known->second = unit->short_name.empty() ? &unit->name : &unit->short_name;
    return *known->second;
  }

  const std::string& what(const Assignment& a) {
    auto& known = duties_[a.plan];
    auto [place, is_new] = known.try_emplace(a.obligation, nullptr);
    if (is_new) {
      const PlanCase* plan = office_.plan(a.plan);
      if (plan != nullptr) place->second = plan->plan.obligation(a.obligation);
    }
    return place->second == nullptr ? a.obligation : place->second->what;
  }

  const std::string& state_label(const std::string& id) const {
    const ChartState* state = chart_.state(id);
    return state == nullptr ? id : state->label_vi;
  }

 private:
  const Office& office_;
  const Chart& chart_;
  std::unordered_map<std::string_view, const std::string*> units_;
  std::unordered_map<std::string_view, std::unordered_map<std::string_view, const Obligation*>>
      duties_;
};

std::optional<LocalDate> extended_until(const Assignment& a) {
  auto found = std::find_if(a.ledger.rbegin(), a.ledger.rend(), [](const LedgerEntry& entry) {
    return entry.kind == LedgerKind::extended;
  });
  return found == a.ledger.rend() ? std::nullopt : std::optional(found->date);
}

void fill_conditions(BoardRow& row, const Assignment& a, const Zone& zone) {
  if (a.block) row.blocked = a.block->reason;
  row.extension_pending = a.extension_request.has_value();
  row.extended_until = extended_until(a);
  if (a.snoozed_until) row.promised = zone.date_of(*a.snoozed_until);
  row.disputed = a.dispute.has_value();
  row.suspended = is_suspended(a);
  row.escalated = a.escalated;
  row.last_answer_at = a.last_answer_at;
  row.remark = a.remark;
}

void fill_judgement(BoardRow& row, const Judgement& judgement) {
  row.standing = judgement.standing;
  row.open = judgement.open;
  if (judgement.due) {
    row.nominal = judgement.due->nominal;
    row.effective = judgement.due->effective;
  }
  row.days_overdue = judgement.days_overdue;
  row.days_late = judgement.days_late;
  row.due_soon = judgement.due_soon;
  row.late = judgement.days_late > 0;
  row.not_updated = judgement.not_updated;
}

BoardRow row_of(const Judged& one, Words& words, const Zone& zone) {
  const Assignment& a = *one.assignment;
  BoardRow row;
  row.code = a.code;
  row.plan = a.plan;
  row.unit = a.unit;
  row.unit_name = words.unit_name(a.unit);
  row.obligation = a.obligation;
  row.what = words.what(a);
  row.period = a.period;
  row.state = a.state;
  row.state_label = words.state_label(a.state);
  fill_judgement(row, one.judgement);
  fill_conditions(row, a, zone);
  return row;
}

}  // namespace

Boxes count(const std::vector<Judged>& all) {
  Boxes boxes;
  for (const Judged& one : all) {
    const Judgement& judgement = one.judgement;
    if (judgement.not_updated) ++boxes.not_updated;
    if (judgement.standing == Standing::requested && !judgement.open) continue;
    ++box_of(boxes, judgement.standing);
  }
  boxes.total = boxes.done_on_time + boxes.done_late + boxes.open_in_term + boxes.open_overdue;
  return boxes;
}

std::vector<const Judged*> worst_first(const std::vector<Judged>& all, bool overdue_only) {
  std::vector<Rank> ranks;
  ranks.reserve(all.size());
  for (const Judged& one : all) {
    if (!overdue_only || one.judgement.standing == Standing::open_overdue)
      ranks.push_back(rank_of(one));
  }
  std::sort(ranks.begin(), ranks.end(), worse);
  std::vector<const Judged*> sorted;
  sorted.reserve(ranks.size());
  for (const Rank& rank : ranks) sorted.push_back(rank.judged);
  return sorted;
}

std::vector<BoardRow> rows_of(const std::vector<const Judged*>& chosen, const Office& office,
                              const Chart& assignment_chart, const Zone& zone) {
  Words words(office, assignment_chart);
  std::vector<BoardRow> rows;
  rows.reserve(chosen.size());
  for (const Judged* one : chosen) rows.push_back(row_of(*one, words, zone));
  return rows;
}

}  // namespace dondoc
