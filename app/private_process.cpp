#include "app/private_process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace dondoc {

void keep_process_private() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  // A core that a pipe takes (systemd-coredump) knows no limit, but asks for this.
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  ::umask(S_IRWXG | S_IRWXO);
}

}  // namespace dondoc
