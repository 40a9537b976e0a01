// Keeps the demo page up to date: asks the server for changes, moves the clock, confirms questions.
import {ChatWindow} from "./chat.js";
import {fill, fill_list} from "./fill.js";

const by_id = (id) => document.getElementById(id);
const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const k_incoming_shown = 6;
const token = meta("dondoc-token");
const plan = by_id("plan");
const life = life_of(meta("dondoc-version"));
let version = "";  // the first answer tells what the page was not printed with: who has received how much
let asking = new AbortController();
const seen = new Map();  // person → newest message shown or known when the page was opened

/** Sends a change. Fails with an Error whose message can be shown. */
async function send(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: {"Content-Type": "application/json", "X-Dondoc-Token": token},
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) {
    warn(answer.error);
    throw new Error(answer.error);
  }
  warn("");
  return answer.text;
}

function warn(text) {
  by_id("warning").textContent = text;
  by_id("warning").hidden = text === "";
}

function tell(text) {
  by_id("status").textContent = text;
}

// --- what the page shows ------------------------------------------------------------------------------------------------

const windows = [...document.querySelectorAll(".window")].map((section) => new ChatWindow(section, send, ask_again));

function query(after) {
  const query = new URLSearchParams({plan: plan.value});
  for (const each of windows) query.append("who", each.person);
  if (after) query.set("after", after);
  return query;
}

/** The choice of people or of the plan is another one: what is being waited for is of no use. */
function ask_again() {
  history.replaceState(null, "", "/?" + query(""));
  version = "";
  asking.abort();
}

function show(state) {
  if (life_of(state.version) !== life) return location.reload();
  version = state.version;
  fill(by_id("clock"), state.clock);
  by_id("clock").querySelector("time").dateTime = state.clock.iso;
  show_board(state);
  show_incoming(state);  // first: it takes height from the windows, which then scroll to their end
  state.windows.forEach((view, i) => windows[i]?.show(view));
  show_tabs(state);
}

/** Another one after each start of the program. */
function life_of(text) {
  return text.split("-")[0];
}

function show_board(state) {
  fill(by_id("board"), state);
  fill_list(by_id("boxes"), by_id("box-template"), state.boxes, (box) => box.id);
  fill_list(by_id("beside"), by_id("box-template"), state.beside, (box) => box.id);
  show_questions(state.questions);
  fill_list(by_id("rows"), by_id("row-template"), state.rows, (row) => row.code);
}

/** The focus does not get lost with the button that was pressed. */
function show_questions(questions) {
  const list = by_id("questions");
  const had_focus = list.contains(document.activeElement);
  fill_list(list, by_id("question-template"), questions, (question) => question.id);
  by_id("questions-part").hidden = questions.length === 0;
  if (had_focus && !list.contains(document.activeElement)) by_id("board").focus();
}

function show_tabs(state) {
  state.windows.forEach((view) => {
    const tab = by_id("tabs").querySelector(`a[href="#window-${view.number}"]`);
    if (tab === null) return;
    fill(tab, view);
    const newest = view.bubbles.at(-1)?.id ?? "";
    const away = tab.getAttribute("aria-current") === null;
    if (away && tab.dataset.newest !== undefined && tab.dataset.newest !== newest) tab.dataset.news = "";
    tab.dataset.newest = newest;
  });
}

/** Who has got a message and is in no window: one press shows the chat in the last window that was used. */
function show_incoming(state) {
  const shown = new Set(windows.map((each) => each.person));
  const everybody = new Map(state.groups.flatMap((group) => group.people).map((person) => [person.id, person]));
  for (const {id, received} of everybody.values()) {
    if (!seen.has(id) || shown.has(id)) seen.set(id, received);
  }
  const fresh = [...everybody.values()].filter(({id, received}) => received > seen.get(id));
  fresh.sort((a, b) => b.received - a.received);
  draw_incoming(fresh);
}

function draw_incoming(people) {
  const nav = by_id("incoming");
  nav.hidden = people.length === 0;
  const label = document.createElement("span");
  label.textContent = `Vừa nhận tin (${people.length}):`;
  const hide = button_with("Ẩn", () => {
    for (const {id, received} of people) seen.set(id, received);
    nav.hidden = true;
    tell("");
  });
  nav.replaceChildren(label, ...people.slice(0, k_incoming_shown).map(chip_of), hide);
}

function button_with(text, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", act);
  return button;
}

function chip_of(person) {
  return button_with(person.label.split(" – ")[0], () => {
    const target = last_window();
    target.choose(person.id);
    go_to(target.section);
  });
}

let last_used = 0;
document.addEventListener("focusin", (event) => {
  const place = windows.findIndex((each) => each.section.contains(event.target));
  if (place >= 0) last_used = place;
});

function last_window() {
  return windows[Math.min(last_used, windows.length - 1)];
}

// --- what people do -----------------------------------------------------------------------------------------------------

plan.addEventListener("change", () => plan.form.submit());

for (const button of document.querySelectorAll("[data-move]")) {
  button.addEventListener("click", () => busy(button, "/clock", {move: button.dataset.move}));
}

by_id("questions").addEventListener("click", (event) => {
  const button = event.target.closest(".confirm");
  if (button !== null) busy(button, "/confirm", {plan: plan.value, question: button.dataset.question});
});

/** `aria-disabled` and not `disabled`: the keyboard's focus stays where it is. */
async function busy(button, path, body) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  try {
    tell(await send(path, body));
  } catch {
    tell("");
  }
  button.removeAttribute("aria-disabled");
}

// --- tabs on a narrow screen --------------------------------------------------------------------------------------------

const panels = by_id("panels");

function go_to(section) {
  panels.scrollTo({left: section.offsetLeft});
}

by_id("tabs").addEventListener("click", (event) => {
  const tab = event.target.closest("a");
  if (tab === null) return;
  event.preventDefault();
  const section = document.querySelector(tab.getAttribute("href"));
  go_to(section);
  section.focus({preventScroll: true});
});

const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    const tab = by_id("tabs").querySelector(`a[href="#${entry.target.id}"]`);
    if (entry.isIntersecting) {
      tab.setAttribute("aria-current", "true");
      delete tab.dataset.news;
    } else {
      tab.removeAttribute("aria-current");
    }
  }
}, {root: panels, threshold: 0.6});
for (const section of panels.children) watcher.observe(section);

// --- asking for changes -------------------------------------------------------------------------------------------------

async function ask() {
  asking = new AbortController();
  const started = Date.now();
  const response = await fetch("/state?" + query(version), {signal: asking.signal});
  if (response.status === 200) return show(await response.json());
  if (response.status !== 204) throw new Error("state " + response.status);
  if (Date.now() - started < 1000) await pause(1000);  // the server waits for no more pages than it can
}

function visible() {
  return new Promise((resolve) => {
    if (!document.hidden) return resolve();
    document.addEventListener("visibilitychange", () => resolve(), {once: true});
  });
}

async function keep_up() {
  let lost = false;
  for (;;) {
    await visible();
    try {
      await ask();
      if (lost) warn("");
      lost = false;
    } catch (error) {
      if (error.name === "AbortError") continue;
      lost = true;
      warn("Mất kết nối với chương trình; đang thử lại…");
      await pause(2000);
    }
  }
}

keep_up();
