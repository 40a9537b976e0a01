// ServerPair: a PostgreSQL primary with a synchronous standby, as an administrator sets them up for
// several nodes; the primary can be lost and the standby promoted, again and again. One thread.
#pragma once

#include <memory>
#include <string>

namespace dondoc::test {

class ServerPair {
 public:
  /// Null where no server can be started; the reason stands on stderr.
  static std::unique_ptr<ServerPair> start();
  ~ServerPair();
  ServerPair(const ServerPair&) = delete;
  ServerPair& operator=(const ServerPair&) = delete;

  /// Of the database `dondoc`, made by packaging/postgresql.sql: both hosts, whichever may be
  /// written.
  std::string address(const std::string& role = "dondoc") const;

  /// The primary vanishes, the standby is promoted, and a new standby is made of it.
  void fail_over();
  /// Ends every connection to the database.
  void cut_connections();
  /// As the administrator on the primary; the first value of the last statement.
  std::string run_sql(const std::string& sql) const;

 private:
  struct Server {
    std::string folder;  ///< of its socket; the data lie in it
    int process = -1;
  };

  ServerPair() = default;
  std::string address_of(const Server& server, const std::string& database,
                         const std::string& role) const;
  bool begin(std::string& why_not);
  void run(Server& server);
  void wait_for(const Server& server) const;
  void make_standby(Server& standby, const Server& of);
  void kill(Server& server);
  Server& primary() { return servers_[primary_]; }
  Server& standby() { return servers_[1 - primary_]; }

  std::string folder_;
  std::string programs_;
  Server servers_[2];
  int primary_ = 0;
};

}  // namespace dondoc::test
