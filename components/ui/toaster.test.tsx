import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { Toaster } from "./toaster";

const sonner = vi.hoisted(() => ({ props: {} as object }));
vi.mock("sonner", () => ({
  Toaster: (props: object) => {
    sonner.props = props;
    return null;
  },
}));

afterEach(() => {
  speech.language = () => "en";
  speech.dictionaries = {};
});

it("is called by name in the language of the page", () => {
  speech.dictionaries = { de: german };
  speech.language = () => "de";
  renderToStaticMarkup(<Toaster />);
  expect(sonner.props).toMatchObject({
    containerAriaLabel: "Meldungen",
    toastOptions: { closeButtonAriaLabel: "Meldung schließen" },
  });
});
