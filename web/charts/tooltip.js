// What a chart says under the finger or the mouse. Drawn on the canvas like the chart: the pages' policy allows no style of a
// script's own in the document.
import {colour} from "./colours.js";

const k_letters_a_line = 38;

/** Words in lines that fit a telephone. What the library would take for its own marks is text here. */
export function in_lines(text) {
  const lines = [""];
  for (const word of text.replace(/[{}|]/g, " ").split(/\s+/)) {
    const line = lines[lines.length - 1];
    if (line && line.length + word.length >= k_letters_a_line) lines.push(word);
    else lines[lines.length - 1] = line ? line + " " + word : word;
  }
  return lines.join("\n");
}

/** `say`: of what is pointed at, its lines, the first of which is its name. Nothing is said of what has none. */
export function tooltip(say, trigger = "item") {
  return {
    trigger, renderMode: "richText", confine: true, transitionDuration: 0, appendToBody: false,
    backgroundColor: colour("paper"), borderColor: colour("line"), borderWidth: 1, padding: [6, 10],
    textStyle: {color: colour("ink"), fontSize: 13, lineHeight: 18},
    axisPointer: {type: "line", animation: false, lineStyle: {color: colour("quiet")}},
    formatter: (at) => {
      const lines = say(at);
      return lines ? lines.filter(Boolean).map(in_lines).join("\n") : "";
    },
  };
}

/** On a telephone the words may lie over what they are about: a press goes through them. The words are the only text that lies at the root. */
export function let_through(chart) {
  const drawing = chart.getZr();
  drawing.on("mousemove", () => {
    for (const root of drawing.storage.getRoots()) {
      if (root.type === "text") root.silent = true;
    }
  });
}
