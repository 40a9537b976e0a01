// Text as XML may hold it. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace pugi {
class xml_document;
}

namespace dondoc {

/// Normal form C without what XML 1.0 forbids (control characters other than tab and line breaks,
/// U+FFFE, U+FFFF). Markup is escaped by whoever writes it.
std::string xml_text(std::string_view text);

/// The document with its declaration, UTF-8, without any white space of its own.
std::string xml_bytes(const pugi::xml_document& document);

}  // namespace dondoc
