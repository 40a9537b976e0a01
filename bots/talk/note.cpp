#include "bots/talk/note.h"

#include <algorithm>

namespace dondoc::talk {

void NoteWriter::put(std::string_view key, std::string_view value) {
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

std::string joined_by_blanks(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " ") + text;
  return all;
}

std::vector<std::string> cut_at_blanks(std::string_view text) {
  std::vector<std::string> texts;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) texts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return texts;
}

}  // namespace dondoc::talk
