#include "storage/sqlite/file_pieces.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace dondoc::sqlite {
namespace {

constexpr std::size_t k_piece_bytes = 1024 * 1024;

}  // namespace

void each_piece(std::string_view content,
                const std::function<void(int number, std::string_view piece)>& visit) {
  int number = 0;
  for (std::size_t at = 0; at == 0 || at < content.size(); at += k_piece_bytes)
    visit(number++, content.substr(at, k_piece_bytes));
}

void insert_piece(SQLite::Database& database, const std::string& digest, int number,
                  std::string_view piece) {
  SQLite::Statement insert(database,
                           "INSERT INTO file_pieces (digest, number, content) VALUES (?1, ?2, ?3)");
  insert.bind(1, digest);
  insert.bind(2, number);
  insert.bindNoCopy(3, piece.data(), static_cast<int>(piece.size()));
  insert.exec();
}

std::string read_pieces(SQLite::Database& database, const std::string& digest) {
  SQLite::Statement select(database,
                           "SELECT content FROM file_pieces WHERE digest = ?1 ORDER BY number");
  select.bind(1, digest);
  std::string content;
  while (select.executeStep()) content += select.getColumn(0).getString();
  return content;
}

}  // namespace dondoc::sqlite
