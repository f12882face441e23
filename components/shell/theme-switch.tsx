"use client";

import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import { useId, useSyncExternalStore } from "react";
import { keepChoice } from "@/components/data/keep-choice";
import { shellText } from "@/lib/messages/shell";
import { THEME_COOKIE, type Theme, themeClass } from "@/lib/theme";

const choices = [
  ["light", Sun],
  ["system", Monitor],
  ["dark", Moon],
] as const;

/** The choice since the page was painted: a page may show the switch twice. */
let chosen: Theme | undefined;
const watchers = new Set<() => void>();
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export function ThemeSwitch({ initial }: { initial: Theme }) {
  const id = useId();
  const theme = useSyncExternalStore(
    watch,
    () => chosen ?? initial,
    () => initial,
  );
  return (
    <fieldset className="flex rounded-md border border-border bg-sunken p-0.5">
      <legend className="sr-only">{shellText.theme.label}</legend>
      {choices.map(([value, Icon]) => (
        <label
          key={value}
          htmlFor={`${id}-${value}`}
          title={shellText.theme[value]}
          className="flex h-6 w-7 items-center justify-center rounded-sm text-muted-foreground hover:text-foreground has-checked:bg-card has-checked:text-foreground has-checked:shadow-raised has-focus-visible:outline-2 has-focus-visible:outline-ring"
        >
          <input
            id={`${id}-${value}`}
            type="radio"
            name={id}
            value={value}
            checked={theme === value}
            onChange={() => applyTheme(value)}
            className="sr-only"
          />
          <Icon aria-hidden className="size-3.5" />
          <span className="sr-only">{shellText.theme[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** From now on, on this page and in this browser. */
export function applyTheme(theme: Theme) {
  chosen = theme;
  for (const watcher of watchers) watcher();
  keepChoice(THEME_COOKIE, theme);
  document.documentElement.classList.remove("light", "dark");
  const name = themeClass(theme);
  if (name) document.documentElement.classList.add(name);
}
