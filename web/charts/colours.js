// The pages' own colours, so that a chart and the table beside it say the same in the same way.

/** A colour of the style sheet: colour("blue-soft"). */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

/** Ink and ground of an element. */
export function colours_of(element) {
  const style = getComputedStyle(element);
  return {ink: style.color, ground: style.backgroundColor};
}
