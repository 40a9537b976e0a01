// A lifecycle as a graph, drawn of its list of states: the usual way from top to bottom, what lies beside it on the right, and a
// ring around where the plan or the duty is now. Pointing at a state leaves its moves alone and says them.
import {colour} from "./colours.js";
import {tooltip} from "./tooltip.js";

const k_top = 24, k_dot = 18;

function states_of(box) {
  const list = box.parentElement.querySelectorAll("li[data-state]");
  return [...list].map((item) => ({id: item.dataset.state, column: item.dataset.column, tone: item.dataset.tone,
    label: item.querySelector("b").textContent, is_here: item.hasAttribute("aria-current"),
    moves: [...item.querySelectorAll("li[data-to]")].map((move) => ({to: move.dataset.to, label: move.querySelector("span").textContent, text: move.textContent}))}));
}

/** Where each state stands, in pixels: the main column left of the middle, the other one at two thirds, spread over the height. */
function place(states, width, height) {
  const main = states.filter((state) => state.column === "main"), side = states.filter((state) => state.column !== "main");
  const put = (column, x, from, to) => column.forEach((state, place) => {
    state.x = x;
    state.y = column.length === 1 ? (from + to) / 2 : from + (to - from) * place / (column.length - 1);
    state.place = place;
  });
  const low = height - k_top;
  put(main, Math.min(190, width * 0.36), k_top, low);
  put(side, Math.min(430, width * 0.68), k_top + (low - k_top) * 0.2, low - (low - k_top) * 0.15);
}

function node_of(state, tones, width) {
  const is_main = state.column === "main", tone = tones[state.tone];
  const loops = state.moves.filter((move) => move.to === state.id).map((move) => "\n↻ " + move.label);
  const room = (is_main ? state.x : width - state.x) - k_dot - 4;
  return {id: state.id, name: state.id, value: [state.x, state.y], said: [state.label, ...state.moves.map((move) => move.text)],
    symbolSize: state.is_here ? k_dot + 8 : k_dot,
    itemStyle: {color: tone.ground, borderColor: tone.ink, borderWidth: state.is_here ? 5 : 2, borderType: state.tone === "waiting" ? "dashed" : "solid"},
    label: {show: true, position: is_main ? "left" : "right", distance: 5, formatter: (state.is_here ? "▶ " : "") + state.label + loops.join(""), color: colour("ink"), fontSize: 13,
      fontWeight: state.is_here ? "bold" : "normal", backgroundColor: colour("paper"), padding: [1, 3], width: room, overflow: "break", lineHeight: 16}};
}

/** What takes a plan or a duty out is drawn thin: it leads there from nearly everywhere. */
function line_of(from, to) {
  const is_out = to.tone === "void";
  return {curveness: bow_of(from, to), width: is_out ? 1 : 2, opacity: is_out ? 0.4 : 1};
}

/** The next state below is reached straight; what skips states or leads back bows out, the further the more. */
function bow_of(from, to) {
  if (from.column === "main" && to.column === "main") {
    const steps = to.place - from.place;
    return steps === 1 ? 0 : -(0.25 + 0.08 * Math.abs(steps));
  }
  return 0.12;
}

/** The steps of the usual way have their names beside them, where there is room. */
function name_of_move(from, to, width) {
  const is_step = from.column === "main" && to.column === "main" && to.place - from.place === 1;
  return {show: is_step && width > 480, rotate: 0, align: "left", verticalAlign: "middle", distance: [7, 0]};
}

export function lifecycle(box) {
  const states = states_of(box), width = box.clientWidth, height = box.clientHeight;
  const by_id = new Map(states.map((state) => [state.id, state]));
  const ink = (name, ground) => ({ink: colour(name), ground: colour(ground)});
  const tones = {waiting: ink("quiet", "paper"), open: ink("blue", "blue-soft"), reported: ink("amber", "amber-soft"),
    done: ink("green", "green-soft"), void: ink("red", "red-soft")};
  place(states, width, height);
  const hidden = {show: false, min: 0};
  return {
    grid: {left: 0, right: 0, top: 0, bottom: 0},
    tooltip: tooltip(({dataType, data}) => dataType === "node" ? data.said : [data.said]),
    xAxis: {...hidden, max: width}, yAxis: {...hidden, max: height, inverse: true},
    series: [{type: "graph", coordinateSystem: "cartesian2d", layout: "none", symbol: "circle", edgeSymbol: ["none", "arrow"], edgeSymbolSize: 8,
      cursor: "default", data: states.map((state) => node_of(state, tones, width)),
      links: states.flatMap((state) => state.moves.filter((move) => move.to !== state.id).map((move) => ({source: state.id, target: move.to, said: `${state.label}: ${move.text}`, move: move.label,
        lineStyle: line_of(state, by_id.get(move.to)), label: name_of_move(state, by_id.get(move.to), width)}))),
      lineStyle: {color: colour("quiet")},
      edgeLabel: {show: false, formatter: ({data}) => data.move, color: colour("ink"), fontSize: 12, backgroundColor: colour("paper"), padding: 2},
      emphasis: {focus: "adjacency", itemStyle: {color: "inherit"}, lineStyle: {width: 2.5, color: colour("blue"), opacity: 1}, edgeLabel: {show: true}},
      blur: {itemStyle: {opacity: 0.3}, lineStyle: {opacity: 0.12}, label: {opacity: 0.5}}}],
  };
}
