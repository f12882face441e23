import { describe, expect, it } from "vitest";
import { controlRoutes } from "../control/routes";
import { controlDocument } from "./control-document";
import { answerDescription, describedAt } from "./http";
import { registryDocument } from "./registry-document";
import { complaintsAbout, danglingReferences, exampleChecker, examplesOf, type Json } from "./testing";
import { veriffDocument } from "./veriff-document";

const ask = (path: string, method = "GET") =>
  answerDescription(new Request(`http://localhost:4000${path}`, { method }));

describe.each([
  ["control", controlDocument],
  ["registry", registryDocument],
  ["veriff", veriffDocument],
])("the description of the %s API", (_, make) => {
  it("is a valid OpenAPI 3.1 document whose examples fit their schemas", async () => {
    const document: Json = make();
    expect(await complaintsAbout(document)).toEqual([]);
    expect(danglingReferences(document)).toEqual([]);
    const problemOf = exampleChecker(document);
    expect(examplesOf(document).map(problemOf).filter(Boolean)).toEqual([]);
  }, 30_000);
});

it("describes every control call with its parameters or its body", () => {
  const { paths }: Json = controlDocument();
  for (const { method, path, summary } of controlRoutes) {
    const operation = paths[path]?.[method.toLowerCase()];
    expect(operation?.description).toBe(summary);
    expect("requestBody" in operation).toBe(method !== "GET");
  }
  const names = Object.values<Json>(paths).flatMap((path) =>
    Object.values<Json>(path).map(({ operationId }) => operationId),
  );
  expect(new Set(names).size).toBe(controlRoutes.length);
  expect(paths["/calls"].get.parameters.map(({ name }: Json) => name)).toContain("after");
  expect(paths["/mine"].post.requestBody.content["application/json"].schema.properties.blocks).toMatchObject({
    type: "integer",
    minimum: 1,
  });
});

describe("the pages", () => {
  it("begin their list of servers with the address they were asked at", async () => {
    for (const prefix of ["/api", "/control", "/registry", "/veriff"]) {
      const response = await ask(`${prefix}/openapi.json`);
      expect(response?.headers.get("access-control-allow-origin")).toBe("*");
      const { servers = [] }: Json = JSON.parse((await response?.text()) ?? "{}");
      expect(servers[0]?.url).toBe(`http://localhost:4000${prefix}`);
    }
    expect(describedAt).toContain("/api/docs");
  });

  it("load nothing from elsewhere and run no script that stands in the page", async () => {
    const page = await ask("/api/docs");
    const html = (await page?.text()) ?? "";
    expect(page?.headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(html).not.toMatch(/https?:\/\//);
    expect(html).not.toMatch(/<script>|<script [^>]*>[^<]/);
    const files = [...html.matchAll(/(?:href|src)="(docs\/[^"]+)"/g)].map(([, file]) => `/api/${file}`);
    expect(files).toHaveLength(4);
    for (const file of files) {
      const response = await ask(file);
      expect([file, response?.status]).toEqual([file, 200]);
      expect((await response?.text())?.length).toBeGreaterThan(100);
    }
  });

  it("hand out no other file and answer for no other path", async () => {
    expect((await ask("/api/docs/../package.json"))?.status).toBeUndefined();
    expect((await ask("/api/docs/..%2fpackage.json"))?.status).toBe(404);
    expect((await ask("/api/docs/index.html"))?.status).toBe(404);
    expect((await ask("/api/docs", "POST"))?.status).toBe(405);
    expect(await ask("/api/info")).toBeNull();
    expect(await ask("/elements/docs")).toBeNull();
  });
});
