/** Said on the window before a page is left that nobody chose to leave: what is typed is kept until it is back in its fields. */
export const LEAVING = "ampdesk:leaving";

export function sayLeaving(): void {
  window.dispatchEvent(new Event(LEAVING));
}

/** For a page that the desk's present scripts or words did not reach. */
export function reloadPage(): void {
  sayLeaving();
  window.location.reload();
}
