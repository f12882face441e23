import { type CommandName, commands } from "./commands";
import type { Step } from "./play";
import { seededRandom } from "./random";

/** How often each command comes, of a hundred or so. */
const WEIGHTS: Record<CommandName, number> = {
  issue: 1,
  mine: 10,
  assign: 10,
  changeAssignment: 2,
  orderDistribution: 9,
  sendDistribution: 8,
  confirmDistribution: 12,
  cancel: 3,
  orderBurn: 5,
  burn: 6,
  confirmBurn: 8,
  orderReissuance: 4,
  reissue: 5,
  confirmReissuance: 7,
  spendOutside: 4,
  transfer: 8,
  mark: 4,
  deleteUser: 1,
  reorganise: 5,
  register: 1,
};

const bag = (Object.keys(commands) as CommandName[]).flatMap((name) =>
  Array<CommandName>(WEIGHTS[name]).fill(name),
);

/** The same steps for the same seed, whatever they do. */
export function writeScript(seed: number, steps: number): Step[] {
  const next = seededRandom(seed);
  return Array.from({ length: steps }, () => ({
    name: bag[Math.floor(next() * bag.length)] ?? "mine",
    seed: Math.floor(next() * 2 ** 31),
  }));
}
