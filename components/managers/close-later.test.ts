import { afterEach, expect, it, vi } from "vitest";
import { closeLater, SHOWN_MINUTES } from "./close-later";

afterEach(() => void vi.useRealTimers());

it("closes a shown token after some minutes, and nothing once it is gone", () => {
  vi.useFakeTimers();
  const close = vi.fn();
  closeLater(close);
  const stop = closeLater(() => expect.unreachable());
  stop();
  vi.advanceTimersByTime(SHOWN_MINUTES * 60_000 - 1);
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(close).toHaveBeenCalledOnce();
});
