#include "bots/talk/dialogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "bots/talk/note.h"

namespace dondoc::talk {
namespace {

constexpr std::array<std::string_view, 7> k_needs = {"code", "date",    "text",   "person",
                                                     "unit", "percent", "confirm"};
constexpr std::array<std::string_view, 5> k_stages = {"asking", "jump", "checking", "choosing",
                                                      "fixing"};
static_assert(k_needs.size() == static_cast<std::size_t>(Need::confirm) + 1);
static_assert(k_stages.size() == static_cast<std::size_t>(FormStage::fixing) + 1);

template <std::size_t N>
std::optional<std::size_t> index_of(const std::array<std::string_view, N>& names,
                                    std::string_view name) {
  auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

void write_promise(NoteWriter& note, const Promise& promise) {
  note.put("promise", promise.day.iso());
  if (promise.time) note.put("promise_time", promise.time->text());
}

void write_file(NoteWriter& note, const SentFile& file) {
  note.put("file", file.handle);
  note.put("file_name", file.name);
  note.put("file_bytes", std::to_string(file.bytes));
  note.put("file_channel", file.channel);
}

void read_file(const NoteLine& line, std::vector<SentFile>& files) {
  if (line.key == "file") files.push_back({"", line.value, "", 0});
  if (files.empty()) return;
  if (line.key == "file_name") files.back().name = line.value;
  if (line.key == "file_channel") files.back().channel = line.value;
  if (line.key == "file_bytes")
    files.back().bytes = number_of<std::int64_t>(line.value).value_or(0);
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
  for (const SentFile& file : intent.files) write_file(note, file);
  if (intent.pressed) note.put("pressed", "yes");
  if (intent.unsure) note.put("unsure", "yes");
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
  if (line.key == "unsure") intent.unsure = true;
  read_file(line, intent.files);
}

// --- Forms: the active one in the fields of the conversation, those aside in the note ---

void write_stage(NoteWriter& note, const OpenForm& form) {
  note.put("stage", k_stages[static_cast<std::size_t>(form.stage)]);
  if (form.back_to_check) note.put("back_to_check", "yes");
  if (form.set_aside) note.put("set_aside", "yes");
  note.put("doubtful", form.doubtful);
  note.put("kept_until", std::to_string(form.kept_until.ms));
}

/// "so_cuoc i 3", "ty_le d 92.5 ước", "kho_khan t …".
std::string figure_text(const Figure& figure) {
  const std::string begin = figure.field + (figure.estimate ? " e" : " ");
  if (const auto* whole = std::get_if<std::int64_t>(&figure.value))
    return begin + "i " + std::to_string(*whole);
  if (const auto* decimal = std::get_if<double>(&figure.value))
    return begin + "d " + fmt::format("{}", *decimal);
  return begin + "t " + std::get<std::string>(figure.value);
}

std::optional<Figure> figure_of(std::string_view text) {
  const auto field = text.find(' ');
  const auto kind = field == text.npos ? text.npos : text.find(' ', field + 1);
  if (kind == text.npos || kind < field + 2) return std::nullopt;
  const char type = text[kind - 1];
  Figure figure{std::string(text.substr(0, field)), {}, text[field + 1] == 'e'};
  const std::string_view value = text.substr(kind + 1);
  if (type == 't') {
    figure.value = std::string(value);
  } else if (type == 'i') {
    const auto whole = number_of<std::int64_t>(value);
    if (!whole) return std::nullopt;
    figure.value = *whole;
  } else {
    const auto decimal = number_of<double>(value);
    if (!decimal) return std::nullopt;
    figure.value = *decimal;
  }
  return figure;
}

void write_aside(NoteWriter& note, const OpenForm& form) {
  note.put("aside", joined_by_blanks(form.codes));
  note.put("position", std::to_string(form.position));
  write_stage(note, form);
  for (const Figure& figure : form.figures) note.put("figure", figure_text(figure));
}

/// The lines of a form stand together, those of the active one first.
void read_form(const NoteLine& line, OpenForm& active, std::vector<OpenForm>& aside) {
  if (line.key == "form") active.codes.push_back(line.value);
  if (line.key == "aside") aside.emplace_back().codes = cut_at_blanks(line.value);
  OpenForm& form = aside.empty() ? active : aside.back();
  if (line.key == "stage")
    form.stage = static_cast<FormStage>(index_of(k_stages, line.value).value_or(0));
  if (line.key == "back_to_check") form.back_to_check = true;
  if (line.key == "set_aside") form.set_aside = true;
  if (line.key == "doubtful") form.doubtful.push_back(line.value);
  if (line.key == "kept_until")
    form.kept_until = Instant{number_of<std::int64_t>(line.value).value_or(0)};
  if (line.key == "position") form.position = number_of<std::size_t>(line.value).value_or(0);
  if (line.key != "figure") return;
  if (auto figure = figure_of(line.value)) form.figures.push_back(std::move(*figure));
}

// --- The pulse ---

void write_pulse(NoteWriter& note, const Pulse& pulse) {
  if (pulse == Pulse{}) return;
  note.put("pulse", fmt::format("{} {} {} {} {} {} {}", pulse.minute.ms, pulse.in_minute,
                                pulse.text, pulse.weight, pulse.same_last.ms, pulse.held_until.ms,
                                pulse.automatic_told.ms));
}

Pulse pulse_of(const std::string& text) {
  std::array<std::int64_t, 7> numbers{};
  const auto parts = cut_at_blanks(text);
  for (std::size_t i = 0; i < parts.size() && i < numbers.size(); ++i)
    numbers[i] = number_of<std::int64_t>(parts[i]).value_or(0);
  Pulse pulse;
  pulse.minute = Instant{numbers[0]};
  pulse.in_minute = static_cast<int>(numbers[1]);
  pulse.text = numbers[2];
  pulse.weight = static_cast<int>(numbers[3]);
  pulse.same_last = Instant{numbers[4]};
  pulse.held_until = Instant{numbers[5]};
  pulse.automatic_told = Instant{numbers[6]};
  return pulse;
}

std::string topic_of(const Dialogue& dialogue) {
  if (dialogue.question) {
    if (dialogue.question->need == Need::code || dialogue.question->need == Need::unit)
      return "choice";
    return std::string(name_of(dialogue.question->intent.act));
  }
  if (dialogue.form) return "form";
  if (!dialogue.aside.empty()) return "aside";
  return dialogue.actions.empty() ? "" : "buttons";
}

}  // namespace

namespace {

/// The latest time at which something of it still counts.
Instant expiry_of(const Dialogue& dialogue, Instant now) {
  Instant expires = now + k_waits;
  if (dialogue.form) expires = std::max(expires, dialogue.form->kept_until);
  for (const OpenForm& form : dialogue.aside) expires = std::max(expires, form.kept_until);
  return expires;
}

void write_question(NoteWriter& note, const Dialogue& dialogue, Instant now) {
  note.put("need", k_needs[static_cast<std::size_t>(dialogue.question->need)]);
  note.put("option", dialogue.question->options);
  write_intent(note, dialogue.question->intent);
  note.put("waits_until", std::to_string((now + k_waits).ms));
}

}  // namespace

Conversation conversation_of(const Dialogue& dialogue, Instant now) {
  Conversation conversation;
  if (dialogue.empty()) return conversation;
  conversation.topic = topic_of(dialogue);
  conversation.expires = expiry_of(dialogue, now);
  NoteWriter note;
  write_pulse(note, dialogue.pulse);
  if (dialogue.form) {
    note.put("form", dialogue.form->codes);
    write_stage(note, *dialogue.form);
    conversation.codes = dialogue.form->codes;
    conversation.position = dialogue.form->position;
    conversation.figures = dialogue.form->figures;
  }
  if (dialogue.question) {
    write_question(note, dialogue, now);
    const bool listed = dialogue.question->need == Need::code;
    conversation.codes = listed ? dialogue.question->options : dialogue.question->intent.codes;
  }
  note.put("button", dialogue.actions);
  note.put("about", dialogue.about);
  note.put("file_for", dialogue.file_for);
  for (const OpenForm& form : dialogue.aside) write_aside(note, form);
  if (conversation.codes.empty() && !dialogue.about.empty()) conversation.codes = {dialogue.about};
  conversation.note = note.take();
  return conversation;
}

Dialogue dialogue_of(const Conversation& conversation, Instant now) {
  Dialogue dialogue;
  if (conversation.note.empty() || conversation.expires <= now) return dialogue;
  OpenForm form;
  form.kept_until = conversation.expires;  // saved before forms had a time of their own
  OpenQuestion question;
  bool asked = false;
  for (const NoteLine& line : lines_of(conversation.note)) {
    read_form(line, form, dialogue.aside);
    read_intent(line, question.intent);
    if (line.key == "need") {
      asked = true;
      question.need = static_cast<Need>(index_of(k_needs, line.value).value_or(0));
    }
    if (line.key == "option") question.options.push_back(line.value);
    if (line.key == "waits_until" && number_of<std::int64_t>(line.value).value_or(0) <= now.ms)
      asked = false;
    if (line.key == "button") dialogue.actions.push_back(line.value);
    if (line.key == "about") dialogue.about = line.value;
    if (line.key == "file_for") dialogue.file_for = line.value;
    if (line.key == "pulse") dialogue.pulse = pulse_of(line.value);
  }
  if (!form.codes.empty() && form.kept_until > now) {
    form.position = conversation.position;
    form.figures = conversation.figures;
    dialogue.form = std::move(form);
  }
  std::erase_if(dialogue.aside, [&](const OpenForm& one) { return one.kept_until <= now; });
  if (asked) dialogue.question = std::move(question);
  return dialogue;
}

}  // namespace dondoc::talk
