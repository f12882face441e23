import { useRouter } from "next/navigation";
import { type RefObject, useEffect } from "react";
import type { CommandPages } from "@/lib/command";
import type { Role } from "@/lib/domain/actor";
import { createShortcutReader, shortcutSetting, takeEarly } from "@/lib/shortcuts";
import { GO_LETTERS, newOn } from "./letter-keys";

interface Reactions {
  role: Role;
  pages: CommandPages;
  /** A dialog is on its way: what is typed meanwhile is meant for it. */
  isPaused: boolean;
  /** What was pressed before this had come, oldest first. */
  early: RefObject<KeyboardEvent[]>;
  onSearch: () => void;
  onHelp: () => void;
}

const TYPES_TEXT =
  "input, textarea, select, [contenteditable], [role=textbox], [role=combobox], [role=listbox], [role=menu]";

const isTyping = (target: EventTarget | null) =>
  (target instanceof Element && target.closest(TYPES_TEXT) !== null) ||
  document.querySelector("dialog[open]") !== null;

/** Keys without a modifier, while they are switched on. Shows nothing: a component, so that it can come after the page. */
export function Shortcuts({ role, pages, isPaused, early, onSearch, onHelp }: Reactions): null {
  const router = useRouter();
  useEffect(() => {
    const pressed = takeEarly(early.current, performance.now());
    if (isPaused) return;
    const read = createShortcutReader();
    const go = (href: string | null | undefined) => {
      if (href) router.push(href as Parameters<typeof router.push>[0]);
    };
    const make = () => {
      const href = newOn(window.location.pathname, role);
      if (href) go(href);
      else document.querySelector<HTMLElement>("main [data-new]")?.click();
    };
    const onKey = (event: KeyboardEvent): boolean => {
      if (event.defaultPrevented || event.repeat || !shortcutSetting.isOn()) return false;
      const shortcut = read({
        key: event.key,
        isModified: event.ctrlKey || event.altKey || event.metaKey || event.isComposing,
        isTyping: isTyping(event.target),
        at: event.timeStamp,
      });
      if (!shortcut) return false;
      event.preventDefault();
      if (shortcut.kind === "help") onHelp();
      else if (shortcut.kind === "new") make();
      else if (shortcut.kind === "go")
        go(pages.find(({ href }) => href === GO_LETTERS[shortcut.letter])?.href);
      else if (!focusSearch()) onSearch();
      return true;
    };
    // What came after the first of them was meant for where that one leads.
    if (!isTyping(document.activeElement)) pressed.some(onKey);
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [role, pages, router, isPaused, early, onSearch, onHelp]);
  return null;
}

/** @returns false on a page without a search of its own */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>("main input[type=search]");
  field?.focus();
  field?.select();
  return field !== null;
}
