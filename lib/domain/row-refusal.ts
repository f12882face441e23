/** Why a row of an import cannot be; thrown and caught while that row is read. */
export class Refusal extends Error {}

export const refuse = (message: string): never => {
  throw new Refusal(message);
};
