import { openPersonal } from "../kyc/record";
import { findRecord } from "../kyc/record-store";
import { isCompleted } from "../kyc/standing";
import type { Identity } from "../service";
import { type ListedUser, listUsers } from "../users/user-store";
import { openEmail } from "../users/users";

/** As the wire has it: what is not known is an empty text. */
export interface UserResponse {
  address: string;
  email: string;
  /** Seconds since 1970. */
  created_at: number;
  language: string;
  first_name: string;
  last_name: string;
  date_of_birth: string;
  document_number: string;
  personal_number: string;
  document_valid_from: string;
  document_valid_until: string;
}

/** GetUsers: the users with these addresses, compared letter by letter, with the person where KYC is complete. */
export async function getUsers(identity: Identity, addresses: string[]): Promise<UserResponse[]> {
  const users: UserResponse[] = [];
  for (const row of await listUsers(identity.database.db, [...new Set(addresses)])) {
    users.push({ ...accountOf(identity, row), ...(await personOf(identity, row)) });
  }
  return users;
}

type Person = Omit<UserResponse, "address" | "email" | "created_at" | "language">;

const accountOf = (identity: Identity, row: ListedUser): Omit<UserResponse, keyof Person> => ({
  address: row.address,
  email: openEmail(identity, row) ?? "",
  created_at: Math.floor(row.createdAt.getTime() / 1000),
  language: row.language ?? "",
});

async function personOf(identity: Identity, row: ListedUser): Promise<Person> {
  const isKnown = row.userInfoUuid !== null && (await isCompleted(identity, row));
  const record = isKnown ? await findRecord(identity.database.db, row.userInfoUuid ?? "") : null;
  const person = record ? openPersonal(identity.config, record) : null;
  return {
    first_name: person?.firstName ?? "",
    last_name: person?.lastName ?? "",
    date_of_birth: person?.dateOfBirth ?? "",
    document_number: person?.documentNumber ?? "",
    personal_number: person?.idNumber ?? "",
    document_valid_from: person?.documentValidFrom ?? "",
    document_valid_until: person?.documentValidUntil ?? "",
  };
}
