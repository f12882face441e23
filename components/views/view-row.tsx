"use client";

import type { Route } from "next";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { LONGEST_VIEW_NAME, type SavedView } from "@/lib/domain/saved-views";
import { commonText } from "@/lib/messages/common";
import { savedViewsText as text } from "@/lib/messages/saved-views";
import { removeViewAction, renameViewAction } from "@/server/actions/saved-views";

interface ViewProps {
  view: SavedView;
  onChanged: (words: string) => void;
}

/** One view: its name opens it; renaming and removing happen in its place. */
export function ViewRow({ view, isShown, onChanged }: ViewProps & { isShown: boolean }) {
  const [doing, setDoing] = useState<"rename" | "remove" | null>(null);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (doing === null) return;
    focusIn(row.current, "input, button");
    return () => focusIn(row.current, "button"); // gone with the row itself
  }, [doing]);
  const stop = () => setDoing(null);
  return (
    <li ref={row} className="px-3 py-2">
      {doing === "rename" && <RenameView view={view} onChanged={onChanged} onDone={stop} />}
      {doing === "remove" && <RemoveView view={view} onChanged={onChanged} onDone={stop} />}
      {doing === null && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="flex min-w-40 flex-1 items-center gap-2">
            <Link
              href={view.href as Route}
              onClick={(event) => event.currentTarget.closest("dialog")?.close()}
              className="wrap-anywhere font-medium hover:underline"
            >
              {view.name}
            </Link>
            {isShown && <Badge tone="ok">{text.isShown}</Badge>}
          </span>
          <span className="ms-auto flex">
            <Button
              size="sm"
              variant="ghost"
              aria-label={text.rename.of(view.name)}
              onClick={() => setDoing("rename")}
            >
              {text.rename.button}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              aria-label={text.remove.of(view.name)}
              onClick={() => setDoing("remove")}
            >
              {text.remove.button}
            </Button>
          </span>
        </div>
      )}
    </li>
  );
}

const focusIn = (place: HTMLElement | null, what: string) => place?.querySelector<HTMLElement>(what)?.focus();

function RenameView({ view, onChanged, onDone }: ViewProps & { onDone: () => void }) {
  const { submit, isPending, error, fields } = useSubmit(
    renameViewAction,
    () => {
      onChanged(text.rename.done);
      onDone();
    },
    { rereads: false },
  );
  const onSubmit = (form: FormData) => submit({ id: view.id, name: String(form.get("name")) });
  return (
    <RowForm onSubmit={onSubmit} onCancel={onDone} isPending={isPending} label={text.rename.submit}>
      <FormAlert error={error} fieldNames={["name"]} />
      <Field label={text.rename.label} error={fields.name} required>
        <Input name="name" maxLength={LONGEST_VIEW_NAME} autoComplete="off" defaultValue={view.name} />
      </Field>
    </RowForm>
  );
}

function RemoveView({ view, onChanged, onDone }: ViewProps & { onDone: () => void }) {
  const form = useRef<HTMLDivElement>(null);
  const { submit, isPending, isDone, error } = useSubmit(
    removeViewAction,
    () => {
      form.current?.closest("dialog")?.focus(); // the row goes, and the focus with it
      onChanged(text.remove.done(view.name));
    },
    { rereads: false },
  );
  return (
    <RowForm
      tone="danger"
      onSubmit={() => submit({ id: view.id })}
      onCancel={onDone}
      isPending={isPending || isDone}
      label={text.remove.submit}
    >
      <div ref={form} className="grid gap-2">
        <FormAlert error={error} />
        <p className="wrap-anywhere">{text.remove.ask(view.name)}</p>
      </div>
    </RowForm>
  );
}

interface RowFormProps {
  label: string;
  tone?: "primary" | "danger";
  isPending: boolean;
  onSubmit: (form: FormData) => void;
  onCancel: () => void;
  children: ReactNode;
}

function RowForm({ label, tone = "primary", isPending, onSubmit, onCancel, children }: RowFormProps) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form method="dialog" onSubmit={send} noValidate className="grid gap-2">
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" disabled={isPending} onClick={onCancel}>
          {commonText.actions.cancel}
        </Button>
        <Button type="submit" size="sm" variant={tone} loading={isPending}>
          {label}
        </Button>
      </div>
    </form>
  );
}
