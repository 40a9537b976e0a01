// Does a document bear a marking of state secrets? "MẬT", "TỐI MẬT", "TUYỆT MẬT" as a stamp of its
// own, or "Độ mật: …" (Law on the Protection of State Secrets 29/2018/QH14, since 1/3/2026
// 117/2025/QH15; the stamps: Circular 24/2020/TT-BCA). A text about protecting secrets bears none.
// Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "intake/source_document.h"

namespace dondoc {

/// `aside`: texts that stand on the pages but are no part of the document (headers, footers,
/// stamps). When in doubt a stamp is one: a document refused wrongly can be typed anew.
bool bears_secret_marking(const SourceDocument& document, const std::vector<std::string>& aside);

}  // namespace dondoc
