// One chat window: shows the messages of a person, and sends what is typed or pressed in it.
import {fill, fill_list} from "./fill.js";

const k_bubble = document.getElementById("bubble-template");
const k_near_end = 80;  // pixels: who reads further up is not pulled down

function button(className, label, payload) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = label;
  if (payload !== undefined) element.dataset.payload = payload;
  return element;
}

/** The office's link to its pages can be pressed, as in a real chat. */
function open_link_in(element, text) {
  const found = text.match(/https?:\/\/\S+\/signin\/link\?t=[\w-]+/);
  const paragraph = element.querySelector(".text");
  if (found === null || paragraph.querySelector("a") !== null || new URL(found[0]).port !== location.port) return;
  const link = document.createElement("a");
  link.href = found[0];
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = found[0];
  paragraph.replaceChildren(text.slice(0, found.index), link, text.slice(found.index + found[0].length));
}

function fill_bubble(element, bubble) {
  fill(element, bubble);
  if (bubble.side === "office") open_link_in(element, bubble.text);
  const presses = element.querySelector(".presses");
  const has = [...presses.children].map((b) => b.dataset.payload).join("\n");
  if (has === bubble.buttons.map((b) => b.payload).join("\n")) return;
  presses.replaceChildren(...bubble.buttons.map((b) => button("press", b.label, b.payload)));
}

export class ChatWindow {
  /** `send(path, body)`: a promise that fails with a message for the person. `chosen()`: another person was chosen. */
  constructor(section, send, chosen) {
    this.section = section;
    this.send = send;
    this.list = section.querySelector(".bubbles");
    this.talk = section.querySelector(".talk");
    this.field = section.querySelector("textarea");
    this.select = section.querySelector(".person");
    this.unsent = [];  // {key, id, text, state: "sending" | "sent" | "failed", path, body}
    this.last_id = this.newest_id();
    this.select.addEventListener("change", () => this.change_person(chosen));
    section.querySelector(".say").addEventListener("submit", (event) => this.submit(event));
    this.field.addEventListener("keydown", (event) => this.on_key(event));
    this.field.addEventListener("input", () => this.grow());
    section.addEventListener("click", (event) => this.on_click(event));
    this.to_end();
  }

  get person() {
    return this.select.value;
  }

  /** Shows the window as the server describes it. */
  show(view) {
    const other = this.section.dataset.person !== view.person;
    const at_end = other || this.is_at_end();
    if (other) this.take_person(view);
    fill(this.section, view);
    this.forget_arrived(view.bubbles);
    this.view = view;
    this.redraw();
    this.last_id = this.newest_id();
    if (at_end) this.to_end();
    if (other) setTimeout(() => this.talk.setAttribute("aria-live", "polite"), 0);
  }

  choose(person) {
    this.select.value = person;
    this.select.dispatchEvent(new Event("change"));
  }

  change_person(chosen) {
    this.unsent = [];
    chosen();
  }

  /** A whole conversation is not news: it is not read aloud. */
  take_person(view) {
    this.talk.setAttribute("aria-live", "off");
    this.section.dataset.person = view.person;
    this.select.value = view.person;
    const phrases = view.phrases.map((text) => button("phrase", text));
    this.section.querySelector(".phrases").replaceChildren(...phrases);
  }

  redraw() {
    const bubbles = [...(this.view?.bubbles ?? []), ...this.unsent.map((u) => this.bubble_of(u))];
    fill_list(this.list, k_bubble, bubbles, (b) => b.id, fill_bubble);
    this.section.querySelector(".nothing").hidden = bubbles.length > 0;
  }

  bubble_of(unsent) {
    const words = {sending: "đang gửi…", sent: "đã gửi", failed: "chưa gửi được"};
    const again = unsent.state === "failed" ? [{label: "Gửi lại", payload: "again:" + unsent.key}] : [];
    return {id: unsent.id, side: "own", day: "", text: unsent.text, time: "", sending: words[unsent.state], buttons: again};
  }

  /** What the server shows by now needs no stand-in any more. */
  forget_arrived(bubbles) {
    const fresh = bubbles.filter((b) => b.side === "own" && Number(b.id) > this.last_id).map((b) => b.text);
    this.unsent = this.unsent.filter((unsent) => {
      const place = fresh.indexOf(unsent.text);
      if (place >= 0) fresh.splice(place, 1);
      return place < 0 && unsent.state !== "sent";
    });
  }

  newest_id() {
    const keys = [...this.list.children].map((child) => Number(child.dataset.key)).filter((n) => !Number.isNaN(n));
    return Math.max(0, ...keys);
  }

  submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text === "") return;
    this.field.value = "";
    this.grow();
    this.give(text, "/say", {text});
  }

  on_key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.section.querySelector(".say").requestSubmit();
  }

  on_click(event) {
    const pressed = event.target.closest("button");
    if (pressed === null) return;
    if (pressed.classList.contains("phrase")) this.give(pressed.textContent, "/say", {text: pressed.textContent});
    if (pressed.classList.contains("press")) this.press(pressed.dataset.payload, pressed.textContent);
  }

  press(payload, label) {
    if (!payload.startsWith("again:")) return this.give(label, "/press", {payload});
    const unsent = this.unsent.find((u) => "again:" + u.key === payload);
    if (unsent !== undefined) this.deliver(unsent);
    this.field.focus();
  }

  give(text, path, body) {
    const key = crypto.randomUUID();
    const unsent = {key, id: "unsent-" + key, text, path, body: {...body, person: this.section.dataset.person, key}};
    this.unsent.push(unsent);
    this.deliver(unsent);
    this.to_end();
  }

  /** The same key each time: however often it is sent, it counts once. */
  async deliver(unsent) {
    unsent.state = "sending";
    this.redraw();
    try {
      await this.send(unsent.path, unsent.body);
      unsent.state = "sent";
    } catch {
      unsent.state = "failed";
    }
    this.redraw();
  }

  grow() {
    this.field.rows = Math.min(4, this.field.value.split("\n").length);
  }

  is_at_end() {
    return this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < k_near_end;
  }

  to_end() {
    this.talk.scrollTop = this.talk.scrollHeight;
  }
}
