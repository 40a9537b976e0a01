#include "bots/talk/dialogue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace dondoc::talk {
namespace {

constexpr std::array<std::string_view, 7> k_needs = {"code", "date",    "text",   "person",
                                                     "unit", "percent", "confirm"};
constexpr std::array<std::string_view, 5> k_stages = {"asking", "jump", "checking", "choosing",
                                                      "fixing"};

template <std::size_t N>
std::optional<std::size_t> index_of(const std::array<std::string_view, N>& names,
                                    std::string_view name) {
  auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

// --- The note of a conversation: one "key value" a line ---

class NoteWriter {
 public:
  void put(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    note_ += key;
    note_ += ' ';
    for (char c : value) {
      if (c == '\n')
        note_ += "\\n";
      else if (c == '\\')
        note_ += "\\\\";
      else
        note_ += c;
    }
    note_ += '\n';
  }
  void put(std::string_view key, const std::vector<std::string>& list) {
    for (const std::string& one : list) put(key, one);
  }
  template <typename Number>
  void number(std::string_view key, const std::optional<Number>& value) {
    if (value) put(key, std::to_string(*value));
  }
  std::string take() { return std::move(note_); }

 private:
  std::string note_;
};

struct NoteLine {
  std::string_view key;
  std::string value;
};

std::vector<NoteLine> lines_of(std::string_view note) {
  std::vector<NoteLine> lines;
  while (!note.empty()) {
    const auto end = std::min(note.find('\n'), note.size());
    std::string_view line = note.substr(0, end);
    note.remove_prefix(std::min(end + 1, note.size()));
    const auto space = std::min(line.find(' '), line.size());
    NoteLine read{line.substr(0, space), {}};
    for (std::size_t i = space + 1; i < line.size(); ++i) {
      const bool escaped = line[i] == '\\' && i + 1 < line.size();
      if (escaped) ++i;
      read.value += escaped && line[i] == 'n' ? '\n' : line[i];
    }
    lines.push_back(std::move(read));
  }
  return lines;
}

template <typename Number>
std::optional<Number> number_of(const std::string& text) {
  Number value{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void write_promise(NoteWriter& note, const Promise& promise) {
  note.put("promise", promise.day.iso());
  if (promise.time) note.put("promise_time", promise.time->text());
}

void write_intent(NoteWriter& note, const Intent& intent) {
  note.put("act", name_of(intent.act));
  note.put("code", intent.codes);
  note.put("obligation", intent.obligations);
  if (intent.until) note.put("until", intent.until->iso());
  if (intent.days) note.put("days", std::to_string(intent.days->count));
  if (intent.working_days) note.put("working_days", std::to_string(intent.working_days->count));
  if (intent.promise) write_promise(note, *intent.promise);
  if (intent.percent) note.put("percent", std::to_string(*intent.percent));
  note.number("done", intent.done);
  note.number("total", intent.total);
  note.put("text", intent.text);
  note.put("person", intent.person);
  note.put("unit", intent.unit);
  if (intent.pressed) note.put("pressed", "yes");
}

void read_intent(const NoteLine& line, Intent& intent) {
  const std::string& value = line.value;
  if (line.key == "act") intent.act = act_named(value).value_or(Act::none);
  if (line.key == "code") intent.codes.push_back(value);
  if (line.key == "obligation") intent.obligations.push_back(value);
  if (line.key == "until") intent.until = LocalDate::parse(value);
  if (line.key == "days") intent.days = CalendarDays{number_of<int>(value).value_or(0)};
  if (line.key == "working_days")
    intent.working_days = WorkingDays{number_of<int>(value).value_or(0)};
  if (line.key == "promise") {
    if (auto day = LocalDate::parse(value)) intent.promise = Promise{*day, std::nullopt};
  }
  if (line.key == "promise_time" && intent.promise) intent.promise->time = TimeOfDay::parse(value);
  if (line.key == "percent") intent.percent = number_of<double>(value);
  if (line.key == "done") intent.done = number_of<std::int64_t>(value);
  if (line.key == "total") intent.total = number_of<std::int64_t>(value);
  if (line.key == "text") intent.text = value;
  if (line.key == "person") intent.person = value;
  if (line.key == "unit") intent.unit = value;
  if (line.key == "pressed") intent.pressed = true;
}

void write_form(NoteWriter& note, const OpenForm& form) {
  note.put("form", form.codes);
  note.put("stage", k_stages[static_cast<std::size_t>(form.stage)]);
  if (form.back_to_check) note.put("back_to_check", "yes");
  if (form.set_aside) note.put("set_aside", "yes");
}

void read_form(const NoteLine& line, OpenForm& form) {
  if (line.key == "form") form.codes.push_back(line.value);
  if (line.key == "stage")
    form.stage = static_cast<FormStage>(index_of(k_stages, line.value).value_or(0));
  if (line.key == "back_to_check") form.back_to_check = true;
  if (line.key == "set_aside") form.set_aside = true;
}

std::string topic_of(const Dialogue& dialogue) {
  if (dialogue.question) {
    if (dialogue.question->need == Need::code || dialogue.question->need == Need::unit)
      return "choice";
    return std::string(name_of(dialogue.question->intent.act));
  }
  if (dialogue.form) return "form";
  return dialogue.actions.empty() ? "" : "buttons";
}

}  // namespace

Conversation conversation_of(const Dialogue& dialogue, Instant now) {
  Conversation conversation;
  if (dialogue.empty()) return conversation;
  conversation.topic = topic_of(dialogue);
  conversation.expires = now + k_waits;
  NoteWriter note;
  if (dialogue.form) {
    write_form(note, *dialogue.form);
    conversation.codes = dialogue.form->codes;
    conversation.position = dialogue.form->position;
    conversation.figures = dialogue.form->figures;
  }
  if (dialogue.question) {
    note.put("need", k_needs[static_cast<std::size_t>(dialogue.question->need)]);
    note.put("option", dialogue.question->options);
    write_intent(note, dialogue.question->intent);
    const bool listed = dialogue.question->need == Need::code;
    conversation.codes = listed ? dialogue.question->options : dialogue.question->intent.codes;
  }
  note.put("button", dialogue.actions);
  note.put("about", dialogue.about);
  if (conversation.codes.empty() && !dialogue.about.empty()) conversation.codes = {dialogue.about};
  conversation.note = note.take();
  return conversation;
}

Dialogue dialogue_of(const Conversation& conversation, Instant now) {
  Dialogue dialogue;
  if (conversation.topic.empty() || conversation.expires <= now) return dialogue;
  OpenForm form;
  OpenQuestion question;
  bool asked = false;
  for (const NoteLine& line : lines_of(conversation.note)) {
    read_form(line, form);
    read_intent(line, question.intent);
    if (line.key == "need") {
      asked = true;
      question.need = static_cast<Need>(index_of(k_needs, line.value).value_or(0));
    }
    if (line.key == "option") question.options.push_back(line.value);
    if (line.key == "button") dialogue.actions.push_back(line.value);
    if (line.key == "about") dialogue.about = line.value;
  }
  if (!form.codes.empty()) {
    form.position = conversation.position;
    form.figures = conversation.figures;
    dialogue.form = std::move(form);
  }
  if (asked) dialogue.question = std::move(question);
  return dialogue;
}

}  // namespace dondoc::talk
