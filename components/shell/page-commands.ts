import { exportsText } from "@/lib/messages/exports";
import { shortcutsText as text } from "@/lib/messages/shortcuts";

/** Something that the page below the palette offers now. */
export interface PageCommand {
  label: string;
  /** The heading or row that it stands at, where several have the same words. */
  hint?: string;
  run: () => void;
}

/** What looks like a button, whether it acts or leads on: the word is of a button's style alone. */
const DECISIONS = "main :is(button, a.select-none)";
const EXPORTS = "main [data-export]";
/** A dialog's and a menu's own belong to them; what walks, sorts, reads again or opens a menu decides nothing. */
const NONE =
  ":disabled, [aria-disabled=true], :is(dialog, nav, thead, [popover]) *, [popovertarget], [data-read-again]";
const OF_A_ROW = "tbody *";
const HEADINGS = ":is(h1, h2, h3), tbody th";

/**
 * What the page itself offers to decide and to save, as its own buttons: pressing one here is pressing it there, so
 * nothing is offered that the page does not offer, and what asks first asks first.
 * @param isAsked something is looked for: only then are the buttons of a table's rows among them, of which there may be
 * hundreds
 */
export const pageCommands = (page: ParentNode, isAsked = true): PageCommand[] =>
  offered(page)
    .filter(({ element }) => isAsked || !element.matches(OF_A_ROW))
    .map((command) => ({
      label: command.label,
      ...(command.hint ? { hint: command.hint } : {}),
      run: () => offeredStill(page, command)?.element.click(),
    }));

/** The page may have gone on since: what it offers no more is not pressed, and of a row none but this row's. */
function offeredStill(page: ParentNode, { label, place, element }: Offered): Offered | undefined {
  const isOfRow = element.matches(OF_A_ROW);
  return offered(page).find(
    (now) => now.label === label && (isOfRow ? now.element === element : now.place === place),
  );
}

interface Offered {
  label: string;
  hint: string | null;
  element: HTMLElement;
  /** Among those of the same words. */
  place: number;
}

function offered(page: ParentNode): Offered[] {
  const decisions = ready(page, DECISIONS).filter(decides);
  const saves = ready(page, EXPORTS);
  const all = [
    ...decisions.map((element) => [wordsOf(element), element] as const),
    ...saves.map((element) => [saves.length > 1 ? saveWords(element) : text.save, element] as const),
  ].filter(([label]) => label !== "");
  const alike = new Map<string, number>();
  const placed = all.map(([label, element]) => {
    const place = alike.get(label) ?? 0;
    alike.set(label, place + 1);
    return { label, element, place };
  });
  return placed.map((one) => ({
    ...one,
    hint: (alike.get(one.label) ?? 0) > 1 ? headingOf(one.element) : null,
  }));
}

const ready = (page: ParentNode, which: string): HTMLElement[] =>
  [...page.querySelectorAll<HTMLElement>(which)].filter(
    (element) => !element.matches(NONE) && element.getClientRects().length > 0,
  );

/** Neither saves a list, which has words of its own, nor copies an id. */
const decides = (element: HTMLElement): boolean =>
  element.dataset.export === undefined && element.querySelector("code") === null;

const wordsOf = (element: HTMLElement): string =>
  (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();

const headingOf = (element: HTMLElement): string | null =>
  element.closest("tr, section")?.querySelector(HEADINGS)?.textContent?.trim() ?? null;

function saveWords({ dataset }: HTMLElement): string {
  const list = exportsText.lists[dataset.export as keyof typeof exportsText.lists];
  return list ? text.saveOne(list) : text.save;
}
