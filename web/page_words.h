// The words of the pages in one language: config/pages/{vi,en}.json, ids and texts. Pure; safe from
// any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/result.h"

namespace dondoc {

class PageWords {
 public:
  /// Errors: permanent, naming the id, when the text is no flat object of texts.
  static Result<PageWords> read(std::string_view json);

  /// Requires: there is a text of that id (CHECKed; a test proves it for every id in the code).
  const std::string& text(std::string_view id) const;
  /// The same with `{name}` filled in.
  std::string filled(std::string_view id,
                     const std::vector<std::pair<std::string_view, std::string>>& values) const;
  bool has(std::string_view id) const { return texts_.find(id) != texts_.end(); }
  std::vector<std::string> ids() const;
  /// All of them, for templates: {{w.id}}.
  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace dondoc
