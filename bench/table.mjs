// The table of a run of bench/run, as Markdown on stdout: node bench/table.mjs FOLDER
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const read = (file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();

function shown(value) {
  if (typeof value !== "number") return String(value);
  if (Number.isInteger(value)) return value.toLocaleString("en");
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}

const rows = (figures, hidden) =>
  Object.entries(figures).filter(([name]) => !hidden.includes(name)).map(([name, value]) => `| ${name} | ${shown(value)} |`);

const heading = (file) => file.replace(".json", "").replaceAll("-", " ");

/// Measurements of one kind stand beside each other.
function sideBySide(title, columns) {
  const names = [...new Set(columns.flatMap(([, figures]) => Object.keys(figures)))].filter((name) => name !== "bench");
  return [
    `## ${title}`, "", `| | ${columns.map(([head]) => head).join(" | ")} |`, `|---|${columns.map(() => "--:|").join("")}`,
    ...names.map((name) => `| ${name} | ${columns.map(([, f]) => (name in f ? shown(f[name]) : "")).join(" | ")} |`), "",
  ];
}

const lines = [];
const scale = files.filter((file) => file.startsWith("scale-")).map(read).sort((a, b) => a["open assignments"] - b["open assignments"]);
if (scale.length > 0) lines.push(...sideBySide("scale", scale.map((f) => [`${shown(f["open assignments"])} open`, f])));
const peers = files.filter((file) => file.startsWith("peer-")).map(read);
if (peers.length > 0) lines.push(...sideBySide("peers", peers.map((f) => [f.peer, f])));
for (const file of files) {
  if (file.startsWith("scale-") || file.startsWith("peer-")) continue;
  lines.push(`## ${heading(file)}`, "", "| | |", "|---|--:|", ...rows(read(file), ["bench"]), "");
}
process.stdout.write(lines.join("\n"));
