import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askEndpoint } from "./endpoint";
import { approving, type IssuerService, json, rejecting, startIssuerService } from "./testing";

let issuer: IssuerService;

beforeAll(async () => {
  issuer = await startIssuerService();
});
afterAll(() => issuer?.stop());
beforeEach(() => {
  issuer.requests.length = 0;
});

const PATIENT_MS = 10_000;
const SHORT_MS = 1_000;

const ask = (answer: IssuerService["answer"], endpoint = issuer.url, timeoutMs = PATIENT_MS) => {
  issuer.answer = answer;
  return askEndpoint(endpoint, '{"a":1}', timeoutMs);
};

describe("an issuer's endpoint", () => {
  it.each(["", "/", "/hooks", "/hooks//"])("is found below its address, here with %j", async (path) => {
    await ask(approving, `${issuer.url}${path}`);
    const wanted = `${path.replace(/\/+$/, "")}/issuerauthorizer`;
    expect(issuer.requests).toMatchObject([{ method: "POST", path: wanted, text: '{"a":1}' }]);
  });

  it("approves with true and rejects with false and its reason", async () => {
    const endpoint = `${issuer.url}/issuerauthorizer`;
    expect(await ask(approving)).toMatchObject({ endpoint, isApproved: true, status: 200 });
    expect(await ask(rejecting("No."))).toMatchObject({
      isApproved: false,
      words: "The issuer's endpoint rejected: No.",
      answer: '{"result":false,"error":"No."}',
    });
    expect((await ask(rejecting(""))).words).toBe("The issuer's endpoint rejected without a reason.");
  });

  it("may answer as text, with another success and without an error", async () => {
    const text = { "content-type": "text/plain" };
    expect(await ask((response) => json(response, { result: true }, text))).toMatchObject({
      isApproved: true,
    });
    const created = await ask((response) => void response.writeHead(201).end('{"result":true,"error":null}'));
    expect(created).toMatchObject({ isApproved: true, status: 201 });
  });

  it("tells how long it took", async () => {
    const { ms } = await ask((response) => void setTimeout(() => approving(response, {}), 100));
    expect(ms).toBeGreaterThanOrEqual(95);
    expect(ms).toBeLessThan(PATIENT_MS);
  });
});

const failures: [string, IssuerService["answer"], RegExp, number | null][] = [
  ["500", (response) => void response.writeHead(500).end('{"result":true}'), /answered 500/, 500],
  ["404", (response) => void response.writeHead(404).end(), /answered 404/, 404],
  ["no JSON", (response) => void response.end("OK"), /not answer with JSON/, 200],
  ["an empty body", (response) => void response.end(), /not answer with JSON/, 200],
  ["another JSON", (response) => json(response, { approved: true }), /did not answer \{"result"/, 200],
  [
    "a word for the result",
    (response) => json(response, { result: "true" }),
    /did not answer \{"result"/,
    200,
  ],
  [
    "a number for the error",
    (response) => json(response, { result: true, error: 1 }),
    /did not answer \{/,
    200,
  ],
  [
    "a redirect",
    (response) => void response.writeHead(307, { location: `${issuer.url}/elsewhere` }).end(),
    /redirects \(307\)/,
    307,
  ],
  ["a closed connection", (response) => void response.destroy(), /could not be reached/, null],
  [
    "an answer too late",
    (response) => void setTimeout(() => approving(response, {}), 2_000),
    /within 1 s/,
    null,
  ],
  [
    "half an answer",
    (response) => void response.writeHead(200, { "content-length": "50" }).write('{"result":'),
    /within 1 s/,
    null,
  ],
  [
    "a hundred kilobytes",
    (response) => json(response, { result: true, error: "x".repeat(100_000) }),
    /too great length/,
    200,
  ],
  [
    "characters that no database takes",
    (response) => void response.end('{"result":false,"error":"\\u0000\\ud800"}'),
    /rejected: \ufffd\ufffd/,
    200,
  ],
];

it.each(failures)("%s is a no, once and for all", async (_, answer, words, status) => {
  const isSlow = words.source.includes("within");
  const verdict = await ask(answer, issuer.url, isSlow ? SHORT_MS : PATIENT_MS);
  expect(verdict).toMatchObject({ isApproved: false, status });
  expect(verdict.words).toMatch(words);
  expect(issuer.requests).toHaveLength(1);
});

it("keeps what it shows of a long answer short", async () => {
  const verdict = await ask(rejecting("x".repeat(15_000)));
  expect(verdict.words.length).toBeLessThan(600);
  expect(verdict.answer).toHaveLength(2_000);
});

it.each(["http://127.0.0.1:9", "http://nobody.invalid", "http://user:secret@127.0.0.1:9"])(
  "%s cannot be reached, which is a no",
  async (endpoint) => {
    const verdict = await askEndpoint(endpoint, "{}", PATIENT_MS);
    expect(verdict).toMatchObject({ isApproved: false, status: null, answer: null });
    expect(verdict.words).toMatch(/could not be reached|did not answer/);
  },
);
