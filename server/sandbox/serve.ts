import { type Listening, listen as listenWith, type Patience } from "@/server/platform/listen";
import { carryOut } from "./faults/wire";

export type { Listening };

const starting = () => Response.json({ error: "The sandbox is starting." }, { status: 503 });

/** Listens as the sandbox; an answer may ask for things that are done on the connection itself. */
export const listen = (
  host: string,
  port: number,
  handler: () => ((request: Request) => Promise<Response>) | undefined,
  patience?: Patience,
): Promise<Listening> => listenWith(host, port, handler, { patience, starting, send: carryOut });
