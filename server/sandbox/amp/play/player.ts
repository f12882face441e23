import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import type { LiveEnv, Unit } from "../../world";
import type { Account } from "../accounts";
import { perform, type Request } from "../perform";
import type { AssetModel } from "./model";
import type { Dice } from "./random";

export interface Person {
  id: number;
  gaid: string;
}

/** What a play begins with; it is there again after each. */
export interface Stage {
  issuer: Account;
  manager: Account;
  people: Person[];
  /** GAIDs that the issuer knows nothing of when it begins. */
  strangers: string[];
  models: () => AssetModel[];
}

/** One play: commands one after the other over a world that forgets them all at the end. */
export class Player {
  readonly models: AssetModel[];
  readonly people: Person[];
  calls = 0;

  constructor(
    readonly env: LiveEnv,
    readonly stage: Stage,
  ) {
    this.models = stage.models();
    this.people = [...stage.people];
  }

  /** Mostly the same one, so that something happens to it. */
  asset(dice: Dice): AssetModel {
    return dice.prefer(this.models.slice(0, 1), this.models);
  }

  ask<K extends EndpointName>(
    unit: Unit,
    name: K,
    { by = this.stage.issuer, ...request }: Omit<Request<K>, "account"> & { by?: Account } = {},
  ) {
    this.calls += 1;
    return perform(unit, this.env, name, { account: by, ...request });
  }
}
