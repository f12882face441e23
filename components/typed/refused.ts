const REFUSED = "[aria-invalid=true]:not(:disabled)";
/** By then a form that asks somebody else says that it is busy. */
const WAIT_MS = 50;
/** What a form's answer changes: what is said under a field, and which fields are wrong. */
const ANSWERS = { subtree: true, childList: true, attributeFilter: ["aria-invalid", "aria-busy"] };

/**
 * What is refused under a field may be out of sight, and nothing seems to have happened: once a form was sent, its first
 * field that is refused gets the focus, whether the page refuses it or the server. Whoever goes on meanwhile is left alone.
 * @returns what ends it
 */
export function leadToRefused(page: Document): () => void {
  let sent: HTMLFormElement | null = null;
  const watch = new MutationObserver(() => look());
  const rest = () => {
    sent = null;
    watch.disconnect();
  };
  const look = () => {
    if (!sent || isUnderWay(sent)) return;
    const field = sent.querySelector<HTMLElement>(REFUSED);
    if (!field) return;
    rest();
    field.focus();
  };
  const onSubmit = ({ target }: Event) => {
    rest();
    sent = target as HTMLFormElement;
    watch.observe(sent, ANSWERS);
    setTimeout(look, WAIT_MS); // refused as before: nothing in it changes
  };
  // Before the form's own parts hear of it: what a dialog keeps to itself counts, too.
  const heard = { submit: onSubmit, input: rest, focusin: rest };
  for (const [kind, hear] of Object.entries(heard)) page.addEventListener(kind, hear, true);
  return () => {
    rest();
    for (const [kind, hear] of Object.entries(heard)) page.removeEventListener(kind, hear, true);
  };
}

/** Its answer is still to come, and what stands under the fields is of the time before. */
const isUnderWay = ({ elements }: HTMLFormElement): boolean =>
  [...elements].some((element) => element.getAttribute("aria-busy") === "true");
