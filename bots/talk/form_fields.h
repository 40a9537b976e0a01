// What one report asks for: the fields of its assignments' forms, the duties it satisfies together,
// and last period's values. Engine's thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bots/talk/scene.h"

namespace dondoc::talk {

/// Fields of the forms of all codes, each id once, in order. Empty when none of them has a form.
std::vector<const Field*> fields_of(const Scene& scene, const std::vector<std::string>& codes);

/// The assignment and those that its report may satisfy as well: `submit_together` of the plan,
/// same unit, same due date, still owed. The assignment itself comes first.
std::vector<std::string> reported_together(const Scene& scene, const Assignment& assignment);

/// What the unit gave for this field in the period before; none when there was none or it was
/// returned.
std::optional<FigureValue> previous_value(const Scene& scene, const std::vector<std::string>& codes,
                                          const Field& field);

const Figure* figure_in(const std::vector<Figure>& figures, std::string_view field);
void put_figure(std::vector<Figure>& figures, Figure figure);
void drop_figure(std::vector<Figure>& figures, std::string_view field);

/// "2.500.000 đồng", "92,5%", "có", "khoảng 300".
std::string value_in_words(const Scene& scene, const Field& field, const Figure& figure);
/// "Số cuộc: 3 · Lượt người: 245"; fields without a value are left out.
std::string figures_in_words(const Scene& scene, const std::vector<const Field*>& fields,
                             const std::vector<Figure>& figures);

}  // namespace dondoc::talk
