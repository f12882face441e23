import { describe, expect, it } from "vitest";
import { buttonVariants } from "@/components/ui/button";
import { shortcutsText } from "@/lib/messages/shortcuts";
import { pageCommands } from "./page-commands";
import { buttonsIn } from "./testing-page-commands";

interface Fake {
  words: string;
  list?: string;
  isOff?: boolean;
  isHidden?: boolean;
  /** Stands in a table, at the row of this name. */
  row?: string;
  /** What it shows is an id, which it copies. */
  hasCode?: boolean;
}

/** As little of a page as the commands look at. */
function pageOf({ decisions = [], saves = [] }: { decisions?: Fake[]; saves?: Fake[] }) {
  const pressed: string[] = [];
  const elementOf = ({ words, list, isOff = false, isHidden = false, row, hasCode = false }: Fake) => ({
    textContent: words,
    dataset: { export: list },
    getAttribute: () => null,
    matches: (which: string) => (which.startsWith("tbody") ? row !== undefined : isOff),
    getClientRects: () => (isHidden ? [] : [{}]),
    querySelector: () => (hasCode ? {} : null),
    closest: () => (row === undefined ? null : { querySelector: () => ({ textContent: row }) }),
    click: () => void pressed.push(row ?? list ?? words),
  });
  const made = new Map<Fake, ReturnType<typeof elementOf>>();
  const madeOf = (fake: Fake) => {
    const element = made.get(fake) ?? elementOf(fake);
    made.set(fake, element);
    return element;
  };
  const page = {
    querySelectorAll: (which: string) =>
      (which.includes("data-export") ? saves : [...decisions, ...saves]).map(madeOf),
  };
  return { page: page as unknown as ParentNode, pressed, decisions };
}

const labels = (page: ParentNode, isAsked?: boolean) => pageCommands(page, isAsked).map(({ label }) => label);

describe("commands of a page", () => {
  it("are the buttons that can be pressed on it, and press them", () => {
    const { page, pressed } = pageOf({
      decisions: [
        { words: "Pause" },
        { words: "Cancel", isOff: true },
        { words: "Folded away", isHidden: true },
        { words: "5aff…42f5", hasCode: true },
        { words: "Look" },
      ],
    });
    expect(labels(page)).toEqual(["Pause", "Look"]);
    pageCommands(page)[1]?.run();
    expect(pressed).toEqual(["Look"]);
  });

  it("press no other row's button when the rows have moved, and none when the row is gone", () => {
    const ofRow = (row: string) => ({ words: "Delete", row });
    const { page, pressed, decisions } = pageOf({ decisions: [ofRow("5 to Ada"), ofRow("7 to Ben")] });
    const [ada, ben] = pageCommands(page);
    decisions.unshift(ofRow("9 to Cleo"));
    ben?.run();
    expect(pressed).toEqual(["7 to Ben"]);
    decisions.splice(1, 1);
    ada?.run();
    expect(pressed).toEqual(["7 to Ben"]);
  });

  it("press nothing that the page offers no more by then", () => {
    const { page, pressed, decisions } = pageOf({ decisions: [{ words: "Pause" }] });
    const [pause] = pageCommands(page);
    decisions.splice(0, 1, { words: "Continue" });
    pause?.run();
    expect(pressed).toEqual([]);
  });

  it("are those of a table's rows only where something is looked for, each with its row", () => {
    const { page, pressed } = pageOf({
      decisions: [{ words: "Add" }, { words: "Release", row: "Ada" }, { words: "Release", row: "Bo" }],
    });
    expect(labels(page, false)).toEqual(["Add"]);
    expect(pageCommands(page, true).map(({ label, hint }) => [label, hint])).toEqual([
      ["Add", undefined],
      ["Release", "Ada"],
      ["Release", "Bo"],
    ]);
    pageCommands(page, true)[2]?.run();
    expect(pressed).toEqual(["Bo"]);
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

  it("find a link that looks like a button by its style", () => {
    expect(buttonVariants().split(" ")).toContain("select-none");
  });
});

it("what is drawn is told by what it is and where it stands", () => {
  const html =
    '<nav><a class="select-none" href="/next">Next</a></nav><a href="/">Home</a><button disabled="">Not now</button>' +
    '<div><span><button type="button"><b>Pa</b>use</button></span><br/><dialog><button>Yes</button></dialog></div>' +
    '<a class="h-8 select-none" href="/new">New</a><button><code>5aff</code></button>' +
    "<table><thead><tr><th><button>Name</button></th></tr></thead><tbody><tr><td>" +
    '<button aria-label="Delete the one of Ada">x</button></td></tr></tbody></table>';
  expect(buttonsIn(html)).toEqual(["Pause", "New", "Delete the one of Ada"]);
});
