// Files sent in the chat: which kinds are taken, told by content as well as by name, and the digest
// they are kept under (design §9). Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace dondoc {

enum class AttachmentKind { pdf, docx, xlsx, doc, xls, jpg, png };

/// Why a file is not kept.
enum class AttachmentFault {
  empty,
  too_large,
  other_kind,     ///< of a kind that is not taken
  other_content,  ///< its content is not what its name says
  macros,         ///< a document that carries a program
  gone,           ///< the platform does not give it, or no longer
};

/// "pdf", "docx" …: in the log, so a name is never changed.
std::string_view name_of(AttachmentKind kind);
bool is_attachment_kind(std::string_view name);
/// "too_large" …: in the log, so a name is never changed.
std::string_view name_of(AttachmentFault fault);
std::optional<AttachmentFault> attachment_fault_named(std::string_view name);
/// Of the message book: the fault in words.
std::string message_of(AttachmentFault fault);

/// What can be said before the file is fetched. `bytes` 0: unknown; an empty name says nothing.
std::optional<AttachmentFault> fault_of_offer(std::string_view name, std::int64_t bytes);

/// The kind of a file by its content; a name with an ending must say the same. An archive is looked
/// at by its list of names, nothing is unpacked.
tl::expected<AttachmentKind, AttachmentFault> recognised(std::string_view name,
                                                         std::string_view content);

/// SHA-256 in 64 hexadecimal digits.
std::string digest_of(std::string_view content);
bool is_digest(std::string_view text);

}  // namespace dondoc
