#include "intake/source/source_faults.h"

namespace dondoc {

SourceFault source_fault_of(const Error& error) {
  if (error.message == k_secret_marking_fault) return SourceFault::secret_marking;
  if (error.message == k_no_text_layer_fault) return SourceFault::no_text_layer;
  if (error.message == k_locked_fault) return SourceFault::locked;
  if (error.message == k_old_word_fault) return SourceFault::old_word;
  return SourceFault::unreadable;
}

}  // namespace dondoc
