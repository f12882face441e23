import { exportsText } from "@/lib/messages/exports";
import { shortcutsText as text } from "@/lib/messages/shortcuts";

/** Something that the page below the palette offers now. */
export interface PageCommand {
  label: string;
  run: () => void;
}

/** Buttons and links that are a page's decisions, and those that save a list. A dialog's own belong to the dialog. */
const DECISIONS = "main [data-commands] :is(button, a[href])";
const EXPORTS = "main [data-export]";

/**
 * What the page itself offers to decide and to save, as its own buttons: pressing one here is pressing it there, so
 * nothing is offered that the page does not offer, and what asks first asks first.
 */
export const pageCommands = (page: ParentNode): PageCommand[] =>
  offered(page).map(([label, , place]) => ({
    label,
    // The page may have gone on since: what it offers no more is not pressed.
    run: () =>
      offered(page)
        .find(([now, , at]) => now === label && at === place)?.[1]
        .click(),
  }));

type Offered = [label: string, element: HTMLElement, place: number];

/** @returns those of the same words told apart by their place among each other */
function offered(page: ParentNode): Offered[] {
  const decisions = ready(page, DECISIONS).map((element) => [wordsOf(element), element] as const);
  const saves = ready(page, EXPORTS);
  const all = [
    ...decisions,
    ...saves.map((element) => [saves.length > 1 ? saveWords(element) : text.save, element] as const),
  ].filter(([label]) => label !== "");
  return all.map(([label, element], at) => [
    label,
    element,
    all.slice(0, at).filter(([other]) => other === label).length,
  ]);
}

const ready = (page: ParentNode, which: string): HTMLElement[] =>
  [...page.querySelectorAll<HTMLElement>(which)].filter(
    (element) => !element.matches(":disabled, [aria-disabled=true], dialog *"),
  );

const wordsOf = (element: HTMLElement): string =>
  (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();

function saveWords({ dataset }: HTMLElement): string {
  const list = exportsText.lists[dataset.export as keyof typeof exportsText.lists];
  return list ? text.saveOne(list) : text.save;
}
