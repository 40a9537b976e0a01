// One part of a .docx as a tree. Nothing is fetched and no entity is put in: what wants that is
// refused. Pure; safe from any thread.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "engine/result.h"

namespace dondoc {

/// Errors (permanent, naming the part): not well-formed, not the encoding it says, a document type
/// (entities: "billion laughs"), more tags or levels than source_limits.h allows. A tree that was
/// given out may be walked recursively.
Result<std::unique_ptr<pugi::xml_document>> parse_part(const std::string& name,
                                                       std::string_view bytes);

/// "p" for <w:p>: producers choose other prefixes for the same names.
std::string_view local_name(const pugi::xml_node& node);

/// The first child of that name; an empty node when there is none.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local);

/// The attribute's value whatever its prefix; empty when there is none.
std::string_view value_of(const pugi::xml_node& node, std::string_view local);

/// As a number; `otherwise` when it is none.
int number_of(const pugi::xml_node& node, std::string_view local, int otherwise);

/// <w:vanish/> and <w:vanish w:val="1"/>, but not <w:vanish w:val="0"/>.
bool is_on(const pugi::xml_node& node);

}  // namespace dondoc
