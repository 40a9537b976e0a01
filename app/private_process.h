// What a running office keeps in memory (tokens, the vault's key, figures) stays there.
#pragma once

namespace dondoc {

/// No core file, no memory for other programs of the same user to read, and new files for their
/// owner alone. For the whole process, for good.
void keep_process_private();

}  // namespace dondoc
