#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/lifecycle/chart.h"
#include "engine/lifecycle/labels.h"
#include "engine/lifecycle/layout.h"

namespace dondoc::diagram {
namespace {

// Presentation attributes and no style sheet: a page's content policy may forbid inline styles.
constexpr std::string_view k_fonts =
    "'Be Vietnam Pro','Segoe UI',Roboto,'Noto Sans','DejaVu Sans',Arial,sans-serif";
constexpr std::string_view k_ink = "#1f2933";
constexpr std::string_view k_line = "#52606d";
constexpr double k_legend_height = 34;

struct Look {
  std::string_view fill;
  std::string_view stroke;
  std::string_view dash;
  std::string_view name;
};

Look look_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::waiting:
      return {"#f4f5f7", "#7b8794", "5 4", "waiting"};
    case Meaning::open:
      return {"#e3effb", "#1b5fa8", "none", "open"};
    case Meaning::reported:
      return {"#fff3dc", "#a86200", "none", "reported"};
    case Meaning::done:
      return {"#e2f4e7", "#23733b", "none", "done"};
    case Meaning::void_:
      return {"#f7eeee", "#8d5a5a", "none", "void"};
  }
  return {"#ffffff", k_line, "none", ""};
}

constexpr std::array k_meanings{Meaning::waiting, Meaning::open, Meaning::reported, Meaning::done,
                                Meaning::void_};

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string rectangle(double x, double y, double width, double height, const Look& look) {
  return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"8\" ",
                     x, y, width, height) +
         fmt::format("fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\" stroke-dasharray=\"{}\"/>",
                     look.fill, look.stroke, look.dash);
}

std::string words(double x, double y, double font, std::string_view anchor,
                  std::string_view attributes, std::string_view text) {
  return fmt::format(
      "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" text-anchor=\"{}\" {}>{}</text>", x, y,
      font, anchor, attributes, escaped(text));
}

std::string circle(double x, double y, double radius) {
  return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"{}\"/>\n", x, y,
                     radius, k_line);
}

std::string drawn(const Box& box, std::string_view language) {
  Look look = look_of(box.state->meaning);
  std::string out =
      fmt::format("<g class=\"state {}\" data-state=\"{}\">", look.name, escaped(box.state->id));
  out += rectangle(box.x, box.y, box.width, box.height, look);
  if (box.state->final) {
    Look inner = look;
    inner.fill = "none";
    out += rectangle(box.x + 3.5, box.y + 3.5, box.width - 7, box.height - 7, inner);
  }
  double x = box.x + box.width / 2;
  double y = box.y + box.height / 2 + 5 - 9 * static_cast<double>(box.loops.size());
  out +=
      words(x, y, k_state_font, "middle", R"(font-weight="600")", label_of(*box.state, language));
  for (const std::string& loop : box.loops)
    out += words(x, y += 18, k_caption_font, "middle", fmt::format("fill=\"{}\"", k_line),
                 "↻ " + loop);
  return out + "</g>\n";
}

std::string drawn(const Stroke& stroke) {
  return fmt::format("<path d=\"{}\"{}/>\n", stroke.path,
                     stroke.head == Head::arrow ? " marker-end=\"url(#head)\"" : "");
}

/// A white edge keeps the words readable where a stroke passes near.
std::string drawn(const Caption& caption) {
  return words(caption.x, caption.y, k_caption_font, caption.align == Align::end ? "end" : "start",
               R"(paint-order="stroke" stroke="#ffffff" stroke-width="3" stroke-linejoin="round")",
               caption.text) +
         "\n";
}

std::vector<Meaning> meanings_in(const Drawing& drawing) {
  std::vector<Meaning> found;
  for (Meaning meaning : k_meanings) {
    bool used = std::any_of(drawing.boxes.begin(), drawing.boxes.end(),
                            [&](const Box& box) { return box.state->meaning == meaning; });
    if (used) found.push_back(meaning);
  }
  return found;
}

double legend_width(Meaning meaning, std::string_view language) {
  return 44 + width_of(label_of(meaning, language), k_caption_font);
}

std::string legend(const std::vector<Meaning>& meanings, double y, std::string_view language) {
  std::string out = "<g class=\"legend\">";
  double x = 24;
  for (Meaning meaning : meanings) {
    out += rectangle(x, y, 20, 14, look_of(meaning));
    out += words(x + 27, y + 11.5, k_caption_font, "start", "", label_of(meaning, language));
    x += legend_width(meaning, language);
  }
  return out + "</g>\n";
}

std::string head_of(double width, double height, std::string_view title) {
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
      "width=\"{0:.0f}\" height=\"{1:.0f}\" role=\"img\" ",
      width, height);
  out += fmt::format("font-family=\"{}\" fill=\"{}\">\n<title>{}</title>\n", k_fonts, k_ink, title);
  out +=
      "<defs><marker id=\"head\" markerUnits=\"userSpaceOnUse\" markerWidth=\"10\" "
      "markerHeight=\"8\" ";
  out += fmt::format(
      "refX=\"9\" refY=\"4\" orient=\"auto\"><path d=\"M0 0L10 4L0 8z\" "
      "fill=\"{}\"/></marker></defs>\n",
      k_line);
  return out + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
}

std::string_view title_of(const Chart& chart, std::string_view language) {
  bool en = language == "en";
  if (chart.id == "plan") return en ? "Life of a plan" : "Vòng đời của kế hoạch";
  return en ? "Life of an assignment" : "Vòng đời của việc được giao";
}

std::string page(const Chart& chart, const Drawing& drawing, std::string_view language) {
  auto meanings = meanings_in(drawing);
  double width = 48;
  for (Meaning meaning : meanings) width += legend_width(meaning, language);
  std::string out = head_of(std::max(width, drawing.width), drawing.height + k_legend_height,
                            title_of(chart, language));
  out += fmt::format("<g fill=\"none\" stroke=\"{}\" stroke-width=\"1.4\">\n", k_line);
  for (const Stroke& stroke : drawing.strokes) out += drawn(stroke);
  out += "</g>\n";
  if (drawing.entry) out += circle(drawing.entry->x, drawing.entry->y, 5);
  for (const Dot& dot : drawing.joints) out += circle(dot.x, dot.y, 2.8);
  for (const Box& box : drawing.boxes) out += drawn(box, language);
  for (const Caption& caption : drawing.captions) out += drawn(caption);
  out += legend(meanings, drawing.height, language);
  return out + "</svg>\n";
}

}  // namespace
}  // namespace dondoc::diagram

namespace dondoc {

std::string svg(const Chart& chart, std::string_view language) {
  return diagram::page(chart, diagram::drawing_of(chart, language), language);
}

}  // namespace dondoc
