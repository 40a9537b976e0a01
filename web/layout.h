// Layout: what every page has around it (head, navigation, language, sign-out), and how a page is
// made of its template, its values and the words of its language. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "web/demo_pages.h"
#include "web/page_route.h"
#include "web/page_words.h"

namespace dondoc {

/// Templates and words, the same for every page.
struct PageKit {
  FindFile files;
  PageWords vi;
  PageWords en;

  const PageWords& words(const Visitor& visitor) const {
    return visitor.language == "en" ? en : vi;
  }
};

/// Requires: templates and words are there and well formed (CHECKed).
PageKit page_kit(const FindFile& files);

/// The page "web/templates/pages/NAME.html" in the layout. `title`: words id. The templates see
/// `values`, the words as {{w.ID}} and {{form_token}}, and may take in each other: {{>NAME}}; no
/// value may have the name of a part.
Response page(const PageKit& kit, const PageCall& call, std::string_view name,
              std::string_view title, nlohmann::json values, int status = 200);

/// The same without the layout: a part that a page loads again.
Response part(const PageKit& kit, const PageCall& call, std::string_view name,
              nlohmann::json values);

/// A page that says in words why there is nothing else. `text`: words id.
Response plain_page(const PageKit& kit, const PageCall& call, int status, std::string_view text);

/// 303 to a path of ours.
Response go_to(const std::string& path);

}  // namespace dondoc
