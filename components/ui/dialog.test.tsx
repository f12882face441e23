// @vitest-environment happy-dom
import { createPortal } from "react-dom";
import { expect, it, vi } from "vitest";
import { draw, press, type } from "@/components/testing-dom";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { Input } from "./input";

it("keeps what is typed and sent in it from a form in which it stands", async () => {
  const [outside, inside] = [vi.fn(), vi.fn((event: Event) => event.preventDefault())];
  await draw(
    <form method="dialog" onInput={outside} onChange={outside} onSubmit={outside}>
      {createPortal(
        <Dialog title="A question" onClose={() => {}}>
          <form method="dialog" onChange={inside} onSubmit={(event) => inside(event.nativeEvent)}>
            <Field label="Name">
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
