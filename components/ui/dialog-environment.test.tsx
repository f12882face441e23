import { createRef } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { FormDialog } from "@/components/data/form-dialog";
import { ConfirmDialog } from "./confirm-dialog";
import { Dialog } from "./dialog";
import { environmentOf } from "./dialog-environment";

vi.mock("./dialog-environment", async (original) => ({
  ...(await original<object>()),
  DialogEnvironment: () => <hr />,
}));

const nothing = () => {};
const refused = async () => undefined;

it("stands in the head of each dialog from which something is done, and of no other", () => {
  const question = { title: "Burn it?", consequence: "It is gone.", confirmLabel: "Burn", onClose: nothing };
  const form = { title: "Rename", submitLabel: "Rename", isPending: false, error: null, onClose: nothing };
  const acting = [
    <ConfirmDialog key="confirm" {...question} onConfirm={refused} />,
    <FormDialog key="form" {...form} onSubmit={nothing} form={createRef()}>
      <p />
    </FormDialog>,
  ];
  for (const dialog of acting) expect(renderToStaticMarkup(dialog)).toContain("<hr");
  const told = <Dialog title="Shortcuts" onClose={nothing} />;
  expect(renderToStaticMarkup(told)).not.toContain("<hr");
});

it("is the one that the page's own head names, and none where the head names none", () => {
  const page = (named: string | null) => ({
    querySelector: (asked: string) =>
      asked.startsWith("header ") && named !== null ? { getAttribute: () => named } : null,
  });
  expect(environmentOf(page("live"))).toBe("live");
  expect(environmentOf(page(null))).toBeNull();
});
