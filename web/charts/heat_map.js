// The heat map of units × duties: the whole page of the board at once, drawn of the table beneath it. A cell has the table's
// colours, its numbers where there is room and a mark where there is not; pressing it opens what the table's cell opens.
import {colour, colours_of} from "./colours.js";
import {tooltip} from "./tooltip.js";

const k_names_below = 104, k_names_beside = 118;
const k_cell_max = 64, k_letters_of_name = 18, k_room_for_numbers = 44;

/** Units are told apart by how their names end: what is left out is in the middle. */
function shortened(name) {
  if (name.length <= k_letters_of_name) return name;
  const half = k_letters_of_name / 2;
  return name.slice(0, half - 1).trimEnd() + "…" + name.slice(-half).trimStart();
}

/** Rows of the table without the sum of each unit. */
function read_table(table) {
  const duties = [...table.tHead.rows[0].cells].slice(2).map((cell) => cell.querySelector("a"));
  const units = [...table.tBodies[0].rows].map((row) => ({name: row.cells[0].querySelector("a").textContent, cells: [...row.cells].slice(2)}));
  return {duties: duties.map((link) => ({label: link.firstChild.textContent.trim(), what: link.title})), units};
}

/** Mark and colours of each tone, from the legend and the table. */
function tones_of(box) {
  const tones = new Map();
  for (const mark of box.parentElement.querySelectorAll(".legend span")) tones.set(mark.className, {mark: mark.textContent, ...colours_of(mark)});
  return tones;
}

function cells_of({duties, units}, tones, is_across) {
  const cells = [];
  units.forEach((unit, row) => unit.cells.forEach((cell, column) => {
    const link = cell.querySelector("a"), tone = tones.get(cell.className);
    if (!link || !tone) return;
    cells.push({value: is_across ? [row, column, 1] : [column, row, 1], href: link.getAttribute("href"), mark: tone.mark,
      text: link.firstChild.textContent, said: [unit.name, `${duties[column].label}. ${duties[column].what}`, link.title],
      itemStyle: {color: tone.ground}, label: {color: tone.ink}});
  }));
  return cells;
}

const names_axis = (names, more) => ({type: "category", data: names, splitArea: {show: false}, axisTick: {show: false},
  axisLine: {show: false}, ...more, axisLabel: {color: colour("ink"), fontSize: 11, interval: 0, ...more.axisLabel}});

/** "! 1/2": the colour's mark before the numbers; a number alone counts what has no term, as in the table. */
function in_numbers({mark, text}) {
  if (text === "✓") return mark;
  return text.includes("/") ? `${mark} ${text}`.trim() : text;
}

export function heat(box) {
  const map = read_table(box.parentElement.querySelector("table.map"));
  const is_across = box.dataset.across === "units";
  const names = map.units.map((unit) => unit.name), labels = map.duties.map((duty) => duty.label);
  const room = Number(box.dataset.room), before = is_across ? room : k_names_beside, columns = is_across ? names.length : labels.length;
  const cell = Math.min(k_cell_max, (box.clientWidth - before - 8) / columns);
  const shown = ({data}) => cell >= k_room_for_numbers ? in_numbers(data) : data.mark;
  const units = {axisLabel: {formatter: shortened, rotate: is_across ? 50 : 0}};
  const duties = {axisLabel: {overflow: "truncate", width: room - 10, ...(is_across ? {} : {rotate: room > cell ? 90 : 0, margin: 4})}};
  return {
    grid: {left: before, width: cell * columns, top: is_across ? 8 : room, bottom: is_across ? k_names_below : 8},
    tooltip: tooltip((at) => at.data.said),
    xAxis: is_across ? names_axis(names, units) : names_axis(labels, {...duties, position: "top"}),
    yAxis: {...(is_across ? names_axis(labels, duties) : names_axis(names, units)), inverse: true},
    series: [{type: "heatmap", data: cells_of(map, tones_of(box), is_across), itemStyle: {borderColor: colour("line"), borderWidth: 1},
      label: {show: true, fontSize: 11, fontWeight: "bold", formatter: shown},
      emphasis: {itemStyle: {color: "inherit", borderColor: colour("ink"), borderWidth: 2}}}],
  };
}
