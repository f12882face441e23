/**
 * What somebody chose that no field holds: a user picked from a search, changes waiting for their review. The element with
 * `data-choice` is asked for it, and is given it back.
 */
const TELL_CHOICE = "ampdesk:tell-choice";
const TAKE_CHOICE = "ampdesk:take-choice";

/** Empty: nothing is chosen. */
export function readChoice(place: EventTarget): string {
  const told = { value: "" };
  place.dispatchEvent(new CustomEvent(TELL_CHOICE, { detail: told }));
  return told.value;
}

/** @returns false while nobody there has heard it */
export const putChoice = (place: EventTarget, value: string): boolean =>
  !place.dispatchEvent(new CustomEvent(TAKE_CHOICE, { detail: value, cancelable: true }));

/**
 * Answers for such an element.
 * @param tell null: nothing is chosen
 * @returns stops answering
 */
export function answerFor<T>(
  place: EventTarget,
  tell: () => T | null,
  take: (choice: T) => void,
): () => void {
  const onTell = (event: Event) => {
    const choice = tell();
    if (choice !== null) (event as CustomEvent<{ value: string }>).detail.value = JSON.stringify(choice);
  };
  const onTake = (event: Event) => {
    event.preventDefault();
    take(JSON.parse((event as CustomEvent<string>).detail) as T);
  };
  place.addEventListener(TELL_CHOICE, onTell);
  place.addEventListener(TAKE_CHOICE, onTake);
  return () => {
    place.removeEventListener(TELL_CHOICE, onTell);
    place.removeEventListener(TAKE_CHOICE, onTake);
  };
}
