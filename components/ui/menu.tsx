"use client";

import Ellipsis from "lucide-react/icons/ellipsis";
import type { Route } from "next";
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { placeBeside } from "@/components/ui/floating";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { uiText } from "@/lib/messages/ui";

export type MenuItem = { label: string; icon?: ReactNode; tone?: "danger"; disabled?: boolean } & (
  | { href: Route; onSelect?: never }
  | { onSelect: () => void; href?: never }
);

interface MenuProps {
  items: readonly MenuItem[];
  /** The button's name: "More actions on Green Bond". */
  label?: string;
  /** The button's words; three dots when left out. */
  children?: ReactNode;
  size?: "sm" | "md";
}

/** A menu button by the browser's popover: opens, closes outside and on Escape, and gives the focus back by itself. */
export function Menu({ items, label = uiText.menu, children, size = "md" }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const onToggle = (event: ToggleEvent) => {
    if (event.newState !== "open" || !button.current || !menu.current) return;
    placeBeside(button.current, menu.current, "end");
    itemsOf(menu.current)[0]?.focus();
  };
  const close = () => menu.current?.hidePopover();
  const iconSize = size === "sm" ? "icon-sm" : "icon";
  return (
    <>
      <Button
        ref={button}
        variant={children === undefined ? "ghost" : "secondary"}
        size={children === undefined ? iconSize : size}
        aria-haspopup="menu"
        aria-label={children === undefined ? label : undefined}
        popoverTarget={id}
        icon={children === undefined && <Ellipsis aria-hidden />}
      >
        {children}
      </Button>
      <div
        ref={menu}
        id={id}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        popover="auto"
        onToggle={onToggle}
        onKeyDown={(event) => walk(event, close)}
        className="surface-floating min-w-44 p-1 text-sm"
      >
        {items.map((item) => (
          <Item key={item.label} item={item} onDone={close} />
        ))}
      </div>
    </>
  );
}

function Item({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const looks = cn(
    "focus-inset flex h-8 w-full items-center gap-2 rounded-sm px-2.5 text-start no-underline outline-none",
    "hover:bg-accent focus:bg-accent aria-disabled:opacity-45 [&_svg]:size-4",
    item.tone === "danger" && "text-danger",
  );
  if (item.href) {
    return (
      <Link href={item.href} role="menuitem" tabIndex={-1} onClick={onDone} className={looks}>
        {item.icon}
        {item.label}
      </Link>
    );
  }
  const select = () => {
    if (item.disabled) return;
    onDone();
    item.onSelect?.();
  };
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={item.disabled}
      onClick={select}
      className={looks}
    >
      {item.icon}
      {item.label}
    </button>
  );
}

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];

/** Arrows, Home, End and the first letter move; Tab leaves and closes. */
function walk(event: KeyboardEvent<HTMLElement>, close: () => void) {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const moves: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  };
  const to = moves[event.key] ?? letterIndex(items, at, event.key);
  if (event.key === "Tab") close();
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}

function letterIndex(items: HTMLElement[], at: number, key: string): number | undefined {
  if (key.length !== 1 || key === " ") return undefined;
  const order = items.map((_, index) => (at + 1 + index) % items.length);
  return order.find((index) => items[index]?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
