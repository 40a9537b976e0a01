#include "tests/dialogues/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace dondoc::dialogues {
namespace {

constexpr std::string_view k_rest = "…";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Everything before the first `mark`, and everything behind it.
std::optional<std::pair<std::string_view, std::string_view>> split(std::string_view text,
                                                                   std::string_view mark) {
  const auto at = text.find(mark);
  if (at == text.npos) return std::nullopt;
  return std::pair{trimmed(text.substr(0, at)), trimmed(text.substr(at + mark.size()))};
}

bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_of("[]=") == text.npos && text.size() < 100;
}

class ScriptReader {
 public:
  ScriptReader(const std::string& file, std::string_view text) : file_(file), text_(text) {}

  ReadScript read() {
    while (fault_.empty() && !text_.empty()) {
      const auto end = std::min(text_.find('\n'), text_.size());
      take(text_.substr(0, end));
      text_.remove_prefix(std::min(end + 1, text_.size()));
    }
    finish();
    if (!fault_.empty()) return tl::unexpected(fault_);
    return std::move(dialogues_);
  }

 private:
  void fail(std::size_t line, std::string_view what) {
    if (fault_.empty()) fault_ = fmt::format("{}:{}: {}", file_, line, what);
  }

  void take(std::string_view raw) {
    ++line_;
    const std::string_view line = trimmed(raw);
    if (line.empty()) return;
    if (line == "---") return next_dialogue();
    if (line.starts_with('#')) return title(trimmed(line.substr(1)));
    const bool goes_on = raw.front() == ' ' || raw.front() == '\t';
    if (goes_on) return more(line);
    if (!header(line)) step(line);
  }

  void next_dialogue() {
    finish();
    Dialogue next;
    next.plan = now_.plan;
    next.start = now_.start;
    next.before = now_.before;
    now_ = std::move(next);
  }

  /// The first comment is the title.
  void title(std::string_view text) {
    if (!now_.title.empty()) return;
    now_.title = text;
    now_.line = line_;
  }

  void more(std::string_view line) {
    const bool has_words = !now_.steps.empty() && (now_.steps.back().kind == StepKind::says ||
                                                   now_.steps.back().kind == StepKind::answered);
    if (!has_words) return fail(line_, "an indented line goes on with words, and there are none");
    (now_.steps.back().text += "\n") += line;
  }

  bool header(std::string_view line) {
    const std::pair<std::string_view, std::string*> fields[] = {
        {"Kế hoạch:", &now_.plan}, {"Ngày:", &now_.start}, {"Trước đó:", &now_.before}};
    for (const auto& [name, field] : fields) {
      if (!line.starts_with(name)) continue;
      if (!now_.steps.empty()) fail(line_, "this belongs above the first words");
      *field = trimmed(line.substr(name.size()));
      return true;
    }
    return false;
  }

  void step(std::string_view line) {
    Step step;
    step.line = line_;
    if (line == "Bot im lặng")
      step.kind = StepKind::silence;
    else if (line.starts_with('('))
      clock(step, line);
    else if (!pressed_or_sent(step, line) && !noted(step, line))
      spoken(step, line);
    now_.steps.push_back(std::move(step));
  }

  /// "(17/11 08:00)", "(17/11 08:00 …)", with a remark behind "←".
  void clock(Step& step, std::string_view line) {
    step.kind = StepKind::clock;
    const auto parts = split(line.substr(1), ")");
    if (!parts || !(parts->second.empty() || parts->second.starts_with("←")))
      return fail(line_, "a time is written (17/11 08:00)");
    std::string_view time = parts->first;
    step.rest = time.ends_with(k_rest);
    if (step.rest) time.remove_suffix(k_rest.size());
    step.text = trimmed(time);
  }

  /// "Bảng: B20-01 = …", "Nút: …", "Không lưu: …", "Quản trị: …".
  bool noted(Step& step, std::string_view line) {
    static constexpr std::pair<std::string_view, StepKind> k_notes[] = {
        {"Bảng:", StepKind::board},
        {"Số liệu:", StepKind::figures},
        {"Nút:", StepKind::buttons},
        {"Không lưu:", StepKind::absent},
        {"Quản trị:", StepKind::office}};
    for (const auto& [name, kind] : k_notes) {
      if (!line.starts_with(name)) continue;
      step.kind = kind;
      step.text = trimmed(line.substr(name.size()));
      if (kind == StepKind::board || kind == StepKind::figures) about_and_text(step);
      return true;
    }
    return false;
  }

  void about_and_text(Step& step) {
    const auto parts = split(std::string_view(step.text), "=");
    if (!parts) return fail(line_, "a code, “=” and what is shown are expected");
    step.about = parts->first;
    step.text = std::string(parts->second);
  }

  void who(Step& step, std::string_view name) {
    if (!is_name(name)) return fail(line_, "not understood: who says this?");
    const auto parts = split(name, "(");
    step.who = parts ? parts->first : name;
    if (parts) step.unit = trimmed(parts->second.substr(0, parts->second.find(')')));
  }

  /// "Chị Hoa bấm [Gửi] của B20-01", "Chị Hoa gửi tệp [a.pdf]: lời kèm".
  bool pressed_or_sent(Step& step, std::string_view line) {
    const auto colon = line.find(':');
    for (std::string_view verb : {" bấm [", " gửi tệp [", " gửi ảnh ["}) {
      const auto at = line.find(verb);
      if (at == line.npos || at > colon) continue;
      who(step, line.substr(0, at));
      const std::string_view tail = line.substr(at + verb.size());
      const auto end = tail.find(']');
      if (end == tail.npos) {
        fail(line_, "“]” is missing");
        return true;
      }
      const std::string_view name = tail.substr(0, end);
      const std::string_view rest = trimmed(tail.substr(end + 1));
      verb == " bấm [" ? press(step, name, rest) : file(step, name, rest, verb == " gửi ảnh [");
      return true;
    }
    return false;
  }

  void press(Step& step, std::string_view label, std::string_view rest) {
    step.kind = StepKind::presses;
    step.text = label;
    constexpr std::string_view k_of = "của ";
    if (rest.starts_with(k_of))
      step.about = trimmed(rest.substr(k_of.size()));
    else if (!rest.empty())
      fail(line_, "behind a button only “của” and a code may stand");
  }

  void file(Step& step, std::string_view name, std::string_view rest, bool photo) {
    step.kind = StepKind::sends;
    step.about = name;
    step.rest = photo;
    if (rest.starts_with(':')) step.text = trimmed(rest.substr(1));
  }

  void spoken(Step& step, std::string_view line) {
    const auto parts = split(line, ":");
    if (!parts) return fail(line_, "not understood: a line is “who: what”");
    const auto [name, text] = *parts;
    step.text = text;
    constexpr std::string_view k_to = "Bot →";
    if (name == "Bot" || name.starts_with(k_to)) {
      step.kind = StepKind::answered;
      if (name != "Bot") who(step, trimmed(name.substr(k_to.size())));
      return;
    }
    who(step, name);
  }

  void finish() {
    if (!fault_.empty()) return;
    if (now_.title.empty()) return fail(line_, "a dialogue begins with “# what it shows”");
    if (now_.plan.empty() || now_.start.empty())
      return fail(now_.line, "“Kế hoạch:” and “Ngày:” are missing");
    if (now_.steps.empty()) return fail(now_.line, "nobody says anything");
    dialogues_.push_back(now_);
  }

  const std::string& file_;
  std::string_view text_;
  std::size_t line_ = 0;
  Dialogue now_;
  std::vector<Dialogue> dialogues_;
  std::string fault_;
};

}  // namespace

ReadScript read_script(const std::string& file, std::string_view text) {
  return ScriptReader(file, text).read();
}

bool matches(std::string_view pattern, std::string_view text) {
  const auto first = pattern.find(k_rest);
  if (first == pattern.npos) return pattern == text;
  const std::string_view beginning = trimmed(pattern.substr(0, first));
  if (!text.starts_with(beginning)) return false;
  text.remove_prefix(beginning.size());
  pattern.remove_prefix(first + k_rest.size());
  while (true) {
    const auto next = pattern.find(k_rest);
    const std::string_view piece = trimmed(pattern.substr(0, next));
    if (next == pattern.npos) return text.ends_with(piece);
    const auto at = text.find(piece);
    if (at == text.npos) return false;
    text.remove_prefix(at + piece.size());
    pattern.remove_prefix(next + k_rest.size());
  }
}

}  // namespace dondoc::dialogues
