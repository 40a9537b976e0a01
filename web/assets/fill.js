// Puts values into the elements of a template. Values become text and attributes, never HTML.
//
//   data-text="name"        the element's text is the value
//   data-when="name"        hidden while the value is empty
//   data-bind="attr=name"   the attribute has the value
//   data-key                begins an item of a list: its inside belongs to the item, not to what is around it

const k_marked = "[data-text], [data-when], [data-bind]";

function is_empty(value) {
  return value === undefined || value === "" || value === false || (Array.isArray(value) && value.length === 0);
}

function fill_one(element, values) {
  const {text, when, bind} = element.dataset;
  if (when !== undefined && when in values) element.hidden = is_empty(values[when]);
  if (bind !== undefined) {
    const [attribute, name] = bind.split("=");
    if (name in values) element.setAttribute(attribute, values[name]);
  }
  if (text !== undefined && text in values && element.textContent !== String(values[text])) {
    element.textContent = values[text];
  }
}

/** Fills `root` and what is in it, but not the items of lists in it. */
export function fill(root, values) {
  const item = root.closest("[data-key]");
  if (root.matches(k_marked)) fill_one(root, values);
  for (const element of root.querySelectorAll(k_marked)) {
    if (element.closest("[data-key]") === item) fill_one(element, values);
  }
}

export function make(template, key) {
  const element = template.content.firstElementChild.cloneNode(true);
  element.dataset.key = key;
  return element;
}

/**
 * Makes the children of `list` those of `items`, in order. A child whose item stays is kept, so that focus, selection and
 * what is read aloud do not jump. `change(element, item)` fills it.
 */
export function fill_list(list, template, items, key_of, change = fill) {
  const kept = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let place = list.firstElementChild;
  for (const item of items) {
    const key = String(key_of(item));
    const element = kept.get(key) ?? make(template, key);
    kept.delete(key);
    change(element, item);
    if (element === place) {
      place = place.nextElementSibling;
    } else {
      list.insertBefore(element, place);
    }
  }
  for (const element of kept.values()) element.remove();
}
