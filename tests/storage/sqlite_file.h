// A database file as somebody with another program would touch it. For tests that damage one.
// Defined in implementations.cpp.
#pragma once

#include <cstdint>
#include <string>

namespace dondoc::test {

/// Each opens a connection of its own and closes it.
void run_sql(const std::string& path, const std::string& sql);
std::int64_t query_number(const std::string& path, const std::string& sql);
std::string query_text(const std::string& path, const std::string& sql);

/// A closed database with `rows` log rows, their cases and messages, in commits of ten.
void make_database(const std::string& path, int rows);

/// The rights of a file; 0 when there is none.
unsigned mode_of(const std::string& path);
void write_file(const std::string& path, const std::string& content);
std::string read_file(const std::string& path);

}  // namespace dondoc::test
