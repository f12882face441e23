import { describe, expect, it } from "vitest";
import { ordersAmong } from "./foreign-order";

const row = (id: number, distributionUuid: string | null) => ({ id, distributionUuid });

describe("assignments by the order that holds them", () => {
  it("leave out those that no order holds", () => {
    const orders = ordersAmong([row(1, "a"), row(2, null), row(3, "b"), row(4, "a")]);
    expect([...orders]).toEqual([
      ["a", [row(1, "a"), row(4, "a")]],
      ["b", [row(3, "b")]],
    ]);
  });

  it("are added to those of earlier rows, without another copy of these", () => {
    const orders = ordersAmong([row(1, "a")]);
    const members = orders.get("a");
    expect(ordersAmong([row(2, "a"), row(3, "b")], orders)).toBe(orders);
    expect(orders.get("a")).toBe(members);
    expect(members).toEqual([row(1, "a"), row(2, "a")]);
    expect(orders.get("b")).toEqual([row(3, "b")]);
  });
});
