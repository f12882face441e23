"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { LEAVING } from "@/lib/leaving";
import { keptTypedText as text } from "@/lib/messages/kept-typed";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { type Field, putBack, readTyped, startOf, type Touched, withWaiting } from "./fields";
import { forgetTyped, keepTyped, openTyped } from "./kept-typed";
import { leadToRefused } from "./refused";

/** A field may come later: with a part of the page that still loads, or with a dialog that somebody opens again. */
const LOOK_MS = 200;
/** Without a page to come back to: the person signed out. */
const SIGNED_OUT = routes.signIn();

/**
 * What is typed outlives the end of the session: it stays in this tab, for the same person and page, until it is back in
 * its fields. And what is refused of it is found.
 * @param owner workspace and person
 */
export function KeepTyped({ owner }: { owner: string }) {
  const path = usePathname();
  const [touched] = useState(() => new WeakMap<object, string>());
  useEffect(() => leadToRefused(document), []);
  useEffect(() => keepWhenEnded(owner, touched), [owner, touched]);
  useEffect(() => putBackOnce(owner, path, touched), [owner, path, touched]);
  return null;
}

function keepWhenEnded(owner: string, touched: WeakMap<object, string>): () => void {
  // Heard before any form hears it: the field still says what it came with.
  const onInput = ({ target }: Event) => {
    if (target && !touched.has(target)) touched.set(target, startOf(target as Field));
  };
  const onEnd = () => {
    const path = window.location.pathname;
    const before = openTyped(sessionStorage, owner);
    const waiting = before?.path === path ? before.fields : [];
    keepTyped(sessionStorage, { owner, path, fields: withWaiting(readTyped(document, touched), waiting) });
  };
  document.addEventListener("input", onInput, true);
  window.addEventListener(LEAVING, onEnd);
  return () => {
    document.removeEventListener("input", onInput, true);
    window.removeEventListener(LEAVING, onEnd);
    if (window.location.pathname === SIGNED_OUT && window.location.search === "") forgetTyped(sessionStorage);
  };
}

function putBackOnce(owner: string, path: string, touched: Touched): (() => void) | undefined {
  const kept = openTyped(sessionStorage, owner);
  if (kept?.path !== path) return;
  let { fields } = kept;
  const dialogs = [...new Set(fields.map(({ dialog }) => dialog))].filter((title) => title !== "");
  if (dialogs.length > 0) notify({ tone: "info", title: text.inDialog(dialogs.join(", ")) });
  const look = () => {
    const { rest, back } = putBack(document, fields, touched);
    if (rest.length === fields.length) return;
    fields = rest;
    keepTyped(sessionStorage, { ...kept, fields });
    if (back > 0) notify({ tone: "info", title: text.back });
    if (fields.length === 0) clearInterval(timer);
  };
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    // Whoever has seen it and went on without it; where the session ended once more, it was kept anew.
    const { pathname } = window.location;
    if (pathname !== path && pathname !== SIGNED_OUT) forgetTyped(sessionStorage);
  };
}
