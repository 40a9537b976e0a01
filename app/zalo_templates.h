// The file of approved templates that a configuration names (channels.zalo_oa.templates_file).
#pragma once

#include <string>
#include <vector>

#include "app/data.h"
#include "bots/zalo_oa/template.h"

namespace dondoc {

/// The templates of a file. Errors: permanent, with every fault on a line of its own.
Result<std::vector<ZaloTemplate>> load_zalo_templates(const std::string& file);

/// By its content: a templates file may have any name.
bool is_zalo_templates(const DataFile& file);

/// Everything wrong with a templates file; also ids that no Vietnamese text among `installation`
/// has, because such a template would never be sent.
std::vector<Fault> check_zalo_templates(const DataFile& file,
                                        const std::vector<DataFile>& installation);

}  // namespace dondoc
