// Message files, config/messages/{vi,en}.json (workflows/schema/messages.schema.json). Pure
// functions; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/text/messages.h"

namespace dondoc {

/// The texts of one language in the order of the file.
struct MessageFile {
  std::string language;  ///< "vi" or "en"
  std::vector<MessageText> texts;
  std::vector<std::string> denormalised;  ///< pointers of texts that are not in NFC in the file

  MessageBook book() const;
};

/// What can be read, for check_messages. None when the file is no JSON object or has no list of
/// texts.
std::optional<MessageFile> read_message_file(std::string_view json, Faults& faults);

/// The texts of a file without faults of form; none when there was any.
std::optional<MessageFile> decode_messages(std::string_view json, Faults& faults);

}  // namespace dondoc
