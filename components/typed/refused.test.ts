// @vitest-environment happy-dom
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { leadToRefused } from "./refused";

const byName = (name: string) => document.getElementsByName(name)[0] as HTMLInputElement;
const send = () => {
  byName("send").focus();
  document.querySelector("form")?.requestSubmit();
};
const busy = (is: boolean) => byName("send").setAttribute("aria-busy", String(is));
const refuse = (...names: string[]) => {
  for (const name of names) byName(name).setAttribute("aria-invalid", "true");
};
const focused = () => (document.activeElement as HTMLInputElement | null)?.name;
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 80));

beforeEach(() => {
  document.body.innerHTML = `<form id="f">
    <input name="title"><input name="off" aria-invalid="true" disabled><input name="address"><input name="amount">
    </form><button name="send" type="submit" form="f"></button>`;
  document.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  onTestFinished(leadToRefused(document));
});

it("leads to the first field that is refused, once the answer is there", async () => {
  send();
  busy(true);
  await aWhile();
  expect(focused()).toBe("send");
  refuse("amount", "address");
  busy(false);
  await vi.waitFor(() => expect(focused()).toBe("address"));
});

it("takes what was refused before for no answer", async () => {
  refuse("address");
  send();
  busy(true);
  await aWhile();
  expect(focused()).toBe("send");
});

it("leads there again when the same is refused again and nothing changes on the page", async () => {
  refuse("address");
  send();
  await vi.waitFor(() => expect(focused()).toBe("address"));
  send();
  await vi.waitFor(() => expect(focused()).toBe("address"));
});

it("calls nobody away who goes on meanwhile", async () => {
  send();
  busy(true);
  byName("title").focus();
  refuse("amount");
  busy(false);
  await aWhile();
  expect(focused()).toBe("title");
});

it("leaves a field alone that is found wrong before anything is sent", async () => {
  byName("title").focus();
  refuse("amount");
  await aWhile();
  expect(focused()).toBe("title");
});
