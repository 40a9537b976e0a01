// How the bytes of a kept file lie in the database: in pieces, so that whoever writes the log waits
// for one piece at most. Throws what SQLiteCpp throws; the thread of the connection.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace dondoc::sqlite {

/// An empty content is one empty piece.
void each_piece(std::string_view content,
                const std::function<void(int number, std::string_view piece)>& visit);
void insert_piece(SQLite::Database& database, const std::string& digest, int number,
                  std::string_view piece);
/// All of them, in order; "" where there is none.
std::string read_pieces(SQLite::Database& database, const std::string& digest);

}  // namespace dondoc::sqlite
