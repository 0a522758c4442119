/** Creates an element, with a class and text where they are given. */
export function createElement(name: string, className = '', text?: string): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
