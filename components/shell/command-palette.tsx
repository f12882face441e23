"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type KeyboardEvent, startTransition, useEffect, useId, useRef, useState } from "react";
import { commandsMeant, commandsOn } from "@/components/shell/commands";
import { chooseLanguage, LANGUAGE_NAMES } from "@/components/shell/language-choice";
import { leaveBy } from "@/components/shell/leaving-form";
import { pageCommands } from "@/components/shell/page-commands";
import { applyTheme } from "@/components/shell/theme-switch";
import { type Search, useCommandSearch } from "@/components/shell/use-command-search";
import { cn } from "@/lib/cn";
import { type CommandItem, type CommandPages, groupCommands, matchCommands } from "@/lib/command";
import type { Role } from "@/lib/domain/actor";
import { languages, speech } from "@/lib/messages/catalogue";
import { commonText } from "@/lib/messages/common";
import { shellText } from "@/lib/messages/shell";
import { shortcutsText } from "@/lib/messages/shortcuts";

export interface CommandPaletteProps {
  role: Role;
  pages: CommandPages;
  searchUrl: string | undefined;
  signOutAction: () => Promise<void>;
  onHelp: () => void;
  onClose: () => void;
}

/** Leads somewhere, or does something here. */
type PaletteItem = Omit<CommandItem, "href"> & ({ href: string } | { run: () => void });

/** A modal combobox: the words stay in the field, the arrows walk the list below it. */
export function CommandPalette({ role, pages, searchUrl, onClose, ...props }: CommandPaletteProps) {
  const router = useRouter();
  const pathname = usePathname();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const search = useCommandSearch(searchUrl, query);
  const ofPage = pageCommands(document, query.trim() !== "");
  const own: PaletteItem[] = [
    ...pages.map(toItem),
    // Two may lead to one page; what the page has on a button of the same words is not offered twice.
    ...commandsOn(pathname, role)
      .filter(({ label }) => !ofPage.some((command) => command.label === label))
      .map((command, at) => ({ id: `c${at}`, ...command })),
    ...ofPage.map((command, at) => ({ id: `p${at}`, group: shortcutsText.thisPage, ...command })),
    ...deedsOf(props, () => router.refresh()),
  ];
  const groups = groupCommands<PaletteItem>([
    ...matchCommands(own, query),
    ...foundBy(search, { pathname, role, query }),
  ]);
  const items = groups.flatMap(([, members]) => members);
  const current = items[Math.min(active, items.length - 1)];
  const optionId = (item: PaletteItem) => `${listId}-${item.id}`;

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (current) document.getElementById(`${listId}-${current.id}`)?.scrollIntoView({ block: "nearest" });
  }, [current, listId]);

  const open = (item: PaletteItem | undefined) => {
    if (!item) return;
    dialog.current?.close();
    if ("run" in item) item.run();
    else router.push(item.href as Route);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") open(current);
    else if (event.key === "ArrowDown") setActive((index) => Math.min(index + 1, items.length - 1));
    else if (event.key === "ArrowUp") setActive((index) => Math.max(index - 1, 0));
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      aria-label={shellText.search.title}
      onClose={onClose}
      onPointerDown={(event) => event.target === dialog.current && dialog.current?.close()}
      className="surface-floating mx-auto mt-[12dvh] w-[min(38rem,calc(100vw-2rem))] overflow-hidden p-0"
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={current && optionId(current)}
        aria-label={shellText.search.placeholder}
        placeholder={shellText.search.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        className="h-12 w-full border-border border-b bg-transparent px-4 text-lg outline-none placeholder:text-muted-foreground"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={shellText.search.title}
        className="max-h-[50dvh] overflow-y-auto p-1.5"
      >
        {groups.map(([group, members]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={group} role="group" aria-label={group}>
            <p aria-hidden className="px-2.5 pt-2 pb-1 text-2xs text-muted-foreground">
              {group}
            </p>
            {members.map((item) => (
              <Option
                key={item.id}
                id={optionId(item)}
                item={item}
                selected={item === current}
                onPoint={() => setActive(items.indexOf(item))}
                onPick={() => open(item)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className="border-border border-t px-4 py-2 text-muted-foreground text-xs">
        {noteFor(search, items.length, query)}
      </p>
    </dialog>
  );
}

interface OptionProps {
  id: string;
  item: PaletteItem;
  selected: boolean;
  onPoint: () => void;
  onPick: () => void;
}

/** Focus never leaves the field, so an option is not a stop for the tab key. */
function Option({ id, item, selected, onPoint, onPick }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above carries the keys for all options
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onClick={onPick}
      onPointerMove={onPoint}
      className={cn(
        "flex h-9 cursor-pointer items-center justify-between gap-4 rounded-md px-2.5 text-sm",
        selected && "bg-accent",
      )}
    >
      <span className="truncate">{item.label}</span>
      {item.hint && <span className="shrink-0 font-mono text-muted-foreground text-xs">{item.hint}</span>}
    </div>
  );
}

type Deed = [label: string, run: () => void];

/** What is done at once, on whatever page. */
function deedsOf(
  { onHelp, signOutAction }: Pick<CommandPaletteProps, "onHelp" | "signOutAction">,
  refresh: () => void,
): PaletteItem[] {
  const text = shortcutsText;
  const readAgain = () => {
    const button = document.querySelector<HTMLElement>("main [data-read-again]");
    if (button) button.click();
    else refresh();
  };
  const deeds: Deed[] = [
    [text.readAgain, readAgain],
    [text.light, () => applyTheme("light")],
    [text.dark, () => applyTheme("dark")],
    [text.system, () => applyTheme("system")],
    ...otherLanguages(),
    [text.help, onHelp],
    [commonText.actions.signOut, () => startTransition(() => leaveBy(signOutAction, "stillSignedIn"))],
  ];
  return deeds.map(([label, run]) => ({ id: `d${label}`, label, group: text.actions, run }));
}

const otherLanguages = (): Deed[] =>
  languages
    .filter((language) => language !== speech.language())
    .map((language) => [
      `${shellText.language}: ${LANGUAGE_NAMES[language]}`,
      () => chooseLanguage(language),
    ]);

const toItem = ({ href, label }: CommandPages[number]): CommandItem => ({
  id: href,
  href,
  label,
  group: shellText.search.pages,
});

/** Whoever typed a command means it; whoever typed a name alone, what has that name. */
function foundBy({ items, meant }: Search, on: Parameters<typeof commandsMeant>[1]): CommandItem[] {
  if (!meant) return items;
  const commands = commandsMeant(meant, on);
  return meant.rest === "" ? [...items, ...commands] : [...commands, ...items];
}

export function noteFor({ state, missing }: Omit<Search, "items">, found: number, query: string): string {
  if (state === "failed") return shellText.search.failed;
  if (state === "searching") return shellText.search.searching;
  if (missing.length > 0) return shellText.search.missing(missing.join(", "));
  return found === 0 ? shellText.search.empty(query) : shellText.search.hint;
}
