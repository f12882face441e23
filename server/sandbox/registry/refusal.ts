/** An answer that refuses: plain text, as the registry sends it, the causes joined by ": ". */
export class RegistryRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = "RegistryRefusal";
  }
}

export const refuse = (...causes: string[]) => new RegistryRefusal(400, causes.join(": "));
