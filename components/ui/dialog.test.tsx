// @vitest-environment happy-dom
import type { FormEvent } from "react";
import { createPortal } from "react-dom";
import { expect, it, vi } from "vitest";
import { acting, draw, press, type } from "@/components/testing-dom";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { Input } from "./input";

it("keeps what is typed and sent in it from a form in which it stands", async () => {
  const outside = vi.fn();
  const inside = vi.fn((event: FormEvent) => event.preventDefault());
  await draw(
    <form method="dialog" onInput={outside} onChange={outside} onSubmit={outside}>
      {createPortal(
        <Dialog title={"A question"} onClose={() => {}}>
          <form method="dialog" onInput={inside} onSubmit={inside}>
            <Field label={"Name"}>
              <Input />
            </Field>
            <button type="submit">{"Send"}</button>
          </form>
        </Dialog>,
        document.body,
      )}
    </form>,
  );
  await type("Name", "typed");
  await press("Send");
  expect(inside).toHaveBeenCalledTimes(2);
  expect(outside).not.toHaveBeenCalled();
});

it("gives the focus to the page where what opened it is gone", async () => {
  await draw(
    <>
      <main id="content" tabIndex={-1} />
      <Dialog title={"A question"} onClose={() => {}} />
    </>,
  );
  await acting(() => {
    (document.activeElement as HTMLElement).blur(); // as a browser does that finds nowhere to go back to
    document.querySelector("dialog")?.close();
  });
  expect(document.activeElement).toBe(document.getElementById("content"));
});
