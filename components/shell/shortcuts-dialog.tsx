"use client";

import type { ReactNode } from "react";
import { ShortcutsSwitch } from "@/components/settings/shortcuts-switch";
import { Dialog } from "@/components/ui/dialog";
import type { CommandPages } from "@/lib/command";
import { shellText } from "@/lib/messages/shell";
import { shortcutsText } from "@/lib/messages/shortcuts";
import { GO_LETTERS } from "./letter-keys";

const { dialog: text } = shortcutsText;

interface ShortcutsDialogProps {
  pages: CommandPages;
  onClose: () => void;
}

/** All keys, and the switch for those without a modifier. */
export function ShortcutsDialog({ pages, onClose }: ShortcutsDialogProps) {
  const letters = Object.entries(GO_LETTERS).flatMap(([letter, href]) => {
    const page = pages.find((one) => one.href === href);
    return page ? [{ letter, label: page.label }] : [];
  });
  return (
    <Dialog title={text.title} description={text.description} onClose={onClose}>
      <div className="grid gap-5 text-sm">
        <Keys title={text.everywhere}>
          <Key name={shellText.search.shortcut} does={text.palette} />
          <Key name="/" does={text.search} />
          <Key name="n" does={text.new} />
          <Key name="?" does={text.help} />
        </Keys>
        <Keys title={text.go}>
          {letters.map(({ letter, label }) => (
            <Key key={letter} name={letter} does={label} />
          ))}
        </Keys>
        <ShortcutsSwitch />
      </div>
    </Dialog>
  );
}

const Keys = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-2">
    <h3 className="font-medium">{title}</h3>
    <dl className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 sm:grid-cols-[4rem_minmax(0,1fr)_2.5rem_minmax(0,1fr)]">
      {children}
    </dl>
  </section>
);

const Key = ({ name, does }: { name: string; does: string }) => (
  <>
    <dt>
      <kbd className="whitespace-nowrap rounded-xs border border-border-strong bg-sunken px-1.5 py-px font-mono text-xs">
        {name}
      </kbd>
    </dt>
    <dd>{does}</dd>
  </>
);
