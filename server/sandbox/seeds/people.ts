export interface Person {
  name: string;
  isCompany: boolean;
  /** Wallets the person opened; none = not yet. */
  gaids: number;
  isAccredited: boolean;
}

const person = (name: string, rest: Partial<Person> = {}): Person => ({
  name,
  isCompany: false,
  gaids: 1,
  isAccredited: true,
  ...rest,
});

/** The register of the small world. */
export const PEOPLE: Person[] = [
  person("Alice Ames"),
  person("Bernard Okafor"),
  person("Clara Lindqvist", { gaids: 2 }),
  person("Dario Conti"),
  person("Elena Petrova"),
  person("Farid Haddad"),
  person("Greta Sommer"),
  person("Northgate Pension Trust", { isCompany: true, gaids: 2 }),
  person("Hugo Marchand"),
  person("Ines Carvalho"),
  person("Jonas Weber", { gaids: 0 }),
  person("Karin Dahl", { gaids: 0, isAccredited: false }),
  person("Lakeside Capital AG", { isCompany: true, isAccredited: false }),
];
