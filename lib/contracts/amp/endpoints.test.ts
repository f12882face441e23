import { describe, expect, it } from "vitest";
import { endpointList } from "./endpoints";

const count = (method: string) => endpointList.filter((endpoint) => endpoint.method === method).length;

describe("the endpoint table", () => {
  it("lists AMP's 78 endpoints by method", () => {
    expect(endpointList).toHaveLength(78);
    expect([count("DELETE"), count("GET"), count("POST"), count("PUT")]).toEqual([6, 37, 20, 15]);
  });

  it("numbers them 1 to 78 with no request said twice", () => {
    expect(endpointList.map((endpoint) => endpoint.number)).toEqual(
      Array.from({ length: 78 }, (_, i) => i + 1),
    );
    expect(new Set(endpointList.map(({ method, path }) => `${method} ${path}`)).size).toBe(78);
  });

  it("opens 27 of them to a manager, the view of oneself included", () => {
    const roles = ["public", "manager", "manager-attached", "manager-self"];
    expect(endpointList.filter((endpoint) => roles.includes(endpoint.role))).toHaveLength(27);
  });

  it("marks the five GETs that change state", () => {
    const changing = endpointList.filter((endpoint) => endpoint.method === "GET" && endpoint.changesState);
    expect(changing.map((endpoint) => endpoint.number)).toEqual([4, 11, 12, 43, 57]);
  });

  it("ends a path in a slash only where AMP's canonical form does", () => {
    const slashed = endpointList.filter((endpoint) => endpoint.path.endsWith("/"));
    expect(slashed.map((endpoint) => endpoint.number)).toEqual([6, 43, 47]);
  });

  it("answers 201 to four creations and 204 to four deletions", () => {
    const numbers = (status: number) => endpointList.filter((e) => e.success === status).map((e) => e.number);
    expect(numbers(201)).toEqual([7, 48, 62, 71]);
    expect(numbers(204)).toEqual([10, 41, 51, 65]);
  });
});
