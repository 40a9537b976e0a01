#include "bots/zalo_oa/upload.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/text/split_text.h"
#include "engine/text/vietnamese.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::size_t k_name_characters = 100;
constexpr const char* k_refused = "C-06";  ///< which files cannot go through Zalo, and why

struct Kind {
  std::string_view suffix;
  std::string_view mime;
};

constexpr std::array<Kind, 3> k_kinds = {{
    {".pdf", "application/pdf"},
    {".doc", "application/msword"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
}};

const Kind* kind_of(const OutgoingFile& file) {
  std::string name = file.name;
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  auto found = std::find_if(k_kinds.begin(), k_kinds.end(), [&name](const Kind& kind) {
    return name.size() > kind.suffix.size() && name.ends_with(kind.suffix);
  });
  return found == k_kinds.end() ? nullptr : &*found;
}

}  // namespace

bool can_upload(const OutgoingFile& file) {
  return kind_of(file) != nullptr && !file.content.empty() && file.content.size() <= k_upload_bytes;
}

Answer upload_file(Calls& calls, const OutgoingFile& file, Instant now) {
  Question question;
  question.path = "/v2.0/oa/upload/file";
  const Kind* kind = kind_of(file);
  HttpPart part;
  part.name = "file";
  part.content = file.content;
  part.file_name = nfc(file.name);
  part.content_type = kind == nullptr ? file.mime : std::string(kind->mime);
  question.parts.push_back(std::move(part));
  return calls.ask(question, now);
}

std::string with_refused_files(const OutgoingMessage& message) {
  std::string text = nfc(message.text);
  std::string names;
  for (const OutgoingFile& file : message.files) {
    if (can_upload(file)) continue;
    if (!names.empty()) names += ", ";
    names += "“" + cut_kindly(nfc(file.name), k_name_characters, TextUnit::characters) + "”";
  }
  if (names.empty()) return text;
  if (!text.empty()) text += "\n\n";
  return text +
         (message.book == nullptr ? names : words_of(*message.book, k_refused, {{"tep", names}}));
}

}  // namespace dondoc::zalo_oa
