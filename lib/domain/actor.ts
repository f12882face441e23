export type Role = "issuer" | "manager";
export type EnvironmentName = "live" | "testnet" | "sandbox";

/** A person acting in a workspace: what every service asks for first. */
export interface Actor {
  workspaceId: string;
  environment: EnvironmentName;
  role: Role;
  /** The AMP user name, or null when only a token was given. */
  accountName: string | null;
  personName: string;
  /**
   * An issuer looks at the desk as this manager of theirs: `role` is "manager", AMP is asked with the issuer's token for
   * what the manager may see, and nothing can be changed.
   */
  preview?: Preview;
}

export interface Preview {
  managerId: number;
  username: string;
}
