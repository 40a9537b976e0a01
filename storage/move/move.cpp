#include "storage/move/move.h"

#include "storage/open.h"

namespace dondoc::moving {

Result<Moved> move_database(const std::string& from, const std::string& to,
                            const MoveProgress& progress) {
  if (from == to) return failure(ErrorKind::permanent, "both are the same database");
  auto source = is_on_server(from) ? open_postgres_source(from) : open_sqlite_source(from);
  if (!source) return tl::unexpected<Error>(source.error());
  auto target = is_on_server(to) ? open_postgres_target(to) : open_sqlite_target(to);
  if (!target) return tl::unexpected<Error>(target.error());
  return (*target)->take(**source, progress);
}

}  // namespace dondoc::moving
