import { expect, it, vi } from "vitest";
import { connectToaster, listenForNotices, type Notice, notify } from "@/lib/notify";

const saved: Notice = { tone: "ok", title: "Saved" };

it("fetches the toaster with the first notice and loses none on the way", () => {
  const load = vi.fn();
  const shown: Notice[] = [];
  notify(saved);
  const stop = listenForNotices(load);
  expect(load).toHaveBeenCalledTimes(1);
  const disconnect = connectToaster((notice) => shown.push(notice));
  expect(shown).toEqual([saved]);
  notify({ tone: "info", title: "Again" });
  expect(shown).toHaveLength(2);
  expect(load).toHaveBeenCalledTimes(1);
  disconnect();
  stop();
});
