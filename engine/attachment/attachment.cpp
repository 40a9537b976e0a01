#include "engine/attachment/attachment.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "engine/attachment/archive_names.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

/// In the order of AttachmentKind.
constexpr std::array<std::string_view, 7> k_kinds = {"pdf", "docx", "xlsx", "doc",
                                                     "xls", "jpg",  "png"};
static_assert(k_kinds.size() == static_cast<std::size_t>(AttachmentKind::png) + 1);

struct FaultName {
  std::string_view name;
  std::string_view message;
};
/// In the order of AttachmentFault.
constexpr std::array<FaultName, 6> k_faults = {{{"empty", "F-11E"},
                                                {"too_large", "F-11L"},
                                                {"other_kind", "F-11K"},
                                                {"other_content", "F-11C"},
                                                {"macros", "F-11M"},
                                                {"gone", "F-11G"}}};
static_assert(k_faults.size() == static_cast<std::size_t>(AttachmentFault::gone) + 1);

/// How far into a file a reader of PDF looks for its beginning.
constexpr std::size_t k_pdf_begins_within = 1024;

using namespace std::string_view_literals;
constexpr std::string_view k_png = "\x89PNG\r\n\x1a\n"sv;
constexpr std::string_view k_jpg = "\xff\xd8\xff"sv;
constexpr std::string_view k_zip = "PK\x03\x04"sv;
/// Compound file: Word and Excel until 2003.
constexpr std::string_view k_compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv;
/// Names of streams in a compound file, in UTF-16.
constexpr std::string_view k_word_stream = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv;
constexpr std::string_view k_excel_stream = "W\0o\0r\0k\0b\0o\0o\0k\0"sv;
constexpr std::string_view k_macro_stream = "V\0B\0A\0"sv;

/// Small letters; empty when the name has no ending.
std::string ending_of(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == name.npos || dot + 1 == name.size()) return {};
  std::string ending(name.substr(dot + 1));
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return ending == "jpeg" ? "jpg" : ending;
}

using Recognised = tl::expected<AttachmentKind, AttachmentFault>;
tl::unexpected<AttachmentFault> refused(AttachmentFault fault) {
  return tl::unexpected<AttachmentFault>(fault);
}

Recognised archive_kind(std::string_view content) {
  const auto names = archive_names(content);
  bool word = false;
  bool excel = false;
  for (std::string_view name : names) {
    if (name.ends_with("vbaProject.bin")) return refused(AttachmentFault::macros);
    word = word || name == "word/document.xml";
    excel = excel || name == "xl/workbook.xml";
  }
  if (word != excel) return word ? AttachmentKind::docx : AttachmentKind::xlsx;
  return refused(AttachmentFault::other_kind);
}

Recognised compound_kind(std::string_view content) {
  const auto holds = [&](std::string_view part) { return content.find(part) != content.npos; };
  const bool word = holds(k_word_stream);
  const bool excel = holds(k_excel_stream);
  if (!word && !excel) return refused(AttachmentFault::other_kind);
  if (holds(k_macro_stream)) return refused(AttachmentFault::macros);
  return word ? AttachmentKind::doc : AttachmentKind::xls;
}

Recognised kind_of_content(std::string_view content) {
  if (content.starts_with(k_png)) return AttachmentKind::png;
  if (content.starts_with(k_jpg)) return AttachmentKind::jpg;
  if (content.starts_with(k_zip)) return archive_kind(content);
  if (content.starts_with(k_compound)) return compound_kind(content);
  const bool pdf = content.substr(0, k_pdf_begins_within).find("%PDF-") != content.npos;
  if (pdf) return AttachmentKind::pdf;
  return refused(AttachmentFault::other_kind);
}

}  // namespace

std::string_view name_of(AttachmentKind kind) { return k_kinds[static_cast<std::size_t>(kind)]; }

bool is_attachment_kind(std::string_view name) {
  return std::find(k_kinds.begin(), k_kinds.end(), name) != k_kinds.end();
}

std::string_view name_of(AttachmentFault fault) {
  return k_faults[static_cast<std::size_t>(fault)].name;
}

std::optional<AttachmentFault> attachment_fault_named(std::string_view name) {
  for (std::size_t i = 0; i < k_faults.size(); ++i) {
    if (k_faults[i].name == name) return static_cast<AttachmentFault>(i);
  }
  return std::nullopt;
}

std::string message_of(AttachmentFault fault) {
  return std::string(k_faults[static_cast<std::size_t>(fault)].message);
}

std::optional<AttachmentFault> fault_of_offer(std::string_view name, std::int64_t bytes) {
  if (bytes > static_cast<std::int64_t>(limits::attachment_bytes))
    return AttachmentFault::too_large;
  const std::string ending = ending_of(name);
  if (ending == "docm" || ending == "xlsm") return AttachmentFault::macros;
  if (!ending.empty() && !is_attachment_kind(ending)) return AttachmentFault::other_kind;
  return std::nullopt;
}

Recognised recognised(std::string_view name, std::string_view content) {
  if (auto fault = fault_of_offer(name, static_cast<std::int64_t>(content.size())))
    return refused(*fault);
  if (content.empty()) return refused(AttachmentFault::empty);
  auto kind = kind_of_content(content);
  const std::string ending = ending_of(name);
  if (kind && !ending.empty() && ending != name_of(*kind))
    return refused(AttachmentFault::other_content);
  if (!kind && kind.error() == AttachmentFault::other_kind && !ending.empty())
    return refused(AttachmentFault::other_content);
  return kind;
}

std::string digest_of(std::string_view content) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(content.data()),
                     content.size());
  std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

bool is_digest(std::string_view text) {
  return text.size() == crypto_hash_sha256_BYTES * 2 &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace dondoc
