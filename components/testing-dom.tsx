import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { onTestFinished, vi } from "vitest";

/**
 * Draws a part of a page as a browser does, for what happens on it when somebody uses it. The test begins with
 * `// @vitest-environment happy-dom`.
 * @returns what draws it anew, as the page does when it is read again
 */
export async function draw(part: ReactNode): Promise<(part: ReactNode) => Promise<void>> {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  onTestFinished(() => {
    root.unmount();
    document.body.replaceChildren();
  });
  const show = (next: ReactNode) =>
    acting(() => root.render(<QueryClientProvider client={client}>{next}</QueryClientProvider>));
  await show(part);
  return show;
}

/** Does it, and comes back when what follows from it is drawn and the effects have run. */
export async function acting(does: () => void): Promise<void> {
  const react = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  react.IS_REACT_ACT_ENVIRONMENT = true;
  await act(async () => {
    does();
    await new Promise((resolve) => setTimeout(resolve)); // as answers of actions come
  });
  react.IS_REACT_ACT_ENVIRONMENT = false;
}

const named = (words: string) =>
  [...document.querySelectorAll<HTMLButtonElement>("button")].filter(
    (button) => (button.getAttribute("aria-label") ?? button.textContent) === words && !button.disabled,
  );

/** Presses the button of these words once it is there: the last one, which is a dialog's before the page's. */
export async function press(words: string): Promise<void> {
  const button = await vi.waitFor(() => named(words).at(-1) ?? Promise.reject(new Error(`No “${words}”.`)));
  const form = document.getElementById(button.getAttribute("form") ?? "") as HTMLFormElement | null;
  await acting(() => {
    button.focus();
    // The form that a button names goes before the one around it, as in browsers; happy-dom has it the other way.
    if (form) form.requestSubmit();
    else button.click();
  });
}

export async function type(label: string, text: string): Promise<void> {
  const input = fieldOf(label);
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value") ?? {};
  await acting(() => {
    input.focus();
    set?.call(input, text); // past React's own setter, as a browser does
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** @param label without what stands behind it, as that the field is optional */
export function fieldOf(label: string): HTMLInputElement {
  const labels = [...document.querySelectorAll("label")];
  const found = labels.findLast(({ firstChild }) => firstChild?.textContent === label);
  const field = document.getElementById(found?.htmlFor ?? "");
  if (!field) throw new Error(`No field “${label}”.`);
  return field as HTMLInputElement;
}
