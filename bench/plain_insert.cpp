#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>

#include "bench/figures.h"

namespace dondoc::bench {

Result<double> plain_insert_rate(const std::string& path, std::size_t row_bytes, std::size_t batch,
                                 std::size_t rows) {
  try {
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row(id INTEGER PRIMARY "
        "KEY, body TEXT)");
    SQLite::Statement insert(database, "INSERT INTO row(body) VALUES (?)");
    const std::string body(row_bytes, 'x');
    auto begin = std::chrono::steady_clock::now();
    for (std::size_t done = 0; done < rows;) {
      SQLite::Transaction transaction(database);
      for (std::size_t i = 0; i < batch && done < rows; ++i, ++done) {
        insert.bindNoCopy(1, body);
        insert.exec();
        insert.reset();
      }
      transaction.commit();
    }
    std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    return static_cast<double>(rows) / took.count();
  } catch (const SQLite::Exception& e) {
    return failure(ErrorKind::transient, std::string("plain SQLite: ") + e.what());
  }
}

}  // namespace dondoc::bench
