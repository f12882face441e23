import { describe, expect, it } from "vitest";
import { shortcutsText } from "@/lib/messages/shortcuts";
import { pageCommands } from "./page-commands";
import { buttonsIn } from "./testing-page-commands";

/** As little of a page as the commands look at. */
function pageOf({ decisions = [], saves = [] }: { decisions?: Fake[]; saves?: Fake[] }) {
  const pressed: string[] = [];
  const elements = (fakes: Fake[]) =>
    fakes.map(({ words, list, isOff = false }) => ({
      textContent: words,
      dataset: { export: list },
      getAttribute: () => null,
      matches: () => isOff,
      click: () => void pressed.push(list ?? words),
    }));
  const page = {
    querySelectorAll: (which: string) => elements(which.includes("export") ? saves : decisions),
  };
  return { page: page as unknown as ParentNode, pressed, decisions };
}
interface Fake {
  words: string;
  list?: string;
  isOff?: boolean;
}

const labels = (page: ParentNode) => pageCommands(page).map(({ label }) => label);

describe("commands of a page", () => {
  it("are the buttons that can be pressed on it, and press them", () => {
    const { page, pressed } = pageOf({
      decisions: [{ words: "Pause" }, { words: "Cancel", isOff: true }, { words: "Look" }],
    });
    expect(labels(page)).toEqual(["Pause", "Look"]);
    pageCommands(page)[1]?.run();
    expect(pressed).toEqual(["Look"]);
  });

  it("press nothing that the page offers no more by then", () => {
    const { page, pressed, decisions } = pageOf({ decisions: [{ words: "Pause" }] });
    const [pause] = pageCommands(page);
    decisions.splice(0, 1, { words: "Continue" });
    pause?.run();
    expect(pressed).toEqual([]);
  });

  it("save the list there is, and name each where there are several", () => {
    const one = pageOf({ saves: [{ words: "Export", list: "owners" }] });
    expect(labels(one.page)).toEqual([shortcutsText.save]);
    const { page, pressed } = pageOf({
      saves: [
        { words: "Export", list: "owners" },
        { words: "Export", list: "utxos" },
      ],
    });
    expect(labels(page)).toEqual([shortcutsText.saveOne("owners"), shortcutsText.saveOne("UTXOs")]);
    pageCommands(page)[1]?.run();
    expect(pressed).toEqual(["utxos"]);
  });
});

it("what is drawn is told by where it stands: among a page's decisions, elsewhere, or in a dialog", () => {
  const html =
    '<a href="/">Home</a><div data-commands="true"><span><button type="button"><b>Pa</b>use</button></span><br/>' +
    "<dialog><button>Yes</button></dialog></div><button>Other</button>";
  expect(buttonsIn(html)).toEqual([
    { words: "Home", isCommand: false },
    { words: "Pause", isCommand: true },
    { words: "Other", isCommand: false },
  ]);
});
