// Who must act: the subject of a sentence, "Giao …", "Cơ quan chủ trì: …", or the heading the
// sentence stands below. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "intake/language/outline.h"
#include "intake/language/sentence.h"

namespace dondoc::intake {

struct Actor {
  std::string who;
  bool requested = false;  ///< "Đề nghị …"
  std::string helpers;
  std::string_view rule;  ///< empty: nobody found
};

class Actors {
 public:
  Actors(const Outline& outline, const std::vector<NodeSentences>& sentences);

  /// Of what stands at token `at` of sentence `sentence` of node `node`.
  Actor actor_of(std::size_t node, std::size_t sentence, std::size_t at) const;
  /// Of what a node that names nobody itself says: the paragraph before, the headings above.
  Actor around(std::size_t node) const;

 private:
  Actor in_sentence(const Node& node, const Sentence& sentence, std::size_t at) const;
  Actor of_heading(const Node& node) const;
  Actor of_labels(std::size_t node) const;
  static Actor ordered_behind(const Node& node, const Sentence& sentence, std::size_t from);
  Actor of_lead_in(std::size_t node) const;
  Actor addressee() const;

  const Outline& outline_;
  const std::vector<NodeSentences>& sentences_;
};

/// "phối hợp với X" in [begin, end); empty: none.
std::string helpers_in(const Node& node, std::size_t begin, std::size_t end);

}  // namespace dondoc::intake
