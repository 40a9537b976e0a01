#include "engine/codec/check_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "engine/codec/calendar_codec.h"
#include "engine/codec/chart_codec.h"
#include "engine/codec/check_calendar.h"
#include "engine/codec/check_chart.h"
#include "engine/codec/check_ladder.h"
#include "engine/codec/check_messages.h"
#include "engine/codec/check_plan.h"
#include "engine/codec/config_codec.h"
#include "engine/codec/json_document.h"
#include "engine/codec/plan_codec.h"
#include "engine/codec/reorganisation_codec.h"
#include "engine/codec/units_codec.h"

namespace dondoc {
namespace {

/// A file that could be read, faults or not.
template <typename T>
struct Readable {
  T value;
  Faults& faults;
};

std::string plan_letters(const std::string& obligation) {
  return obligation.substr(0, obligation.find_first_of("0123456789"));
}

/// Things of one kind that must differ from file to file.
class Unique {
 public:
  void add(const std::string& name, const std::string& pointer, std::string_view trouble,
           Faults& faults) {
    if (name.empty()) return;
    auto [first, is_new] = files_.emplace(name, faults.file());
    if (is_new) return;
    faults.add(pointer, fmt::format("'{}' also stands in {}: {}", name, first->second, trouble));
  }
  bool has(const std::string& name) const { return files_.count(name) != 0; }
  bool empty() const { return files_.empty(); }

 private:
  std::map<std::string, std::string> files_;
};

class FileSet {
 public:
  void add(const DataFile& file) {
    Faults& faults = faults_.emplace_back(file.name);
    auto kind = kind_of(file);
    if (!kind) {
      if (JsonDocument::parse(file.text, faults))
        faults.add("", "not a kind of file this program knows; name its \"$schema\"");
      return;
    }
    read(*kind, file.text, faults);
  }

  void check_together() {
    check_ladders_together();
    check_messages_together();
    check_plans_together();
    for (auto& chart : charts_)
      lifecycles_.add(chart.value.chart.id, "/id", "one lifecycle of each kind", chart.faults);
    for (auto& year : calendars_) {
      years_.add(fmt::format("{}", year.value.year), "/year", "one calendar a year", year.faults);
    }
  }

  void check_nothing_missing() {
    auto ask = [this](bool present, std::string_view what) {
      if (!present) whole_.add("", fmt::format("no file gives {}", what));
    };
    ask(lifecycles_.has("plan"), "the lifecycle of plans (workflows/lifecycles/plan.json)");
    ask(lifecycles_.has("assignment"),
        "the lifecycle of assignments (workflows/lifecycles/assignment.json)");
    ask(!ladder_files_.empty(), "the ladders (config/ladders.json)");
    ask(languages_.has("vi"), "the Vietnamese texts (config/messages/vi.json)");
    ask(languages_.has("en"), "the English texts (config/messages/en.json)");
    ask(!years_.empty(), "a calendar (config/calendars/vn-YYYY.json)");
  }

  std::vector<Fault> take() const {
    std::vector<Fault> all;
    for (const auto& faults : faults_) append(faults, all);
    append(whole_, all);
    return all;
  }

 private:
  void read(FileKind kind, const std::string& text, Faults& faults) {
    switch (kind) {
      case FileKind::plan:
        return keep(plans_, read_plan_file(text, faults), check_plan, faults);
      case FileKind::lifecycle:
        return keep(charts_, read_chart_file(text, faults), check_chart, faults);
      case FileKind::ladders:
        return keep(ladders_, read_ladder_file(text, faults), check_ladders, faults);
      case FileKind::messages:
        return keep(messages_, read_message_file(text, faults), check_messages, faults);
      case FileKind::calendar:
        return keep(calendars_, read_calendar_file(text, faults), check_calendar, faults);
      case FileKind::units:
        if (auto units = read_units_file(text, faults)) check_units(*units, faults);
        return;
      case FileKind::config:
        decode_config(text, faults);
        return;
      case FileKind::reorganisation:
        if (auto file = read_reorganisation_file(text, faults)) check_reorganisation(*file, faults);
        return;
      case FileKind::schema:
        JsonDocument::parse(text, faults);
        return;
    }
  }

  template <typename T>
  void keep(std::deque<Readable<T>>& all, std::optional<T> value, void (*check)(const T&, Faults&),
            Faults& faults) {
    if (!value) return;
    check(*value, faults);
    all.push_back({std::move(*value), faults});
  }

  void check_ladders_together() {
    for (auto& ladders : ladders_) {
      ladder_files_.add("ladders", "", "one ladder file an installation", ladders.faults);
      if (const auto* texts = standard_texts())
        check_ladder_messages(ladders.value.book, *texts, ladders.faults);
    }
  }

  /// The texts others are measured by: the Vietnamese ones.
  const MessageFile* standard_texts() const {
    auto vietnamese = std::find_if(messages_.begin(), messages_.end(),
                                   [](const auto& one) { return one.value.language == "vi"; });
    if (vietnamese != messages_.end()) return &vietnamese->value;
    return messages_.empty() ? nullptr : &messages_.front().value;
  }

  void check_messages_together() {
    for (auto& texts : messages_) {
      languages_.add(texts.value.language, "/language", "one file of texts a language",
                     texts.faults);
      const auto* standard = standard_texts();
      if (texts.value.language != standard->language)
        check_same_messages(texts.value, *standard, texts.faults);
    }
  }

  void check_plans_together() {
    Unique ids;
    Unique letters;
    for (auto& plan : plans_) {
      ids.add(plan.value.plan.id, "/plan/id", "two plans need two ids", plan.faults);
      std::set<std::string> own;
      for (const auto& obligation : plan.value.plan.obligations)
        own.insert(plan_letters(obligation.id));
      for (const auto& letter : own) {
        letters.add(letter, "/obligations", "codes of two plans could not be told apart when typed",
                    plan.faults);
      }
      for (const auto& ladders : ladders_)
        check_plan_ladders(plan.value.plan, ladders.value.book, plan.faults);
    }
  }

  static void append(const Faults& faults, std::vector<Fault>& all) {
    all.insert(all.end(), faults.list().begin(), faults.list().end());
    auto more = faults.count() - faults.list().size();
    if (more > 0)
      all.push_back({faults.file(), "", fmt::format("{} more faults are not listed", more)});
  }

  std::deque<Faults> faults_;  ///< one for each file, in order; a deque keeps their addresses
  Faults whole_{""};
  std::deque<Readable<PlanFile>> plans_;
  std::deque<Readable<ChartFile>> charts_;
  std::deque<Readable<LadderFile>> ladders_;
  std::deque<Readable<MessageFile>> messages_;
  std::deque<Readable<CalendarYear>> calendars_;
  Unique lifecycles_;
  Unique ladder_files_;
  Unique languages_;
  Unique years_;
};

}  // namespace

std::vector<Fault> check_all(const std::vector<DataFile>& files, Scope scope) {
  FileSet set;
  for (const auto& file : files) set.add(file);
  set.check_together();
  if (scope == Scope::whole_installation) set.check_nothing_missing();
  return set.take();
}

}  // namespace dondoc
