// Files sent in the chat: offered by a person, then kept or refused by the program that fetches
// them (design §9). The log holds what the file is, never its bytes.
#include <algorithm>

#include "engine/attachment/attachment.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"
#include "engine/limits.h"

namespace dondoc::deciders {
namespace {

constexpr std::size_t k_handle_bytes = 4 * 1024;  ///< an address on a platform

/// Only the program itself speaks of what it fetched.
bool is_the_program(const Draft& draft) {
  return draft.by().empty() || draft.by() == k_administrator;
}

const Attachment* waiting_file(const Draft& draft, std::string_view code, int number) {
  const Assignment* a = draft.find(code);
  if (a == nullptr) return nullptr;
  auto found = std::find_if(a->attachments.begin(), a->attachments.end(), [&](const Attachment& f) {
    return f.number == number && !f.is_kept();
  });
  return found == a->attachments.end() ? nullptr : &*found;
}

Rejected not_waiting(std::string_view code, int number) {
  return already("R-30", {{"n", std::to_string(number)}, {"ma", std::string(code)}});
}

}  // namespace

Verdict on(Draft& draft, const OfferFile& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (a.meaning != Meaning::open && a.meaning != Meaning::reported) return not_from_here(a);
  if (c.handle.empty()) return missing("P-02");
  if (c.handle.size() > k_handle_bytes || c.name.size() > limits::attachment_name_bytes)
    return too_long("P-03");
  if (a.attachments.size() >= limits::attachments_per_assignment)
    return invalid("R-31", {{"ma", c.code}, {"n", std::to_string(a.attachments.size())}});
  if (const auto fault = fault_of_offer(c.name, c.bytes))
    return invalid("R-32", {{"lydo", message_of(*fault), PhraseValue::Kind::text}});
  draft.add(c.code, FileOffered{a.attachments_offered + 1, c.channel, c.handle, c.name, c.bytes});
  return std::nullopt;
}

Verdict on(Draft& draft, const KeepFile& c) {
  if (!is_the_program(draft)) return only_for_administrators();
  const Attachment* file = waiting_file(draft, c.code, c.number);
  if (file == nullptr) return not_waiting(c.code, c.number);
  const bool sound = is_digest(c.digest) && is_attachment_kind(c.kind) && c.bytes > 0 &&
                     c.bytes <= static_cast<std::int64_t>(limits::attachment_bytes);
  if (!sound) return invalid("R-33");
  draft.add(c.code, FileKept{c.number, file->by, file->name, c.kind, c.digest, c.bytes});
  return std::nullopt;
}

Verdict on(Draft& draft, const RefuseFile& c) {
  if (!is_the_program(draft)) return only_for_administrators();
  const Attachment* file = waiting_file(draft, c.code, c.number);
  if (file == nullptr) return not_waiting(c.code, c.number);
  if (!attachment_fault_named(c.reason)) return invalid("R-34");
  draft.add(c.code, FileRefused{c.number, file->by, "", c.reason});
  return std::nullopt;
}

}  // namespace dondoc::deciders
