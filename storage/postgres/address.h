// Addresses of a PostgreSQL database: postgresql://[user@]host[,host…][/database][?settings], as
// libpq reads them.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::postgres {

/// Whether `database` is an address of this kind and not a file's path.
bool is_address(std::string_view database);

/// For messages and lists: without user, password and settings.
std::string shown(std::string_view address);

enum class Access { read, write };

/// The address with what this program wants to hold where it says nothing: a bound on connecting, a
/// dead server noticed within seconds; for writing, of several hosts the one that may be written.
std::string with_defaults(std::string_view address, Access access);

}  // namespace dondoc::postgres
