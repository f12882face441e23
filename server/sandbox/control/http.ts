import { z } from "zod";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { log } from "@/server/platform/log";
import { causeOf, isDataException, reasonOf } from "@/server/platform/reason";
import { AmpRefusal } from "../amp/refusal";
import { RpcError } from "../elements/port";
import { LedgerError } from "../ledger/port";
import type { Miner } from "../miner";
import type { World } from "../world";
import { ControlRefusal, type ControlRoute } from "./route";
import { controlRoutes } from "./routes";

/** What a control request asks wrongly; the message is the answer. */
class ControlError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = "ControlError";
  }
}

/** /control/…: turns the sandbox's own knobs. Paths arrive without the prefix. */
export function controlHandler(world: World, miner: Miner): (request: Request) => Promise<Response> {
  const routes = new Map(controlRoutes.map((route) => [`${route.method} ${route.path}`, route]));
  return async (request) => {
    const url = new URL(request.url);
    const path = url.pathname.replace(/\/+$/, "") || "/";
    try {
      const route = routes.get(`${request.method} ${path}`);
      if (!route) throw new ControlError(404, `There is no control call ${request.method} ${path}.`);
      const input = request.method === "GET" ? Object.fromEntries(url.searchParams) : await readBody(request);
      return answer(200, shapeOf(route, await route.run({ world, miner }, route.input.parse(input))));
    } catch (error) {
      return refuse(error);
    }
  };
}

/** What the route promises and nothing else: work done inside may hand out more. */
function shapeOf({ method, path, output }: ControlRoute, result: unknown): unknown {
  const shaped = output.safeParse(result);
  if (shaped.success) return shaped.data;
  throw new Error(`${method} ${path} answers out of shape: ${z.prettifyError(shaped.error)}`);
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return text === "" ? {} : parseExactJson(text);
  } catch {
    throw new ControlError(400, "The body is not JSON.");
  }
}

function refuse(error: unknown): Response {
  if (error instanceof ControlError) return answer(error.status, { error: error.message });
  if (error instanceof ControlRefusal) return answer(400, error.body);
  if (error instanceof LedgerError || error instanceof RpcError) return answer(400, { error: error.message });
  if (error instanceof AmpRefusal) return answer(error.status, { error: refusalText(error) });
  if (error instanceof z.ZodError) {
    const problems = error.issues.map(
      (issue) => `${issue.path.join(".") || "body"}: ${plainly(issue.message)}`,
    );
    return answer(400, { error: problems.join("; ") });
  }
  const cause = causeOf(error);
  if (cause && isDataException(cause)) return answer(400, { error: "A value is out of range." });
  log.error("control.failed", { reason: reasonOf(error) });
  return answer(500, { error: "The sandbox could not do this. Its log says why." });
}

/** The reader of JSON has a class of its own for numbers that are no exact integers. */
const plainly = (message: string) => message.replace("LosslessNumber", "a decimal or too long a number");

/** AMP's bodies name their text "Error" or "detail". */
const refusalText = ({ body }: AmpRefusal): string => {
  const { Error: text, detail } = body as Record<string, unknown>;
  return String(text ?? detail ?? JSON.stringify(body));
};

const answer = (status: number, body: unknown) =>
  new Response(printExactJson(body), { status, headers: { "content-type": "application/json" } });
