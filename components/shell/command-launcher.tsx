"use client";

import Search from "lucide-react/icons/search";
import { useCallback, useEffect, useRef, useState } from "react";
import { useInBrowser } from "@/components/ui/use-in-browser";
import { useLazy } from "@/components/ui/use-lazy";
import type { CommandPages } from "@/lib/command";
import type { Role } from "@/lib/domain/actor";
import { shellText } from "@/lib/messages/shell";

const loadPalette = () =>
  import("@/components/shell/command-palette").then((loaded) => loaded.CommandPalette);

const Nothing = () => null;
// The pointer does without them.
const loadShortcuts = () =>
  import("@/components/shell/shortcuts").then(
    (loaded) => loaded.Shortcuts,
    () => Nothing,
  );

const loadHelp = () => import("@/components/shell/shortcuts-dialog").then((loaded) => loaded.ShortcutsDialog);

/** The search field look-alike in the top bar, and Ctrl/⌘-K. The palette behind it is fetched on first use. */
export function CommandLauncher({
  role,
  pages,
  searchUrl,
  signOutAction,
}: {
  role: Role;
  pages: CommandPages;
  searchUrl?: string | undefined;
  signOutAction: () => Promise<void>;
}) {
  const [Palette, request] = useLazy(loadPalette);
  const [Help, requestHelp] = useLazy(loadHelp);
  const [Shortcuts, requestShortcuts] = useLazy(loadShortcuts);
  const [open, setOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const isApple = useInBrowser(readApple, false);
  const show = useCallback(() => {
    setOpen(true);
    request();
  }, [request]);
  const showHelp = useCallback(() => {
    setHelpOpen(true);
    requestHelp();
  }, [requestHelp]);
  useEffect(requestShortcuts, [requestShortcuts]);
  const early = useRef<KeyboardEvent[]>([]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!Shortcuts) early.current.push(event);
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      show();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [show, Shortcuts]);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={show}
        onPointerEnter={request}
        className="flex h-8 items-center gap-2 rounded-md border border-border-strong bg-card px-2 text-muted-foreground text-sm transition-colors hover:border-input sm:w-60"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="sr-only truncate sm:not-sr-only sm:truncate">{shellText.search.open}</span>
        <kbd
          aria-hidden
          className="ms-auto hidden shrink-0 whitespace-nowrap rounded-xs border border-border px-1 text-2xs sm:block"
        >
          {isApple ? shellText.search.appleShortcut : shellText.search.shortcut}
        </kbd>
      </button>
      {Shortcuts && (
        <Shortcuts
          role={role}
          pages={pages}
          isPaused={open || isHelpOpen}
          early={early}
          onSearch={show}
          onHelp={showHelp}
        />
      )}
      {open && Palette && (
        <Palette
          role={role}
          pages={pages}
          searchUrl={searchUrl}
          signOutAction={signOutAction}
          onHelp={showHelp}
          onClose={() => setOpen(false)}
        />
      )}
      {isHelpOpen && Help && <Help pages={pages} onClose={() => setHelpOpen(false)} />}
    </>
  );
}

const readApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
