import { AsyncLocalStorage } from "node:async_hooks";
import fs from "node:fs";
import path from "node:path";
import { createElement, type FunctionComponent, type ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { buttonsIn } from "@/components/shell/testing-page-commands";
import { carriers } from "./testing-carriers";
import { visits } from "./testing-visits";

/** One look at one page, while it is drawn. */
export interface Look {
  /** "/assets/…" */
  pathname: string;
  /** "assets: lockAssetAction": actions that something on the page leads to. */
  actions: Set<string>;
  /** What the page read after its first paint, by its key. */
  reads: Map<string, Promise<unknown>>;
}

export const looks = new AsyncLocalStorage<Look>();

const places = carriers();

/** Every action that some element of the desk leads to. */
export const drawnActions = (): string[] => {
  const all = [...places.values()].flat().flatMap(({ actions }) => actions);
  return [...new Set(all)].sort();
};

interface Written {
  fileName: string;
  lineNumber: number;
  columnNumber: number;
}

/** Not the state of a form that is being sent: what can be called, or holds it. */
const isDeed = (value: unknown): boolean =>
  typeof value === "function" ||
  (typeof value === "object" &&
    value !== null &&
    Object.values(value).some((part) => typeof part === "function"));

function note(props: Record<string, unknown>, { fileName, lineNumber, columnNumber }: Written): void {
  const shown = looks.getStore()?.actions;
  const file = path.relative(process.cwd(), fileName);
  for (const { attribute, actions } of places.get(`${file}:${lineNumber}:${columnNumber}`) ?? [])
    if (isDeed(attribute ? props[attribute] : props)) for (const action of actions) shown?.add(action);
}

interface Runtime {
  jsxDEV: (
    ...made: [unknown, Record<string, unknown>, unknown, boolean, Written | undefined, unknown]
  ) => unknown;
}

/** React's runtime, which notes of every element that is made what it leads to. */
export const noting = (real: Runtime): Runtime => ({
  ...real,
  jsxDEV: (...made) => {
    const [, props, , , written] = made;
    if (written) note(props, written);
    return real.jsxDEV(...made);
  },
});

type Frame = FunctionComponent<{ params: Promise<unknown>; children: ReactNode }>;
type Page = FunctionComponent<{ params: Promise<unknown>; searchParams: Promise<unknown> }>;

const load = async <T>(file: string): Promise<T> =>
  (await import(/* @vite-ignore */ `@/${file.replace(/\.tsx$/, "")}`)).default;

/** The layouts around a page, the outermost first. */
function framesOf(file: string): string[] {
  const folder = path.dirname(file);
  const outer = folder === "app/(desk)" ? [] : framesOf(folder);
  const frame = path.join(folder, "layout.tsx");
  return fs.existsSync(frame) ? [...outer, frame] : outer;
}

/** What somebody sees of a page. */
export interface Shown {
  actions: string[];
  hrefs: string[];
  /** Words of the buttons that the palette finds on the page. */
  commands: string[];
  /** Lists that the palette finds a button to save of. */
  saved: string[];
  /** false: it is not there for them, or says why not. */
  isOpen: boolean;
  /** Why it could not be drawn: something on it reads what is refused. */
  problem: string | null;
}

/** A list that is as it always is cannot be saved as a view. */
const NOT_AS_ALWAYS = { limit: "100" };

/** Draws a page in its layouts, for whoever is visiting. */
export async function draw(file: string, pathname: string, params: Record<string, string>): Promise<Shown> {
  const look: Look = { pathname, actions: new Set(), reads: new Map() };
  const [page, frames] = await Promise.all([
    load<Page>(file),
    Promise.all(framesOf(file).map((frame) => load<Frame>(frame))),
  ]);
  const given = { params: Promise.resolve(params), searchParams: Promise.resolve(NOT_AS_ALWAYS) };
  const whole = frames.reduceRight<ReactNode>(
    (children, frame) => createElement(frame, { params: given.params, children }),
    createElement(page, given),
  );
  const [html, problem] = await looks
    .run(look, () => htmlOf(whole))
    .then(
      (found) => [found, null] as const,
      (error: unknown) => [null, String(error)] as const,
    );
  return {
    actions: [...look.actions].sort(),
    hrefs: hrefsIn(html ?? ""),
    commands: buttonsIn(html ?? ""),
    saved: [...(html ?? "").matchAll(/ data-export="([^"]+)"/g)].map(([, list = ""]) => list).sort(),
    isOpen: html !== null && visits.getStore()?.failures.length === 0,
    problem,
  };
}

const hrefsIn = (html: string): string[] => {
  const found = [...html.matchAll(/ href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  return [...new Set(found)].sort();
};

/** @returns null where the page says that it is not there. @throws what it could not read */
async function htmlOf(node: ReactNode): Promise<string | null> {
  const failures: unknown[] = [];
  const stream = await renderToReadableStream(node, { onError: (error) => void failures.push(error) }).catch(
    () => null,
  );
  await stream?.allReady.catch(() => {});
  const isNotFound = (error: unknown) => String((error as { digest?: unknown }).digest).endsWith("404");
  if (failures.some(isNotFound)) return null;
  if (failures.length > 0 || !stream) throw failures[0];
  return new Response(stream).text();
}
