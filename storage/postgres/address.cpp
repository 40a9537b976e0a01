#include "storage/postgres/address.h"

namespace dondoc::postgres {
namespace {

void add_setting(std::string& address, std::string_view name, std::string_view value) {
  const std::string assigned = std::string(name) + "=";
  if (address.find(assigned) != address.npos) return;  // said already
  address += address.find('?') == address.npos ? '?' : '&';
  address += assigned;
  address += value;
}

}  // namespace

bool is_address(std::string_view database) {
  return database.starts_with("postgresql://") || database.starts_with("postgres://");
}

std::string shown(std::string_view address) {
  const std::size_t scheme_end = address.find("://");
  if (scheme_end == address.npos) return "postgresql";
  std::string_view rest = address.substr(scheme_end + 3);
  rest = rest.substr(0, rest.find('?'));
  const std::size_t user_end = rest.rfind('@');
  if (user_end != rest.npos) rest.remove_prefix(user_end + 1);
  return "postgresql://" + std::string(rest);
}

std::string with_defaults(std::string_view address, Access access) {
  std::string whole(address);
  add_setting(whole, "connect_timeout", "5");
  add_setting(whole, "keepalives_idle", "10");
  add_setting(whole, "keepalives_interval", "5");
  add_setting(whole, "keepalives_count", "3");
  add_setting(whole, "tcp_user_timeout", "15000");
  if (access == Access::write) add_setting(whole, "target_session_attrs", "read-write");
  return whole;
}

}  // namespace dondoc::postgres
